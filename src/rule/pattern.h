// A rule's pattern, taken apart: how far it can reach, and texts that it
// matches. For `rules check`, for tests and for fuzzing; matching is RE2's.
//
// Reads what our rules use of RE2's syntax: literals, classes (also negated,
// \d \w \s and \p{...} of common names), groups, alternatives, repeats, flags,
// and the empty assertions, which samples ignore.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/result.h"

namespace privet {

// A small generator with a fixed sequence: the same samples everywhere.
class SampleRandom {
 public:
  explicit SampleRandom(std::uint64_t seed) : state_(seed * 2 + 1) {}
  // From 0 to `below` - 1.
  [[nodiscard]] std::uint32_t next(std::uint32_t below);

 private:
  std::uint64_t state_;
};

inline constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

class Pattern {
 public:
  // Fails on syntax it does not know, with the place in the pattern. What it
  // takes and RE2 takes too means the same to both.
  static Result<Pattern> parse(std::string_view text);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // The most bytes a match can have, or kUnbounded.
  [[nodiscard]] std::uint32_t reach() const;
  // The same in line feeds.
  [[nodiscard]] std::uint32_t line_feeds() const;

  // Appends a text of the pattern's shape, of a repeat at most twelve more than
  // its least. Without regard to assertions: where there are some, not every
  // sample matches.
  void sample(SampleRandom& random, std::string& out) const;

  // Where all matches begin: at the text's begin, at one of a line, or not known.
  enum class Begin : std::uint8_t { kAnywhere, kLine, kText };
  [[nodiscard]] Begin begin() const;

  // Up to which a text goes, or kUnbounded.
  struct Extent {
    std::uint32_t bytes = 0;
    std::uint32_t line_feeds = 0;
  };

  // Texts of which every match holds one, of `least` bytes and more, the rarest
  // that were found; none if nothing is known. ASCII letters are small, since
  // case may be ignored; other letters are as the pattern has them.
  struct Required {
    std::vector<std::string> texts;
    Extent before;  // of a match up to the end of such a text in it
    // Of these it holds one as well, before that one; none: not known.
    std::vector<std::string> earlier;
  };
  //   common: how common a text is in what is searched, in no unit
  using Common = FunctionRef<double(std::string_view text)>;
  [[nodiscard]] Required required(std::size_t least, Common common) const;
  [[nodiscard]] Required required(std::size_t least) const;  // as common as in English

  struct Node;

 private:
  explicit Pattern(std::unique_ptr<Node> root);
  std::unique_ptr<Node> root_;
};

}  // namespace privet
