// Policies as files: what they may say, and each mistake as one line.
#include "rule/policy_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "rule/regions.h"

namespace privet {
namespace {

// A good rule in four lines; `more` stands in line 5.
std::string rule(std::string_view more) {
  return "default = \"allow\"\n[[rule]]\nid = \"a\"\ndecision = \"block\"\n" + std::string(more) + "\n";
}

std::string message_of(const std::string& text) {
  const Result<Policy> policy = read_policy(text, "x.toml");
  return policy ? "" : policy.error().message;
}

TEST(PolicyReader, SaysWhereAMistakeIsAndWhatToDo) {
  const struct {
    const char* name;
    std::string text;
    std::string message;  // the beginning of it
  } cases[] = {
      {"a good one", rule("region = [\"EEA\", \"EU\", \"CH\"]\nunknown = \"allow\""), ""},
      {"no default", "[[rule]]\nid = \"a\"\ndecision = \"block\"\n", "x.toml:1: a policy states what no rule decides"},
      {"another default", "default = \"alow\"\n", "x.toml:1: unknown default \"alow\"; did you mean \"allow\"?"},
      {"another table", "default = \"allow\"\n[[rules]]\nid = \"a\"\n",
       "x.toml:2: unknown key \"rules\"; did you mean \"rule\"?"},
      {"no id", "default = \"allow\"\n[[rule]]\ndecision = \"block\"\n", "x.toml:2: a rule of a policy needs \"id\""},
      {"no decision", "default = \"allow\"\n[[rule]]\nid = \"a\"\n", "x.toml:2: a rule of a policy needs \"decision\""},
      {"the id of the default", "default = \"allow\"\n[[rule]]\nid = \"default\"\ndecision = \"block\"\n",
       "x.toml:3: the id \"default\" is taken"},
      {"an id twice", rule("[[rule]]\nid = \"a\"\ndecision = \"block\""), "x.toml:6: the id \"a\" is taken"},
      {"another key", rule("regoin = \"CH\""), "x.toml:5: unknown key \"regoin\"; did you mean \"region\"?"},
      {"another platform", rule("platform = [\"slack\", \"linkdin\"]"),
       "x.toml:5: unknown platform \"linkdin\"; did you mean \"linkedin\"?"},
      {"a class that is not private", rule("class = \"public_post\""), "x.toml:5: unknown class \"public_post\""},
      {"another region", rule("region = \"EEB\""), "x.toml:5: unknown region \"EEB\"; did you mean "},
      {"a kingdom", rule("region = [\"UK\"]"), "x.toml:5: unknown region \"UK\"; did you mean \"GB\"?"},
      {"no region", rule("region = []"), "x.toml:5: \"region\" must name one at least"},
      {"a language by its name", rule("language = \"german\""), "x.toml:5: \"language\" must be ISO 639 codes"},
      {"a day in digits", rule("before = \"25.05.2018\""), "x.toml:5: \"before\" must be a day such as"},
      {"a day that is none", rule("after = \"2018-02-30\""), "x.toml:5: \"after\" must be a day such as"},
      {"a star in the middle", rule("source = \"a*b\""), "x.toml:5: \"source\" must be names"},
      {"a consent of another kind", rule("consent = \"yes\""), "x.toml:5: unknown consent \"yes\""},
      {"a number for a consent", rule("consent = 1"), "x.toml:5: \"consent\" must hold words only"},
      {"another visibility", rule("visibility = [\"publc\"]"),
       "x.toml:5: unknown visibility \"publc\"; did you mean \"public\"?"},
      {"unknown by another word", rule("unknown = \"block\""), "x.toml:5: unknown unknown \"block\""},
  };
  for (const auto& c : cases) {
    const std::string message = message_of(c.text);
    EXPECT_TRUE(c.message.empty() ? message.empty() : message.starts_with(c.message)) << c.name << ": " << message;
  }
}

TEST(PolicyReader, GroupsOfRegionsStandForTheirMembers) {
  const Result<Policy> policy = read_policy(rule("region = [\"EEA\", \"CH\"]"), "x.toml");
  ASSERT_TRUE(policy.has_value());
  ASSERT_EQ(policy->rules.front().conditions.size(), 1U);
  const std::vector<std::string>& list = policy->rules.front().conditions.front().values;
  const std::set<std::string> members(list.begin(), list.end());
  EXPECT_EQ(members.size(), list.size());
  for (const char* in : {"DE", "IE", "RE", "NO", "IS", "LI", "CH", "EU"}) EXPECT_TRUE(members.contains(in)) << in;
  for (const char* out : {"GB", "US", "EEA", "TR"}) EXPECT_FALSE(members.contains(out)) << out;
  EXPECT_FALSE(is_in_union("NO"));
}

TEST(PolicyReader, EveryMemberOfAGroupIsACountry) {
  const auto codes = country_codes();
  EXPECT_EQ(codes.size(), 250U);
  EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end()));
  for (const std::string& member : region_members(kEconomicArea)) {
    EXPECT_TRUE(member == kUnion || std::binary_search(codes.begin(), codes.end(), member)) << member;
    EXPECT_TRUE(member == kUnion || member == "IS" || member == "LI" || member == "NO" || is_in_union(member));
  }
  EXPECT_EQ(region_members(kUnion).size(), 27U + 7U + 1U);  // states, Åland and outermost regions, itself
}

TEST(PolicyReader, ExamplesAreGood) {
  std::size_t n = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PRIVET_SOURCE_DIR) + "/rules/policy")) {
    std::ifstream in(entry.path(), std::ios::binary);
    EXPECT_EQ(message_of({std::istreambuf_iterator<char>(in), {}}), "") << entry.path();
    ++n;
  }
  EXPECT_EQ(n, 3U);
}

}  // namespace
}  // namespace privet
