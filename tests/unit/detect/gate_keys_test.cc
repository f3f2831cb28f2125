// What the keys of a rule for numbers mean, each on a rule of its own: `token`,
// `before_least`, `official`, `context.needed` and `default`.
#include <gtest/gtest.h>

#include <string>

#include "unit/detect/record_harness.h"

namespace privet {
namespace {

constexpr std::string_view kRules = R"(
[[rule]]
id = "token"
entity = "TOKEN"
gate = { token = ["LLDDD", "DDDA"] }
prove = '[A-Z]{2}[0-9]{3}|[0-9]{3}[A-Z]|[A-Z][0-9]{3}'
strength = "validated"

[[rule]]
id = "both"
entity = "BOTH"
gate = { digits = ["3-2"], token = ["LDDDDD"] }
prove = '[0-9]{3}/[0-9]{2}|[A-Z][0-9]{5}|[A-Z][0-9]{4}'
strength = "validated"

[[rule]]
id = "least"
entity = "LEAST"
gate = { digits = ["4"], before = '[A-Z ]', before_bytes = 4, before_least = 2 }
prove = '[A-Z]{0,3} ?[0-9]{4}'
strength = "validated"

[[rule]]
id = "official"
entity = "OFFICIAL"
gate = { digits = ["3-4", "3-4-1", "7"] }
prove = '[0-9]{3}-[0-9]{4}(?:-[0-9])?|[0-9]{7}'
official = '[0-9]{3}-[0-9]{4}'
validate = "form"
strength = "shaped"
fields = ["paper"]
context = { words = ["paper"], window = 20 }

[[rule]]
id = "needed"
entity = "NEEDED"
gate = { digits = ["4-4-4-4", "16"] }
prove = '[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}|[0-9]{16}'
official = '[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}'
validate = "card"
strength = "shaped"
fields = ["ticket"]
context = { words = ["ticket"], window = 20, needed = true }

[[rule]]
id = "off"
entity = "OFF"
regex = 'off-[0-9]{3}'
default = false

[[rule]]
id = "on"
entity = "ON"
regex = 'on-[0-9]{3}'
default = true
)";

TEST(GateKeys, MeanWhatTheySay) {
  RecordHarness harness = RecordHarness::of(kRules);
  const struct {
    const char* rule;
    const char* record;
    const char* finds;
  } cases[] = {
      // token: a whole run of letters and digits.
      {"token", R"({"t":"AB123, 123A and 1234"})", "AB123|123A"},
      {"token", R"({"t":"xAB123 AB1234 AB12 AB-123 ABC12"})", ""},
      {"token", R"({"t":"A123"})", ""},  // a form of the pattern without a gate
      {"both", R"({"t":"123/45 A12345 A1234 A123456"})", "123/45|A12345"},
      // before_least: so much must stand before the digits.
      {"least", R"({"t":"AB1234, XAB 1234"})", "AB1234|XAB 1234"},
      {"least", R"({"t":"A1234"})", ""},
      {"least", R"({"t":"1234"})", ""},
      {"least", R"({"t":"x A1234"})", "A1234"},  // the space counts, the pattern begins behind it
      // official: the whole value in this writing.
      {"official", R"({"t":"123-4567"})", "123-4567"},
      {"official", R"({"t":"1234567"})", ""},
      {"official", R"({"t":"123-4567-8"})", ""},
      {"official", R"({"t":"paper 1234567"})", "1234567"},
      {"official", R"({"t":"paper 123-4567-8"})", "123-4567-8"},
      {"official", R"({"paper":"1234567"})", "1234567"},
      {"official", R"({"t":"123-4567","u":"1234567"})", "123-4567|1234567"},
      {"official", R"({"t":"123-4567","u":"1234568"})", "123-4567"},
      // needed: neither the official writing nor the validator is reason enough.
      {"needed", R"({"t":"4000 0000 0000 0010"})", ""},
      {"needed", R"({"t":"4000000000000010"})", ""},
      {"needed", R"({"t":"ticket 4000 0000 0000 0010"})", "4000 0000 0000 0010"},
      {"needed", R"({"ticket":"4000000000000010"})", "4000000000000010"},
      {"needed", R"({"ticket":"4000000000000010","t":"4000 0000 0000 0010"})", "4000000000000010|4000 0000 0000 0010"},
      // default: which of them are looked for is asked elsewhere.
      {"off", R"({"t":"off-123"})", "off-123"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(harness.texts(c.record, c.rule, false), c.finds) << c.rule << " " << c.record;
    EXPECT_EQ(harness.texts(c.record, c.rule, true), c.finds) << c.rule << " " << c.record << ", on the reference path";
  }
}

TEST(GateKeys, WhatIsOffIsNoDefault) {
  const RecordHarness harness = RecordHarness::of(kRules);
  const RuleSet usual = default_rules(harness.rules());
  EXPECT_EQ(usual.find_rule("off"), -1);
  EXPECT_GE(usual.find_rule("on"), 0);
  EXPECT_EQ(usual.rules().size() + 1, harness.rules().rules().size());
}

TEST(GateKeys, AnOfficialWritingMustCompile) {
  RuleSet rules;
  ASSERT_TRUE(
      read_rules("[[rule]]\nid = \"a\"\nentity = \"AB\"\nregex = '[0-9]{3}'\nofficial = '('\n", "x.toml", rules));
  const auto matcher = Matcher::build(rules, {.reference = false, .default_region = {}});
  ASSERT_FALSE(matcher.has_value());
  EXPECT_TRUE(matcher.error().message.starts_with("x.toml:1: \"official\" of rule a: ")) << matcher.error().message;
}

}  // namespace
}  // namespace privet
