// Files of markers: each kind of mistake is one line that says where and what to do.
#include "rule/marker_reader.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "rule/builtin.h"
#include "rule/rule_folder.h"
#include "support/scratch_folder.h"

namespace privet {
namespace {

// A good marker in five lines; `more` stands in line 6.
std::string marker(std::string_view more) {
  return "[[marker]]\nid = \"a.b\"\ncategory = \"metadata\"\nweight = 3\nall = ['^a=']\n" + std::string(more) + "\n";
}

std::string message_of(std::string_view text) {
  MarkerSet markers;
  const Status status = read_markers(text, "x.toml", markers);
  return status ? "" : status.error().message;
}

TEST(MarkerReader, SaysWhereAMistakeIsAndWhatToDo) {
  const struct {
    const char* name;
    std::string text;
    std::string message;  // the beginning of it
  } cases[] = {
      {"not TOML", "[[marker]\nid = 1", "x.toml:1: not valid TOML: "},
      {"another table", "[[markers]]\nid = 1\n", "x.toml:1: unknown key \"markers\"; did you mean \"marker\""},
      {"another platform", "platform = \"slak\"\n", "x.toml:1: unknown platform \"slak\"; did you mean \"slack\""},
      {"no id", "[[marker]]\ncategory = \"metadata\"\nweight = 3\nall = ['a']\n", "x.toml:1: a marker needs \"id\""},
      {"id in capitals", "[[marker]]\nid = \"A\"\ncategory = \"metadata\"\nweight = 3\nall = ['a']\n",
       "x.toml:2: \"id\" must be lower-case"},
      {"no category", "[[marker]]\nid = \"a\"\nweight = 3\nall = ['a']\n", "x.toml:1: a marker needs \"category\""},
      {"another category", "[[marker]]\nid = \"a\"\ncategory = \"shape\"\nweight = 3\nall = ['a']\n",
       "x.toml:3: unknown category \"shape\""},
      {"no weight", "[[marker]]\nid = \"a\"\ncategory = \"metadata\"\nall = ['a']\n",
       "x.toml:1: a marker needs \"weight\""},
      {"weight too large", "[[marker]]\nid = \"a\"\ncategory = \"metadata\"\nweight = 21\nall = ['a']\n",
       "x.toml:4: \"weight\" must be a number from -20 to 20"},
      {"no pattern", "[[marker]]\nid = \"a\"\ncategory = \"metadata\"\nweight = 3\n", "x.toml:1: a marker over paths"},
      {"unknown key", marker("wieght = 3"), "x.toml:6: unknown key \"wieght\"; did you mean \"weight\""},
      {"another class", marker("class = \"dm_2to2\""), "x.toml:6: unknown class \"dm_2to2\""},
      {"another view", marker("view = \"words\""), "x.toml:6: unknown view \"words\""},
      {"a short trigger", marker("trigger = [\"ab\"]"), "x.toml:6: a trigger must have three bytes"},
      {"a layout beside a pattern", marker("layout = [\"irc\"]"), "x.toml:6: \"layout\" goes with view = \"layout\""},
      {"a view of layouts without one",
       "[[marker]]\nid = \"a\"\ncategory = \"transcript\"\nweight = 3\nview = \"layout\"\n",
       "x.toml:1: \"layout\" goes with"},
      {"headers",
       "[[marker]]\nid = \"a\"\ncategory = \"transcript\"\nweight = 3\nview = \"layout\"\nlayout = [\"irc\"]\nheaders "
       "= 0\n",
       "x.toml:7: \"headers\" must be a number from 1 to 1000"},
      {"a number among triggers", marker("trigger = [5]"), "x.toml:6: \"trigger\" must hold strings only"},
      {"unknown key of a participant", "[[participant]]\npaht = 'a'\n", "x.toml:2: unknown key \"paht\""},
      {"a weight that is none", "[weights]\n\"a.b\" = \"high\"\n", "x.toml:1: "},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(message_of(c.text).substr(0, c.message.size()), c.message) << c.name;
  }
  EXPECT_EQ(message_of(marker("")), "");
}

TEST(MarkerReader, ReadsWhatIsWritten) {
  MarkerSet markers;
  ASSERT_TRUE(read_markers("platform = \"slack\"\nprovider_keys = [\"vendor\"]\n" +
                               marker("any = ['b', 'c']\nclass = \"dm\"\n") +
                               "[[participant]]\npath = ['from', 'to']\n[weights]\n\"a.b\" = 7.5\n",
                           "x.toml", markers));
  ASSERT_EQ(markers.markers().size(), 1U);
  const Marker& one = markers.markers()[0];
  EXPECT_EQ(platform_name(one.platform), "slack");
  EXPECT_EQ(one.all, (std::vector<std::string>{"^a=", "(?:b|c)"}));
  EXPECT_TRUE(one.any_dm);
  EXPECT_EQ(one.message_class, MessageClass::kDm1to1);
  EXPECT_EQ(one.weight, 3);
  EXPECT_EQ(markers.participants().size(), 2U);
  EXPECT_EQ(markers.provider_keys(), std::vector<std::string>{"vendor"});
  // Weights come last, whichever file they stand in.
  ASSERT_TRUE(markers.apply_weights(nullptr));
  EXPECT_EQ(markers.markers()[0].weight, 7.5);
  std::string unknown;
  markers.set_weight("no.such", 1);
  EXPECT_FALSE(markers.apply_weights(&unknown));
  EXPECT_EQ(unknown, "no.such");
}

TEST(MarkerReader, AFolderAddsAndReplaces) {
  test::ScratchFolder folder;
  folder.write("private-message/own.toml", marker("description = \"ours\""));
  folder.write("other.toml", "[[rule]]\nid = \"one\"\nentity = \"AB\"\nregex = 'x'\n");
  MarkerSet markers;
  RuleSet rules;
  ASSERT_TRUE(read_markers(marker(""), "first.toml", markers));
  ASSERT_TRUE(read_rule_folder(folder.path(), rules, &markers, nullptr));
  ASSERT_EQ(markers.markers().size(), 1U);
  EXPECT_EQ(markers.markers()[0].description, "ours");
  EXPECT_EQ(markers.find("a.b"), 0);
  EXPECT_EQ(markers.find("a.c"), -1);
  EXPECT_EQ(rules.rules().size(), 1U);
}

// A second marker of an id would take the first one's place without a word.
TEST(MarkerReader, BuiltInIdsDiffer) {
  std::size_t written = 0;
  for (const BuiltinFile& file : builtin_rule_files()) {
    if (!is_marker_file(file.name)) continue;
    for (std::size_t at = file.text.find("\n[[marker]]"); at != std::string_view::npos;
         at = file.text.find("\n[[marker]]", at + 1))
      ++written;
  }
  MarkerSet markers;
  ASSERT_TRUE(read_builtin_markers(markers));
  EXPECT_EQ(markers.markers().size(), written);
  EXPECT_GT(written, 300U);
  std::string unknown;
  EXPECT_TRUE(markers.apply_weights(&unknown)) << unknown;
}

}  // namespace
}  // namespace privet
