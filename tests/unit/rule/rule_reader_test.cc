// Rule files: each kind of mistake is one line that says where and what to do.
#include "rule/rule_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "rule/rule_folder.h"
#include "support/scratch_folder.h"

namespace privet {
namespace {

// A good rule in three lines; `more` stands in line 5.
std::string rule(std::string_view more) {
  return "[[rule]]\nid = \"acme.id\"\nentity = \"ACME_ID\"\nregex = 'A-[0-9]{4}'\n" + std::string(more) + "\n";
}

std::string message_of(std::string_view text) {
  RuleSet rules;
  const Status status = read_rules(text, "x.toml", rules);
  return status ? "" : status.error().message;
}

TEST(RuleReader, SaysWhereAMistakeIsAndWhatToDo) {
  const struct {
    const char* name;
    std::string text;
    std::string message;  // the beginning of it
  } cases[] = {
      // The file.
      {"not TOML", "[[rule]\nid = 1", "x.toml:1: not valid TOML: "},
      {"TOML's own words hold a line end", "a = 5\ne = t\n", "x.toml:2: not valid TOML: "},
      {"another table", "[[rules]]\nid = 1\n", "x.toml:1: unknown key \"rules\"; did you mean \"rule\""},
      {"no array", "rule = 5\n", "x.toml:1: rules are written as [[rule]]"},
      {"an array of something else", "rule = [5]\n", "x.toml:1: rules are written as [[rule]]"},
      {"a key with a line end", "\"a\\nb\" = 1\n", "x.toml:1: unknown key \"a?b\""},
      // What a rule needs.
      {"no id", "[[rule]]\nentity = \"AB\"\nregex = 'x'\n", "x.toml:1: a rule needs \"id\""},
      {"no entity", "[[rule]]\nid = \"a\"\nregex = 'x'\n", "x.toml:1: a rule needs \"entity\""},
      {"no pattern", "[[rule]]\nid = \"a\"\nentity = \"AB\"\n", "x.toml:1: a rule needs \"prove\" (or \"regex\")"},
      // Names.
      {"entity in small letters", "[[rule]]\nid = \"a\"\nentity = \"Ab\"\nregex = 'x'\n",
       "x.toml:1: \"entity\" must be "},
      {"entity of one letter", "[[rule]]\nid = \"a\"\nentity = \"A\"\nregex = 'x'\n", "x.toml:1: \"entity\" must be "},
      {"entity with four digits", "[[rule]]\nid = \"a\"\nentity = \"A1234\"\nregex = 'x'\n",
       "x.toml:1: \"entity\" must be "},
      {"id in capitals", "[[rule]]\nid = \"A\"\nentity = \"AB\"\nregex = 'x'\n", "x.toml:1: \"id\" must be "},
      // Types and ranges.
      {"unknown key", rule("scor = 1"), "x.toml:5: unknown key \"scor\"; did you mean \"score\""},
      {"number for a text", rule("region = 5"), "x.toml:5: \"region\" must be a string"},
      {"number for texts", rule("finds = 5"), "x.toml:5: \"finds\" must be a string or an array of strings"},
      {"number among texts", rule("finds = [\"a\", 5]"), "x.toml:5: \"finds\" must hold strings only"},
      {"score too large", rule("score = 1.5"), "x.toml:5: \"score\" must be a number from 0 to 1"},
      {"score is no number", rule("score = \"high\""), "x.toml:5: \"score\" must be a number from 0 to 1"},
      {"score is nan", rule("score = nan"), "x.toml:5: \"score\" must be a number from 0 to 1"},
      {"strength", rule("strength = \"strong\""), "x.toml:5: \"strength\" must be validated, shaped or weak"},
      {"view", rule("view = \"words\""), "x.toml:5: \"view\" must be text or path"},
      {"context is no table", rule("context = [\"a\"]"), "x.toml:5: \"context\" must be a table"},
      {"unknown key of context", rule("context = { word = [\"a\"] }"),
       "x.toml:5: unknown key \"word\"; did you mean \"words\""},
      {"window too large", rule("context = { window = 1000 }"), "x.toml:5: \"window\" must be a number from 1 to 400"},
      {"boost too large", rule("context = { boost = 2 }"), "x.toml:5: \"boost\" must be a number from 0 to 1"},
      // Gates.
      {"unknown gate", rule("gate = \"ip5\""), "x.toml:5: unknown gate \"ip5\""},
      {"a gate without a name", rule("gate = \"\""), "x.toml:5: unknown gate \"\""},
      {"gate is a number", rule("gate = 5"), "x.toml:5: \"gate\" must be a table or a gate's name"},
      {"unknown key of a gate", rule("gate = { litral = \"x\" }"),
       "x.toml:5: unknown key \"litral\"; did you mean \"literal\""},
      {"two gates", rule("gate = { literal = \"x\", regex = \"y\" }"), "x.toml:5: a gate has exactly one of "},
      {"no gate in it", rule("gate = { before = \"x\" }"), "x.toml:5: a gate has exactly one of "},
      {"empty literal", rule("gate = { literal = \"\" }"), "x.toml:5: a literal must not be empty"},
      {"shape", rule("gate = { alnum = [\"LXD\"] }"), "x.toml:5: \"LXD\" is no shape such as \"LLDD\""},
      {"group lengths", rule("gate = { digits = [\"3--4\"] }"),
       "x.toml:5: \"3--4\" is no list of group lengths such as \"3-3-4\""},
      {"digits are no array", rule("gate = { digits = \"3\" }"), "x.toml:5: \"digits\" must be an array"},
      {"digits behind a lead", rule("gate = { digits = [9, 3], lead = \"+\" }"),
       "x.toml:5: with \"lead\", \"digits\" must be [least, most]"},
      {"a text among digits", rule("gate = { digits = [3, \"4\", 9], lead = \"+\" }"),
       "x.toml:5: with \"lead\", \"digits\" must be [least, most]"},
      {"a line of an array", rule("finds = [\"a\",\n5]"), "x.toml:6: \"finds\" must hold strings only"},
      {"lead", rule("gate = { digits = [3, 9], lead = \"#\" }"), "x.toml:5: \"lead\" must be \"+\" or \"00\""},
      {"before too long", rule("gate = { literal = \"x\", before_bytes = 5000 }"),
       "x.toml:5: \"before_bytes\" must be a number from 0 to 1024"},
      {"more before than may stand there", rule("gate = { digits = [\"4\"], before_bytes = 3, before_least = 4 }"),
       "x.toml:5: \"before_least\" must be a number from 0 to 3"},
      {"before_least alone", rule("gate = { digits = [\"4\"], before_least = 1 }"),
       "x.toml:5: \"before_least\" must be a number from 0 to 0"},
      {"token's shape", rule("gate = { token = [\"LDX\"] }"),
       "x.toml:5: \"LDX\" is no shape such as \"LLDD\" (L letter, D digit, A either; 1 to 31)"},
      {"empty token", rule("gate = { token = [\"\"] }"), "x.toml:5: \"\" is no shape"},
      {"token too long", rule("gate = { token = [\"" + std::string(32, 'D') + "\"] }"),
       "x.toml:5: \"" + std::string(32, 'D') + "\" is no shape"},
      {"tokens are no texts", rule("gate = { token = 5 }"), "x.toml:5: \"token\" must be a string or an array"},
      {"token beside a literal", rule("gate = { token = [\"LD\"], literal = \"x\" }"),
       "x.toml:5: a gate has exactly one of "},
      // Flags and writings.
      {"official is a number", rule("official = 5"), "x.toml:5: \"official\" must be a string"},
      {"default is a text", rule("default = \"off\""), "x.toml:5: \"default\" must be "},
      {"needed is a text", rule("context = { needed = \"yes\" }"), "x.toml:5: \"needed\" must be "},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const std::string message = message_of(c.text);
    EXPECT_TRUE(message.starts_with(c.message)) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos);
  }
}

TEST(RuleReader, ReadsWhatANumberWants) {
  RuleSet rules;
  const std::string more = "gate = { digits = [\"4\"], token = [\"LDD\", \"" + std::string(31, 'A') +
                           "\"], before = '[A-Z]', before_bytes = 3, before_least = 3 }\n"
                           "official = 'A-0{4}'\ndefault = false\ncontext = { needed = true }";
  ASSERT_TRUE(read_rules(rule(more), "x.toml", rules));
  const Rule& read = rules.rules().at(0);
  EXPECT_EQ(read.gate.kind, GateKind::kDigits);
  EXPECT_EQ(read.gate.digits.groups, std::vector<std::string>{"4"});
  EXPECT_EQ(read.gate.digits.tokens, (std::vector<std::string>{"LDD", std::string(31, 'A')}));
  EXPECT_EQ(read.gate.before_bytes, 3);
  EXPECT_EQ(read.gate.before_least, 3);
  EXPECT_EQ(read.official, "A-0{4}");
  EXPECT_TRUE(read.off);
  EXPECT_TRUE(read.cues.needed);
}

TEST(RuleReader, ReadsARuleOfThreeLines) {
  RuleSet rules;
  ASSERT_TRUE(read_rules(rule(""), "x.toml", rules));
  ASSERT_EQ(rules.rules().size(), 1U);
  const Rule& read = rules.rules()[0];
  EXPECT_EQ(read.id, "acme.id");
  EXPECT_EQ(rules.entity(read.entity), "ACME_ID");
  EXPECT_EQ(read.prove, "A-[0-9]{4}");
  EXPECT_EQ(read.strength, Strength::kValidated);  // a user's rule fires alone unless it says otherwise
  EXPECT_EQ(read.origin, "x.toml:1");
}

TEST(RuleReader, ReplacesARuleOfTheSameIdAndSaysSo) {
  RuleSet rules;
  std::string overridden;
  ASSERT_TRUE(read_rules(rule(""), "x.toml", rules, &overridden));
  EXPECT_EQ(overridden, "");
  ASSERT_TRUE(read_rules(rule("score = 0.9"), "y.toml", rules, &overridden));
  EXPECT_EQ(overridden, "acme.id\n");
  ASSERT_EQ(rules.rules().size(), 1U);
  EXPECT_EQ(rules.rules()[0].score, 0.9);
}

TEST(RuleReader, ReadsEveryTomlFileOfAFolderByName) {
  const test::ScratchFolder folder;
  folder.write("b/two.toml", "[[rule]]\nid = \"two\"\nentity = \"AB\"\nregex = 'x'\n");
  folder.write("a.toml", "[[rule]]\nid = \"one\"\nentity = \"AB\"\nregex = 'x'\n");
  folder.write("notes.txt", "no rules");
  RuleSet rules;
  ASSERT_TRUE(read_rule_folder(folder.path(), rules, nullptr, nullptr));
  ASSERT_EQ(rules.rules().size(), 2U);
  EXPECT_EQ(rules.rules()[0].id, "one");
  EXPECT_EQ(rules.rules()[1].origin, "b/two.toml:1");
}

TEST(RuleReader, NamesAFolderWithoutRules) {
  const test::ScratchFolder folder;
  RuleSet rules;
  EXPECT_EQ(read_rule_folder(folder.path("none"), rules, nullptr, nullptr).error().message,
            folder.path("none") + ": no such folder of rules");
  EXPECT_EQ(read_rule_folder(folder.path(), rules, nullptr, nullptr).error().message,
            folder.path() + ": holds no .toml file with rules");
}

TEST(RuleReader, ReadsTheBuiltInRules) {
  RuleSet rules;
  const Status status = read_builtin_rules(rules);
  ASSERT_TRUE(status) << status.error().message;
  EXPECT_GT(rules.rules().size(), 40U);
  EXPECT_GE(rules.find_entity("EMAIL_ADDRESS"), 0);
}

}  // namespace
}  // namespace privet
