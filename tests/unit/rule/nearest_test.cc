#include "rule/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace privet {
namespace {

constexpr std::array<std::string_view, 6> kKnown = {"scan", "redact", "rules", "text", "jsonl", "--max-record-bytes"};

struct Case {
  std::string_view typed;
  std::string_view nearest;
};
const Case kCases[] = {
    // One edit: a letter too many, too few, another, two that changed places.
    {"scann", "scan"},
    {"redct", "redact"},
    {"tixt", "text"},
    {"scna", "scan"},
    {"jsnol", "jsonl"},
    // A long word may have more.
    {"--mx-rekord-bites", "--max-record-bytes"},
    // Far from all.
    {"check", ""},
    {"", ""},
};

TEST(NearestWord, IsTheOneWithTheFewestEdits) {
  for (const Case& c : kCases) EXPECT_EQ(nearest_word(c.typed, kKnown), c.nearest) << c.typed;
}

// A swap is one edit, and no more than the limit is allowed.
TEST(NearestWord, IsWithinTheLimit) {
  EXPECT_EQ(nearest_word("scna", kKnown, 1), "scan");
  EXPECT_EQ(nearest_word("scna", kKnown, 0), "");
  EXPECT_EQ(nearest_word("anscan", kKnown, 1), "");
  EXPECT_EQ(nearest_word(std::string(10'000, 'x'), kKnown, 20'000), "");
}

TEST(NearestWord, IsAskedFor) {
  EXPECT_EQ(did_you_mean("scna", kKnown), R"(; did you mean "scan"?)");
  EXPECT_EQ(did_you_mean("qqqqqqq", kKnown), "");
}

}  // namespace
}  // namespace privet
