// Which rules want a token that mixes letters and digits: the look-up behind
// every gate for tokens.
//
// A token is known by its length and by which of its characters are digits, so
// that one look at it serves all rules; adding a country adds rows to the list
// of one length.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/ids.h"
#include "rule/rule.h"

namespace privet {

class TokenTable {
 public:
  // A token opens the gate if it begins with `shape` and, if `whole`, ends with
  // it: L for a letter, D for a digit, A for either; 1 to 31 of them.
  void add(RuleIndex rule, std::string_view shape, bool whole);
  [[nodiscard]] bool empty() const { return empty_; }

  // Calls `want` for each rule that a mixed token opens, perhaps more than once.
  //   token: a maximal run of ASCII letters and digits with one of each at least
  void find(std::string_view token, FunctionRef<void(RuleIndex)> want) const;

 private:
  struct Shape {
    std::uint32_t known = 0;   // bit i: character i is one of L and D
    std::uint32_t digits = 0;  // bit i: it is a digit
    RuleIndex rule{};
  };
  std::array<std::vector<Shape>, kLongestShape + 1> whole_;  // by length
  std::vector<std::pair<std::size_t, Shape>> beginnings_;    // with their lengths
  bool empty_ = true;
};

}  // namespace privet
