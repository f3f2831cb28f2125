// US social security numbers in text. Numbers were voided or kept for
// advertising, or are of those that were never issued.
#include <gtest/gtest.h>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("identity/us-ssn.toml");
  return shared;
}

const MarkedCase kCases[] = {
    // With dashes it stands alone.
    {"ends", "[[078-05-1120]], ([[219-09-9999]]) \"[[987-65-4320]]\" [[987-65-4321]]. [[078-05-1120]]!"},
    {"labels", "SSN: [[078-05-1120]], ssn=[[219-09-9999]], SSN#[[078-05-1120]] SSN:[[078-05-1120]]"},
    {"columns", "Harper,[[987-65-4320]],1990-01-02\n7,[[987-65-4321]],1988-11-30"},
    {"other scripts touch it", "号码[[078-05-1120]]是"},
    {"other dashes and spaces", "[[078\u201105\u20111120]] SSN [[219\u00A009\u00A09999]]"},
    // Spaces or nothing need a cue.
    {"spaces", "his social security number is [[219 09 9999]]"},
    {"undivided", "ssn: [[078051120]], SSN [[219099999]]"},
    {"behind the number", "[[078051120]] is my SSN"},
    {"without a cue", "078 05 1120 and 078051120"},
    {"words that only sound so", "social club 078051120, a tin of 219099999"},
    // Never issued.
    {"areas", "000-12-3456 666-12-3456 900-12-3456 912-34-5678 999-12-3456"},
    {"groups and serials", "123-00-4567 123-45-0000"},
    {"ITINs", "SSN 912-70-1234"},
    {"one digit all over", "111-11-1111 ssn 333333333"},
    // Something else.
    {"part of a longer number", "1078-05-1120 078-05-11201 078-05-1120-3 3-078-05-1120 1.078-05-1120 078-05-1120.5"},
    {"part of a word", "a078-05-1120 078-05-1120b x_078-05-1120"},
    {"other groups", "078-051-120 07-805-1120 0780-5-1120 90210-1234"},
    {"mixed separators", "078-05 1120 078 05-1120"},
    {"dates and times", "2024-03-15 12:30 03-15-2024 15-03-2024"},
    {"telephone numbers", "212-555-0123 555-0123 tel 078-05-1120"},
    {"other numbers by name", "part 078-05-1120, order 078-05-1120, Invoice: 078-05-1120, item #078-05-1120"},
    {"in a path", "/078-05-1120/ a/078-05-1120"},
};

TEST(UsSsn, IsFoundWhereItStands) {
  for (const MarkedCase& c : kCases) {
    EXPECT_EQ(harness().marked(c.text), c.text) << c.name;
    EXPECT_EQ(harness().marked(c.text, true), c.text) << c.name << ", on the reference path";
  }
}

TEST(UsSsn, ReservedIsWhatWasVoidedOrAdvertised) {
  for (const char* reserved : {"078-05-1120", "219-09-9999", "987-65-4320", "987-65-4329"}) {
    EXPECT_TRUE(harness().all_reserved(reserved)) << reserved;
  }
  EXPECT_TRUE(harness().find("987-65-4330").empty());
}

TEST(UsSsn, SpellingsOfOneNumberAreEqual) {
  EXPECT_EQ(normal_form("US_SSN", "078-05-1120"), normal_form("US_SSN", "078051120"));
}

}  // namespace
}  // namespace privet
