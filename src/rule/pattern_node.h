// A pattern as a tree, between pattern_parse.cc, which makes it, and
// pattern.cc, which measures it and draws from it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/pattern.h"

namespace privet {

struct CharRange {
  char32_t first, last;
};
using CharRanges = std::vector<CharRange>;

struct Pattern::Node {
  enum class Kind : std::uint8_t { kEmpty, kSet, kSequence, kChoice, kRepeat } kind = Kind::kEmpty;
  // kSet: characters to draw, a few of every kind where it holds very many;
  // never none. With fold_case also the other case of its ASCII letters.
  CharRanges set;
  bool whole = false;  // kSet: nothing but `set` is meant
  bool fold_case = false;
  std::uint32_t most_bytes = 0;    // kSet: of any character that it holds, drawn or not
  bool line_feed = false;          // kSet: it holds one, drawn or not
  Begin begin = Begin::kAnywhere;  // kEmpty: what it asserts
  std::vector<std::unique_ptr<Node>> children;
  std::uint32_t least = 1, most = 1;  // kRepeat
};

// The most that a match can have.
[[nodiscard]] Pattern::Extent extent_of(const Pattern::Node& node);
// Of one behind the other, and of either.
[[nodiscard]] inline Pattern::Extent sum_of(Pattern::Extent a, Pattern::Extent b) {
  const auto sum = [](std::uint32_t x, std::uint32_t y) { return x > kUnbounded - y ? kUnbounded : x + y; };
  return {sum(a.bytes, b.bytes), sum(a.line_feeds, b.line_feeds)};
}
[[nodiscard]] inline Pattern::Extent greater_of(Pattern::Extent a, Pattern::Extent b) {
  return {std::max(a.bytes, b.bytes), std::max(a.line_feeds, b.line_feeds)};
}

// Fails on what is no pattern and on syntax that is not known.
[[nodiscard]] Result<std::unique_ptr<Pattern::Node>> parse_pattern_text(std::string_view text);

}  // namespace privet
