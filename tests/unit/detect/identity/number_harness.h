// Number checks on published numbers, and on the errors that they are there for.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "detect/identity/number_check.h"

namespace privet {

// A number that its authority, a standard or a specimen publishes, and what its
// check lets pass when it is mistyped: a number that is exactly so many is a
// statement about the checksum, not a tolerance.
struct PublishedNumber {
  const char* check;
  const char* number;      // capitals and digits only
  int changes_unseen = 0;  // of all single digits changed to another digit
  int swaps_unseen = 0;    // of all pairs of different neighbouring characters exchanged
};

inline void expect_published(const PublishedNumber& published) {
  const NumberCheck check = find_number_check(published.check);
  ASSERT_NE(check, nullptr) << published.check;
  const std::string number = published.number;
  EXPECT_TRUE(check(number).valid) << published.check << " refuses " << number;
  int changes = 0, swaps = 0;
  std::string unseen;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] < '0' || number[i] > '9') continue;
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string changed = number;
      changed[i] = digit;
      if (digit == number[i] || !check(changed).valid) continue;
      ++changes;
      unseen += " " + changed;
    }
  }
  for (std::size_t i = 0; i + 1 < number.size(); ++i) {
    // Only within a class: the rule's pattern sees the others.
    const bool digits = number[i] <= '9' && number[i + 1] <= '9';
    const bool letters = number[i] >= 'A' && number[i + 1] >= 'A';
    if (number[i] == number[i + 1] || (!digits && !letters)) continue;
    std::string swapped = number;
    std::swap(swapped[i], swapped[i + 1]);
    if (!check(swapped).valid) continue;
    ++swaps;
    unseen += " " + swapped;
  }
  EXPECT_EQ(changes, published.changes_unseen) << published.check << " " << number << ":" << unseen;
  EXPECT_EQ(swaps, published.swaps_unseen) << published.check << " " << number << ":" << unseen;
}

}  // namespace privet
