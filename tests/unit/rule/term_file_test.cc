// Files of terms: what is a term, and each kind of mistake by its line.
#include "rule/term_file.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

TEST(TermFile, HasATermInEachLine) {
  const Result<TermFile> file = read_terms("\xEF\xBB\xBF# names\r\n Jo Doe\t\r\n\n  # more\nAcme # 1\nlast", "n.txt");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->name, "n.txt");
  EXPECT_EQ(file->terms, (std::vector<std::string>{"Jo Doe", "Acme # 1", "last"}));
}

TEST(TermFile, SaysWhereAMistakeIs) {
  const std::string longest(kLongestTerm, 'x');
  std::string most;
  for (std::size_t i = 0; i < kMostTerms; ++i) most += "x\n";
  const struct {
    std::string text, message;  // empty: none
  } cases[] = {
      {longest, ""},
      {"a\n\n" + longest + "x", "n.txt:3: a term has at most 256 bytes"},
      {most, ""},
      {most + "# c\ny", "n.txt:100002: a file has at most 100,000 terms"},
      {"a\n\xC3\n", "n.txt:2: not UTF-8; save the file as UTF-8"},
      {"# a\n\n", "n.txt: holds no term"},
      {std::string(kLargestTermFile + 1, '#'), "n.txt: a file of terms has at most 32 MiB"},
  };
  for (const auto& c : cases) {
    const Result<TermFile> file = read_terms(c.text, "n.txt");
    EXPECT_EQ(file ? "" : file.error().message, c.message);
  }
}

}  // namespace
}  // namespace privet
