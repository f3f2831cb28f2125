// Allow rules as they are written.
#include "rule/allow_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace privet {
namespace {

std::string mistake(std::string_view text) {
  const Result<std::vector<AllowRule>> rules = read_allow_rules(text, "p.toml");
  return rules ? "none" : rules.error().message;
}

TEST(AllowReader, ReadsEveryKey) {
  const Result<std::vector<AllowRule>> rules = read_allow_rules(R"(threads = 2

[[allow]]
reason = "ours"
expires = 2026-02-28
entity = "EMAIL_ADDRESS"
domain = ["example.com", "@Example.ORG"]
value = "a.*"
path = "x/"
pointer = "/a"
source = "s"
source-field = "/m/s"

[[allow]]
reason = "too"
expires = "2026-03-01"
path = ["y"]
)",
                                                                "p.toml");
  ASSERT_TRUE(rules.has_value()) << rules.error().message;
  ASSERT_EQ(rules->size(), 2U);
  const AllowRule& first = rules->front();
  EXPECT_EQ(first.reason, "ours");
  EXPECT_EQ(first.expires, "2026-02-28");
  EXPECT_EQ(first.place, "p.toml:3");
  EXPECT_EQ(first.domain.any_of, (std::vector<std::string>{"example.com", "example.org"}));
  EXPECT_EQ(first.domain.place, "p.toml:7");
  EXPECT_EQ(first.source_field, "/m/s");
  EXPECT_EQ(rules->back().expires, "2026-03-01");
  EXPECT_EQ(rules->back().source_field, "/source");
  EXPECT_TRUE(read_allow_rules("threads = 2", "p.toml")->empty());
}

TEST(AllowReader, NamesTheFirstMistake) {
  const std::pair<const char*, const char*> cases[] = {
      {"[[allow]]\npath = 'x'", "p.toml:1: an allow rule needs \"reason\": why its findings are no matter"},
      {"[[allow]]\npath = 'x'\nreason = ' '",
       "p.toml:3: an allow rule needs \"reason\": why its findings are no matter"},
      {"[[allow]]\nreason = 'x'",
       "p.toml:1: an allow rule needs one at least of entity, domain, value, path, pointer and source"},
      {"[[allow]]\nreason = 'x'\npath = []", "p.toml:3: \"path\" must name one at least"},
      {"[[allow]]\nreason = 'x'\npath = 3", "p.toml:3: \"path\" must be a string or an array of strings"},
      {"[[allow]]\nreason = 'x'\npaths = 'x'", "p.toml:3: unknown key \"paths\"; did you mean \"path\"?"},
      {"[[allow]]\nreason = 'x'\npath = 'x'\nexpires = 2026-02-30", "p.toml:4: not valid TOML"},
      {"[[allow]]\nreason = 'x'\npath = 'x'\nexpires = '2026-02-30'",
       "p.toml:4: \"expires\" must be a day, YYYY-MM-DD"},
      {"[[allow]]\nreason = 'x'\npath = 'x'\nexpires = 2026", "p.toml:4: \"expires\" must be a day, YYYY-MM-DD"},
      {"[[allow]]\nreason = 'x'\ndomain = 'a@example.com'", "p.toml:3: \"domain\" must be a domain"},
      {"[[allow]]\nreason = 'x'\ndomain = '*.example.com'", "p.toml:3: \"domain\" must be a domain"},
      {"[[allow]]\nreason = 'x'\npath = 'x'\nsource-field = '/a'", "p.toml:4: \"source-field\" says where"},
      {"[allow]\nreason = 'x'", "p.toml:1: allows are written as [[allow]]"},
      {"allow = true", "p.toml:1: allows are written as [[allow]]"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(mistake(text).substr(0, std::string(expected).size()), expected);
}

}  // namespace
}  // namespace privet
