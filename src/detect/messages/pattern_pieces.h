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

struct PatternPieces {
  // A pattern that a piece speaks for, where these stand around it. Small
  // letters; ASCII only, so that their size does not change with their case.
  struct Use {
    std::uint32_t pattern = 0;
    std::string_view before, behind;
  };
  struct Need {
    MatchForm form;
    bool loose = true;                // no piece is known
    std::vector<std::string> sought;  // of which a text must have one, if it is loose; empty: not known
  };
  std::vector<Need> needs;  // by pattern
  std::vector<std::string> pieces;
  std::vector<std::vector<Use>> uses;  // by piece
  std::deque<std::string> texts;       // what uses borrow, if they were not read

  // What takes long. A path view has names of keys in every line, so they tell
  // nothing in it.
  static PatternPieces find(std::span<const std::string> patterns, bool in_paths);

  // What find() found. Uses borrow from what is read.
  [[nodiscard]] std::string written() const;
  static PatternPieces read(std::string_view written, std::size_t patterns);

  // Whether what belongs around the piece is there.
  [[nodiscard]] static bool stands(const Use& use, std::string_view text, std::size_t begin, std::size_t end);
};

}  // namespace privet
