// Checks of identifiers: what a number proves by itself.
//
// A rule for a number has a pattern for its form and names a check for what a
// pattern cannot say: check digits, dates, ranges that are not issued. Whether
// the number stands by itself in its text is asked once for all of them
// (surroundings.h), so a check sees the number alone.
#pragma once

#include <array>
#include <string_view>

namespace privet {

struct NumberFacts {
  bool valid = false;
  bool reserved = false;         // nobody can own it (product.md: reserved): specimens, test ranges
  std::array<char, 2> region{};  // ISO 3166-1, where the number says more than its rule; or zeros
};

// What a check says of a number that has passed.
[[nodiscard]] constexpr NumberFacts valid_if(bool valid, bool reserved = false) { return {valid, valid && reserved}; }

//   number: the match's ASCII letters, as capitals, and digits; nothing else.
//           Its length and classes are what the rule's pattern lets through
using NumberCheck = NumberFacts (*)(std::string_view number);

// nullptr if there is no check of that name. The checks are grouped by the
// part of the world that issues the numbers; a file a group.
[[nodiscard]] NumberCheck find_number_check(std::string_view name);

struct NamedCheck {
  std::string_view name;
  NumberCheck check;
};

}  // namespace privet
