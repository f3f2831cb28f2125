// Numbers that pass their check by chance, told by their company. Cards here are
// an issuer's range and zeros; the ones beside them end in another digit.
#include "detect/crowd.h"

#include <gtest/gtest.h>

#include "unit/detect/record_harness.h"

namespace privet {
namespace {

RecordHarness& harness() {
  static RecordHarness shared = RecordHarness::builtin();
  return shared;
}

TEST(Crowd, ACardIsToldByTheNumbersBesideIt) {
  const struct {
    const char* name;
    const char* record;
    const char* finds;
  } cases[] = {
      {"alone", R"({"t":"4000000000000010"})", "4000000000000010"},
      {"in a sentence", R"({"t":"it was 4000000000000010 I think"})", "4000000000000010"},
      {"cards only", R"({"t":"4000000000000010 4000000000000028"})", "4000000000000010|4000000000000028"},
      // Among numbers of its length.
      {"with one that is none", R"({"t":"4000000000000010 4000000000000011"})", ""},
      {"among several",
       R"({"t":"4000000000000008 4000000000000009 4000000000000010 4000000000000011 4000000000000012"})", ""},
      {"most are cards", R"({"t":"4000000000000010 4000000000000028 4000000000000011"})",
       "4000000000000010|4000000000000028"},
      {"in an array", R"({"n":["4000000000000010","4000000000000011"]})", ""},
      {"in an array of numbers", R"({"n":[4000000000000011,4000000000000010]})", ""},
      {"an array of cards but for one", R"({"n":["4000000000000010","4000000000000011","4000000000000028"]})",
       "4000000000000010|4000000000000028"},
      // Of another length.
      {"in the same text", R"({"t":"4000000000000010 1700000000000"})", ""},
      {"in another field", R"({"t":"4000000000000010","u":"1700000000000"})", "4000000000000010"},
      // Something speaks for it.
      {"a cue word", R"({"t":"card 4000000000000010, not 4000000000000011"})", "4000000000000010"},
      {"its field", R"({"card":"4000000000000010","n":"4000000000000011"})", "4000000000000010"},
      {"its column", R"({"t":"name,card\nJo,4000000000000010\nAl,4000000000000011"})", "4000000000000010"},
      // What is printed in groups is compared with groups.
      {"in groups", R"({"t":"4000 0000 0000 0010 4000000000000011"})", "4000 0000 0000 0010"},
      {"among groups", R"({"t":"4000 0000 0000 0010, 4000 0000 0000 0011, 4000 0000 0000 0012"})", ""},
      {"a second time, with a cue word", R"({"t":"card 4000000000000010","n":["4000000000000010","4000000000000011"]})",
       "4000000000000010|4000000000000010"},
      // And nothing stays of the records before.
      {"many that are none", R"({"t":"4000000000000011 4000000000000012 4000000000000013"})", ""},
      {"alone again", R"({"t":"4000000000000010"})", "4000000000000010"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(harness().texts(c.record, "card.number", false), c.finds) << c.name;
    EXPECT_EQ(harness().texts(c.record, "card.number", true), c.finds) << c.name << ", on the reference path";
  }
}

// An official writing is a reason, but one that chance has too.
TEST(Crowd, OfficialWritingsCountAmongThemselves) {
  const struct {
    const char* name;
    const char* record;
    const char* finds;
  } cases[] = {
      {"alone", R"({"t":"1112.22.333"})", "1112.22.333"},
      {"with one that is none", R"({"t":"1112.22.333 and 1112.22.334"})", ""},
      {"with plain numbers, which are not asked about", R"({"t":"1112.22.333 and 111222334 and 111222335"})",
       "1112.22.333"},
      {"beside a word, with one that is none", R"({"t":"bsn 1112.22.333 and 1112.22.334"})", "1112.22.333"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(harness().texts(c.record, "nl.bsn", false), c.finds) << c.name;
    EXPECT_EQ(harness().texts(c.record, "nl.bsn", true), c.finds) << c.name << ", on the reference path";
  }
}

TEST(Crowd, CountsPerFieldAndPerLengthOfTheRecord) {
  const RuleIndex rule{0}, other{1};
  Crowd crowd;
  crowd.begin(2);
  crowd.note(rule, 16, false);
  crowd.note(rule, 16, true);
  EXPECT_TRUE(crowd.refuses_most(rule, 16));
  EXPECT_TRUE(crowd.refuses_most_in_field(rule));
  crowd.note(rule, 16, true);
  EXPECT_FALSE(crowd.refuses_most(rule, 16));
  EXPECT_FALSE(crowd.refuses_most_in_field(rule));
  crowd.note(rule, 13, false);
  EXPECT_FALSE(crowd.refuses_most(rule, 16));
  EXPECT_TRUE(crowd.refuses_most_in_field(rule));

  crowd.begin_field();
  crowd.note(rule, 16, true);
  crowd.note(other, 16, true);
  EXPECT_FALSE(crowd.refuses_most_in_field(rule));
  EXPECT_TRUE(crowd.refuses_most(rule, 13));  // of the field before
  crowd.note(rule, 16, false);
  crowd.note(rule, 16, false);
  crowd.note(rule, 16, false);
  EXPECT_TRUE(crowd.refuses_most(rule, 16));
  EXPECT_FALSE(crowd.refuses_most(other, 16));

  // All that are very long are of one length.
  crowd.note(other, 100, true);
  crowd.note(other, 200, false);
  EXPECT_TRUE(crowd.refuses_most(other, 100));

  crowd.begin(2);
  crowd.note(rule, 16, true);
  crowd.note(other, 100, true);
  EXPECT_FALSE(crowd.refuses_most(rule, 16));
  EXPECT_FALSE(crowd.refuses_most_in_field(rule));
  EXPECT_FALSE(crowd.refuses_most(other, 100));
}

}  // namespace
}  // namespace privet
