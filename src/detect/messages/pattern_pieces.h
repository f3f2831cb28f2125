// Which texts stand for which patterns: by what a text is known to hold no match.
//
// Of each text that a match must hold one of (Pattern::required()) a short
// piece is scanned for; where it stands, what belongs before and behind it is
// compared.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/messages/pattern_search.h"

namespace privet {

// Each of a pattern's alternatives stands for itself here: most of them are not
// there, and need not be compiled.
struct PatternPieces {
  // An alternative that a piece speaks for, where these stand around it. Small
  // letters; ASCII only, so that their size does not change with their case.
  struct Use {
    std::uint32_t alternative = 0;
    std::string_view before, behind;
  };
  struct Alternative {
    std::string_view text;
    std::uint32_t pattern = 0;  // rising
    MatchForm form;
    // Of which one stands before the piece in its line, if a match begins that
    // line; none: not known. In small letters, as far as they are ASCII.
    std::vector<std::string> earlier;
    bool loose = true;                // no piece is known
    std::vector<std::string> sought;  // of which a text must have one, if it is loose; empty: not known
  };
  std::vector<Alternative> alternatives;
  std::vector<std::string> pieces;
  std::vector<std::vector<Use>> uses;  // by piece
  std::deque<std::string> texts;       // what is borrowed, if it was not read

  // What takes long. A path view has names of keys in every line, so they tell
  // nothing in it.
  static PatternPieces find(std::span<const std::string> patterns, bool in_paths);

  // What find() found. What is read is borrowed from.
  [[nodiscard]] std::string written() const;
  static PatternPieces read(std::string_view written);

  // Whether one of `earlier` may stand before this place.
  [[nodiscard]] static bool is_preceded(const Alternative& one, std::string_view text, std::size_t end);

  // Whether what belongs around the piece is there.
  [[nodiscard]] static bool stands(const Use& use, std::string_view text, std::size_t begin, std::size_t end);
};

}  // namespace privet
