#include "detect/gate/quiet_strings.h"

#include <gtest/gtest.h>

#include <string>

namespace privet {
namespace {

TEST(QuietStrings, knows_what_it_was_told_and_nothing_like_it) {
  QuietStrings quiet;
  EXPECT_FALSE(quiet.knows(""));
  for (const char* text : {"a", "role", "user", "12345678", "123456789", "wikipedia-en"}) {
    EXPECT_FALSE(quiet.knows(text)) << text;
    quiet.quiet(text);
    EXPECT_TRUE(quiet.knows(text)) << text;
  }
  EXPECT_FALSE(quiet.knows("Role"));
  EXPECT_FALSE(quiet.knows("rol"));
  EXPECT_FALSE(quiet.knows("role "));
  EXPECT_FALSE(quiet.knows(std::string_view("role\0", 5)));
}

TEST(QuietStrings, forgets_but_never_mistakes) {
  QuietStrings quiet;
  const auto text = [](int i) { return "value-" + std::to_string(i); };
  for (int i = 0; i < 20'000; i += 2) quiet.quiet(text(i));
  int known = 0;
  for (int i = 0; i < 20'000; ++i) {
    if (i % 2 == 1) {
      EXPECT_FALSE(quiet.knows(text(i)));
    } else {
      known += quiet.knows(text(i)) ? 1 : 0;
    }
  }
  EXPECT_GT(known, 500);
}

TEST(QuietStrings, long_texts_are_not_kept) {
  QuietStrings quiet;
  const std::string longest(QuietStrings::kLongest, 'x');
  quiet.quiet(longest);
  EXPECT_TRUE(quiet.knows(longest));
  quiet.quiet(longest + "x");
  EXPECT_FALSE(quiet.knows(longest + "x"));
}

}  // namespace
}  // namespace privet
