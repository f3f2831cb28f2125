// Patterns of paths: those of .gitignore.
#include "gate/glob.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>

namespace privet {
namespace {

bool matches(std::string_view glob, std::string_view path) {
  RE2::Options bytes(RE2::Latin1);
  bytes.set_dot_nl(true);
  const RE2 pattern(glob_pattern(glob), bytes);
  EXPECT_TRUE(pattern.ok()) << glob << ": " << pattern.error();
  return RE2::FullMatch({path.data(), path.size()}, pattern);
}

struct Case {
  const char* glob;
  const char* path;
  bool matches;
};

const Case kCases[] = {
    // A name alone is meant in any folder, and with all below it.
    {"*.md", "README.md", true},
    {"*.md", "doc/a/b.md", true},
    {"*.md", "doc/a.mdx", false},
    {"fixtures", "tests/fixtures/a.jsonl", true},
    {"fixtures", "tests/fixtures", true},
    {"fixtures", "tests/my-fixtures/a", false},
    {"fixtures/", "tests/fixtures/a", true},
    {"fixtures/", "tests/fixtures", false},
    // With a slash it is meant from the top.
    {"/a.md", "a.md", true},
    {"/a.md", "b/a.md", false},
    {"tests/data", "tests/data/x/y.jsonl", true},
    {"tests/data", "other/tests/data/x", false},
    {"./tests/data", "tests/data/x", true},
    // One star stays in a name, two do not.
    {"tests/*.jsonl", "tests/a.jsonl", true},
    {"tests/*.jsonl", "tests/a/b.jsonl", false},
    {"tests/**/b.jsonl", "tests/b.jsonl", true},
    {"tests/**/b.jsonl", "tests/x/y/b.jsonl", true},
    {"**/b.jsonl", "x/y/b.jsonl", true},
    {"a/**", "a/b/c", true},
    {"a/**", "ab/c", false},
    // One character, whatever it takes in bytes; or a byte that is none.
    {"a?.txt", "ab.txt", true},
    {"a?.txt", "a\xC3\xA9.txt", true},
    {"a?.txt", "a\xF0\x9F\x98\x80.txt", true},
    {"a?.txt", "a\xFF.txt", true},
    {"a?.txt", "a.txt", false},
    {"x/a?b", "x/a/b", false},
    // One of several.
    {"a[0-9].txt", "a7.txt", true},
    {"a[0-9].txt", "ax.txt", false},
    {"a[!0-9].txt", "ax.txt", true},
    {"a[!0-9].txt", "a7.txt", false},
    {"a[]x]b", "a]b", true},
    {"a[!x]b", "a/b", false},
    {"a[.]b", "a.b", true},
    {"a[.]b", "axb", false},
    {"a[!--]b", "axb", true},
    {"a[!--]b", "a-b", false},
    {"a[x-]b", "a-b", true},
    {"a[z-x]b", "a-b", true},
    {"a[z-x]b", "ayb", false},
    {"a[\\]b", "a\\b", true},
    {"a[b", "a[b", true},
    // What is no pattern stands for itself.
    {"a.b+c(d)|e", "a.b+c(d)|e", true},
    {"a.b", "axb", false},
    {"\\*.md", "*.md", true},
    {"\\*.md", "a.md", false},
    {"my notes\nx", "my notes\nx", true},
    {"\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9", true},
    {"\xFFx", "\xFFx", true},
    {"*", "a/b", true},
    // Above the folder of the file there is nothing of ours, unless it is named.
    {"data/x", "../data/x", false},
    {"../data/x", "../data/x", true},
};

TEST(Glob, MatchesAsGitignoreDoes) {
  for (const Case& c : kCases) EXPECT_EQ(matches(c.glob, c.path), c.matches) << c.glob << " on " << c.path;
}

// Whatever is typed is a pattern.
TEST(Glob, IsAlwaysValid) {
  for (int a = 1; a < 256; ++a) {
    for (const char* const around : {"", "[", "[!", "\\", "**", "]"}) {
      const std::string glob = std::string(around) + static_cast<char>(a);
      RE2::Options bytes(RE2::Latin1);
      bytes.set_log_errors(false);
      EXPECT_TRUE(RE2(glob_pattern(glob), bytes).ok()) << glob;
      EXPECT_TRUE(RE2(glob_pattern(glob + "-]"), bytes).ok()) << glob << "-]";
    }
  }
}

}  // namespace
}  // namespace privet
