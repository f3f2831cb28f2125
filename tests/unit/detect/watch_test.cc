// What makes a record worth judging: literals, whole and in their place, of
// which the scanner only sees a piece.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "detect/gate/gate_set.h"
#include "detect/matcher.h"

namespace privet {
namespace {

bool watched(const GateSet& gates, const std::string& text) {
  GateSet::Scratch scratch = gates.make_scratch();
  std::vector<Suspect> suspects;
  gates.collect(FieldIndex{0}, Bytes<ViewSpace>(text), scratch, suspects);
  EXPECT_TRUE(suspects.empty());
  return scratch.watched;
}

TEST(Watch, LiteralsOpenWholeAndInTheirPlace) {
  const std::vector<WatchedLiteral> literals = {{.text = "end-to-end encrypted. No"},
                                                {.text = "direct", .at_begin = true, .at_end = true},
                                                {.text = "Chat with ", .at_begin = true},
                                                {.text = "@g.us", .at_end = true},
                                                {.text = "Третьи лица"},
                                                {.text = "종단간 암호화"},
                                                {.text = "is_im", .short_only = true}};
  const std::string far(300, 'x');
  const struct {
    std::string text;
    bool opens;
  } cases[] = {
      {"Messages are end-to-end encrypted. No one", true},
      {"end-to-end encrypted. No", true},
      {"nd-to-end encrypted. No one", false},
      {"end-to-end encrypted. N", false},
      {"end-to-end encrypted, No one", false},
      {"End-To-End Encrypted. No one", false},
      {"direct", true},
      {"indirect", false},
      {"directly", false},
      {"Chat with Ida", true},
      {"A Chat with Ida", false},
      {"12025550123@g.us", true},
      {"12025550123@g.usa", false},
      {"и Третьи лица, включая", true},
      {"ретьи лица", false},
      {"종단간 암호화되어", true},
      {"종단간 암호", false},
      {"is_im", true},
      {far + "is_im", false},
      {far + "direct", false},
      {far + "end-to-end encrypted. No one", true},
      {"{\"" + far + "is_im", true},
      {"[ {\"" + far + "is_im", true},
      {"[" + far + "is_im]\n", true},
      {"[14:05] <ida> " + far + "is_im", false},
      {"{{" + far + "is_im}}", false},
      {"", false},
  };
  for (const bool reference : {false, true}) {
    const auto gates = GateSet::build(
        RuleSet(), RuleView::kText, reference, [](RuleIndex, char) { return true; }, literals);
    ASSERT_TRUE(gates.has_value());
    for (const auto& c : cases) EXPECT_EQ(watched(*gates, c.text), c.opens) << c.text << (reference ? " (plain)" : "");
  }
}

TEST(Watch, TellsWhoseLiteralsStandInTheRecord) {
  const std::vector<WatchedLiteral> literals = {{.text = "wrote:", .marker = 3}, {.text = "is_im", .marker = 5}};
  RuleSet rules;
  const auto matcher = Matcher::build(rules, {.reference = false, .default_region = {}, .watched = literals});
  ASSERT_TRUE(matcher.has_value());
  Matcher::Scratch scratch = matcher->make_scratch();
  const Record record;
  const auto openers_of = [&](const std::vector<std::string>& texts) {
    matcher->begin_record(record, scratch);
    for (const std::string& text : texts) matcher->watch(Bytes<ViewSpace>(text), scratch);
    std::sort(scratch.gates.openers.markers.begin(), scratch.gates.openers.markers.end());
    return scratch.gates.openers.markers;
  };
  using Markers = std::vector<std::uint16_t>;
  EXPECT_EQ(openers_of({"is_im", "he wrote: no", "she wrote: yes", "apples"}), (Markers{3, 5}));
  EXPECT_EQ(openers_of({"she wrote: yes"}), Markers{3});  // and nothing of the record before
  EXPECT_EQ(openers_of({"apples"}), Markers{});
  EXPECT_FALSE(scratch.gates.openers.all);
}

TEST(Watch, TooManyToTellOpenAll) {
  Openers openers;
  for (std::uint16_t marker = 0; marker < Openers::kMost; ++marker) openers.add(marker);
  openers.add(0);
  EXPECT_FALSE(openers.all);
  openers.add(Openers::kMost);
  EXPECT_TRUE(openers.all);
  openers.clear();
  EXPECT_TRUE(!openers.all && openers.markers.empty());
}

TEST(Watch, HeadersOfARecordOpenIt) {
  for (const bool reference : {false, true}) {
    const std::vector<WatchedLiteral> literals = {{.text = "nothing of this"}};
    const auto gates = GateSet::build(
        RuleSet(), RuleView::kText, reference, [](RuleIndex, char) { return true; }, literals);
    ASSERT_TRUE(gates.has_value());
    EXPECT_TRUE(watched(*gates, "[14:05] Ida: hi\n[14:06] Odo: yes"));
    EXPECT_FALSE(watched(*gates, "[14:05] Ida: hi"));
    EXPECT_FALSE(watched(*gates, "from 14:05 to 14:06, and from 15:00 to 15:30"));
    EXPECT_FALSE(watched(*gates, "2024-02-03 14:05:11 INFO: up\n2024-02-03 14:05:12 INFO: down"));
  }
}

// Else a worker that has seen the string before would count less than another.
TEST(Watch, AStringWithOneHeaderIsNotQuiet) {
  const std::vector<WatchedLiteral> literals = {{.text = "nothing of this"}};
  RuleSet rules;
  const auto matcher = Matcher::build(rules, {.reference = false, .default_region = {}, .watched = literals});
  ASSERT_TRUE(matcher.has_value());
  Matcher::Scratch scratch = matcher->make_scratch();
  const Record record;
  matcher->begin_record(record, scratch);
  EXPECT_TRUE(matcher->collect(FieldIndex{0}, Bytes<ViewSpace>("[14:05] Ida: hi"), scratch));
  EXPECT_FALSE(scratch.watched);
  EXPECT_FALSE(matcher->collect(FieldIndex{1}, Bytes<ViewSpace>("apples"), scratch));
  EXPECT_TRUE(matcher->collect(FieldIndex{2}, Bytes<ViewSpace>("[14:05] Ida: hi"), scratch));
  EXPECT_TRUE(scratch.watched);
}

}  // namespace
}  // namespace privet
