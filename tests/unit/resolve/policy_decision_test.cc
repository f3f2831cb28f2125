// What a policy answers: three values, the first rule, doubt against use.
#include "resolve/policy_decision.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rule/policy_reader.h"

namespace privet {
namespace {

using enum PolicySubject;

// "block by eea", "review by eea for want of region".
std::string answer(const std::string& rules, const std::vector<PolicyFact>& facts,
                   MessageClass message_class = MessageClass::kDm1to1, std::string_view platform = "linkedin") {
  const Result<Policy> policy = read_policy("default = \"allow\"\n" + rules, "x.toml");
  if (!policy) return policy.error().message;
  const Platform p{static_cast<std::uint8_t>(*find_name(kPlatforms, platform))};
  const PolicyAnswer got = decide(*policy, message_class, p, facts);
  std::string out = std::string(decision_name(got.decision)) + " by " + std::string(got.rule);
  if (got.unknown) out += " for want of " + std::string(subject_name(*got.unknown));
  return out;
}

std::string rule(const char* id, const char* decision, const std::string& conditions) {
  return "[[rule]]\nid = \"" + std::string(id) + "\"\ndecision = \"" + decision + "\"\n" + conditions + "\n";
}

TEST(PolicyDecision, ConditionsHoldFailOrAreUnknown) {
  const struct {
    const char* name;
    const char* decision;
    const char* conditions;
    std::vector<PolicyFact> facts;
    const char* answer;
  } cases[] = {
      // Regions.
      {"in the list", "block", "region = \"CH\"", {{kRegion, "CH"}}, "block by r"},
      {"not in it", "block", "region = \"CH\"", {{kRegion, "US"}}, "allow by default"},
      {"no region", "block", "region = \"CH\"", {{kLanguage, "de"}}, "review by r for want of region"},
      {"no region, and the rule says pass", "block", "region = \"CH\"\nunknown = \"allow\"", {}, "allow by default"},
      {"the rule says pass, and it holds",
       "block",
       "region = \"CH\"\nunknown = \"allow\"",
       {{kRegion, "CH"}},
       "block by r"},
      {"a member of a group", "block", "region = \"EEA\"", {{kRegion, "NO"}}, "block by r"},
      {"of the smaller group not", "block", "region = \"EU\"", {{kRegion, "NO"}}, "allow by default"},
      {"the group itself", "block", "region = \"EEA\"", {{kRegion, "EU"}}, "block by r"},
      {"somewhere in the Union", "block", "region = \"DE\"", {{kRegion, "EU"}}, "review by r for want of region"},
      {"in the Union, so not there", "block", "region = \"CH\"", {{kRegion, "EU"}}, "allow by default"},
      // More than one: doubt is against use.
      {"one of two blocks", "block", "region = \"CH\"", {{kRegion, "US"}, {kRegion, "CH"}}, "block by r"},
      {"one of two does not allow", "allow", "region = \"US\"", {{kRegion, "US"}, {kRegion, "CH"}}, "allow by default"},
      {"both allow", "allow", "region = [\"US\", \"CH\"]", {{kRegion, "US"}, {kRegion, "CH"}}, "allow by r"},
      {"want of a fact does not allow", "allow", "consent = true", {}, "review by r for want of consent"},
      // A condition that fails settles it, whatever is unknown.
      {"unknown and failed", "block", "region = \"CH\"\nconsent = false", {{kConsent, "true"}}, "allow by default"},
      {"unknown and held",
       "block",
       "region = \"CH\"\nconsent = false",
       {{kConsent, "false"}},
       "review by r for want of region"},
      // Dates: before and after are without the day itself.
      {"before", "block", "before = \"2018-05-25\"", {{kDate, "2018-05-24"}}, "block by r"},
      {"on the day", "block", "before = \"2018-05-25\"", {{kDate, "2018-05-25"}}, "allow by default"},
      {"after", "block", "after = \"2018-05-25\"", {{kDate, "2018-05-26"}}, "block by r"},
      {"not after", "block", "after = \"2018-05-25\"", {{kDate, "2018-05-25"}}, "allow by default"},
      {"begun before",
       "block",
       "before = \"2018-05-25\"",
       {{kDate, "2018-01-01"}, {kDate, "2019-01-01"}},
       "block by r"},
      {"begun before, ended after",
       "allow",
       "before = \"2018-05-25\"",
       {{kDate, "2018-01-01"}, {kDate, "2019-01-01"}},
       "allow by default"},
      {"between",
       "block",
       "after = \"2018-01-01\"\nbefore = \"2018-12-31\"",
       {{kDate, "2019-01-01"}},
       "allow by default"},
      {"no date", "block", "before = \"2018-05-25\"", {}, "review by r for want of date"},
      // Sources.
      {"a source", "block", "source = \"vendor-a\"", {{kSource, "vendor-a"}}, "block by r"},
      {"a source that begins so", "block", "source = \"vendor-*\"", {{kSource, "vendor-a"}}, "block by r"},
      {"not without the star", "block", "source = \"vendor-\"", {{kSource, "vendor-a"}}, "allow by default"},
      {"no source", "block", "source = \"vendor-a\"", {}, "review by r for want of source"},
      // The others.
      {"language", "block", "language = [\"de\", \"fr\"]", {{kLanguage, "fr"}}, "block by r"},
      {"opt-out", "block", "opt_out = true", {{kOptOut, "true"}}, "block by r"},
      {"consent that is pending", "block", "consent = [\"false\", \"pending\"]", {{kConsent, "pending"}}, "block by r"},
      {"visibility", "allow", "visibility = [\"public\", \"world\"]", {{kVisibility, "public"}}, "allow by r"},
      {"incoming", "block", "allow_incoming = \"none\"", {{kAllowIncoming, "none"}}, "block by r"},
  };
  for (const auto& c : cases) {
    const std::string got = answer(rule("r", c.decision, c.conditions), c.facts);
    // "allow by default" and "allow by r" differ, so that an allowing rule shows.
    EXPECT_EQ(got, c.answer) << c.name;
  }
}

TEST(PolicyDecision, TheFirstRuleThatHoldsDecides) {
  const std::string rules = rule("swiss", "allow", "region = \"CH\"") +
                            rule("linkedin", "block", "platform = \"linkedin\"") + rule("rest", "review", "");
  EXPECT_EQ(answer(rules, {{kRegion, "CH"}}), "allow by swiss");
  EXPECT_EQ(answer(rules, {{kRegion, "US"}}), "block by linkedin");
  EXPECT_EQ(answer(rules, {{kRegion, "US"}}, MessageClass::kDm1to1, "slack"), "review by rest");
  EXPECT_EQ(answer(rules, {}), "review by swiss for want of region");
}

TEST(PolicyDecision, RulesAreOfClassesAndPlatforms) {
  const std::string rules =
      rule("r", "block", "class = [\"dm_inmail\", \"dm_group\"]\nplatform = [\"linkedin\", \"xmpp\"]\nregion = \"CH\"");
  EXPECT_EQ(answer(rules, {{kRegion, "CH"}}, MessageClass::kDmGroup, "xmpp"), "block by r");
  EXPECT_EQ(answer(rules, {{kRegion, "CH"}}, MessageClass::kSupport, "xmpp"), "allow by default");
  EXPECT_EQ(answer(rules, {{kRegion, "CH"}}, MessageClass::kDmGroup, "slack"), "allow by default");
  // Of another platform, so that its want of a region is nobody's matter.
  EXPECT_EQ(answer(rules, {}, MessageClass::kDmGroup, "slack"), "allow by default");
}

}  // namespace
}  // namespace privet
