// Patterns taken apart: how far they reach, what is drawn from them, and what
// is refused rather than read as something else.
#include "rule/pattern.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>
#include <vector>

#include "rule/pattern_alternatives.h"

namespace privet {
namespace {

TEST(Pattern, TellsTheMostBytesOfAMatch) {
  const struct {
    const char* pattern;
    std::uint32_t reach;
  } cases[] = {
      {"abc", 3},
      {"a|bcd|", 3},
      {"a?b{2,5}(?:cd){3}", 12},
      {"é日😀", 9},
      {"[a-zé]{2}", 4},
      {".", 4},
      {"[^a]", 4},
      {"\\d\\D", 5},
      {"\\p{L}{2}", 8},
      {"(?i)abc", 3},
      {"(?i)k", 3},  // the Kelvin sign
      {"(?i)s{2}", 4},
      {"\\A\\b^x$\\z", 1},
      {"a{0}", 0},
      {"a*", kUnbounded},
      {"(?:a{3,}){2}", kUnbounded},
      {"(?:^)*", 0},
      {"(?:(?:(?:a{1000}){1000}){1000}){1000}", kUnbounded},  // more than 32 bits hold
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.pattern);
    const Result<Pattern> pattern = Pattern::parse(c.pattern);
    ASSERT_TRUE(pattern) << pattern.error().message;
    EXPECT_EQ(pattern->reach(), c.reach);
  }
}

TEST(Pattern, DrawsTextsThatThePatternMatches) {
  for (const char* text : {"[A-Za-z0-9_][^a-c\\d.-]{2,5}", "(?i)[^a]straße", "\\PL\\p{Han}{1,3}\\S", "a*(?:b|c+d)?",
                           "[\\d-z]x[]a]", "\\x{e9}\\x41"}) {
    SCOPED_TRACE(text);
    const Result<Pattern> pattern = Pattern::parse(text);
    ASSERT_TRUE(pattern) << pattern.error().message;
    SampleRandom random(1);
    for (int i = 0; i < 200; ++i) {
      std::string sample;
      pattern->sample(random, sample);
      EXPECT_TRUE(re2::RE2::FullMatch(sample, text)) << sample;
    }
  }
}

TEST(Pattern, TellsWhatEveryMatchHolds) {
  using Texts = std::vector<std::string>;
  const struct {
    const char* pattern;
    Texts required;  // of three bytes and more
  } cases[] = {
      {"abc", {"abc"}},
      {"(?i)ABC", {"abc"}},
      {"ab", {}},
      {"abc|def", {"abc", "def"}},
      {"abc|de", {}},
      {"abc\\d*|\\d+", {}},
      {"[ab]cd", {"acd", "bcd"}},
      {"gr[ae]y", {"gray", "grey"}},
      {"colou?rs", {"colors", "colours"}},
      {"\\d+ wrote:", {" wrote:"}},
      {"abc\\d*xyzw", {"xyzw"}},  // the rarer
      {"(?:abc)*", {}},
      {"(?:abc)+x", {"abc"}},
      {"(?:ab){2}", {"abab"}},
      {"(?:abc){0}", {}},
      {"a{2,5}bc", {}},
      {"\\w+@\\w+", {}},
      {"^from: .*(?:ann|bob|\\w+)$", {"from: "}},
      {"Ärger", {"Ärger"}},
      {"[^x]abc", {"abc"}},
      {"[a-z]abc", {"abc"}},
      {"(?:a|b)(?:c|d)(?:e|f)", {"ace", "acf", "ade", "adf", "bce", "bcf", "bde", "bdf"}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.pattern);
    const Result<Pattern> pattern = Pattern::parse(c.pattern);
    ASSERT_TRUE(pattern) << pattern.error().message;
    EXPECT_EQ(pattern->required(3).texts, c.required);
  }
  EXPECT_EQ(Pattern::parse("\\w+@\\w+")->required(1).texts, Texts{"@"});
}

TEST(Pattern, TellsWhereAMatchBeginsAndHowFarItGoesBeforeWhatItHolds) {
  using Begin = Pattern::Begin;
  const struct {
    const char* pattern;
    Begin begin;
    std::uint32_t bytes, line_feeds;  // before the end of the text that it holds
  } cases[] = {
      {"(?m)^abc", Begin::kLine, 3, 0},
      {"^abc", Begin::kText, 3, 0},
      {"\\Aabc", Begin::kText, 3, 0},
      {"(?m)(?:^|\\A)abc", Begin::kLine, 3, 0},
      {"(?m)(?:^|x)abc", Begin::kAnywhere, 4, 0},
      {"(?m)(?:^)?abc", Begin::kAnywhere, 3, 0},
      {"(?m)\\b^abc", Begin::kLine, 3, 0},
      {"(?m)(^x)+abc", Begin::kLine, kUnbounded, 0},
      {"(?m)(?i)^(?:[^\\n]{2}\\n)?abc.*", Begin::kLine, 12, 1},
      {"[^x]{3}abc", Begin::kAnywhere, 15, 3},
      {"[^x\\n]{3}abc", Begin::kAnywhere, 15, 0},
      {".{3}abc", Begin::kAnywhere, 15, 0},
      {"(?s).{3}abc", Begin::kAnywhere, 15, 3},
      {"(?s:.)(?:\\s|\\S|\\D|[\\t-z])abc", Begin::kAnywhere, 11, 2},
      {"\\w\\d\\S\\pLabc", Begin::kAnywhere, 13, 0},
      {"(?:abc|\\nabcd)x*\\n", Begin::kAnywhere, 5, 1},
      {"\\n*abc", Begin::kAnywhere, kUnbounded, kUnbounded},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.pattern);
    const Result<Pattern> pattern = Pattern::parse(c.pattern);
    ASSERT_TRUE(pattern) << pattern.error().message;
    EXPECT_EQ(pattern->begin(), c.begin);
    const Pattern::Required required = pattern->required(3);
    EXPECT_EQ(required.before.bytes, c.bytes);
    EXPECT_EQ(required.before.line_feeds, c.line_feeds);
  }
}

TEST(Pattern, TellsWhatElseStandsBeforeWhatAMatchHolds) {
  using Texts = std::vector<std::string>;
  const struct {
    const char* pattern;
    Texts texts, earlier;
  } cases[] = {
      {"(?:abc|def)x*[^=]*(?:xyzw|qxyz)", {"qxyz", "xyzw"}, {"abc", "def"}},
      {"xyzw\\d*the", {"xyzw"}, {}},
      {"the\\d*tea\\d*xyzw", {"xyzw"}, {"the"}},
      {"(?:the\\d*xyzw)+", {"xyzw"}, {}},
      {"(?:the\\d*xyzw|tea\\d*qxyz)", {"qxyz", "xyzw"}, {"tea", "the"}},
      {"(?:the\\d*xyzw|qxyz)", {"qxyz", "xyzw"}, {}},
      {"(?:eat)\\d*(?:xyzw\\d*|qxyz\\d*)", {"qxyz", "xyzw"}, {"eat"}},
      {"(?:xyzw\\d*)(?:the\\d*qxyzqxyz)", {"qxyzqxyz"}, {"the"}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.pattern);
    const Pattern::Required required = Pattern::parse(c.pattern)->required(3);
    EXPECT_EQ(required.texts, c.texts);
    EXPECT_EQ(required.earlier, c.earlier);
  }
}

TEST(Pattern, IsCutIntoItsAlternatives) {
  using Texts = std::vector<std::string>;
  const struct {
    const char* pattern;
    Texts alternatives;
  } cases[] = {
      {"abc", {"abc"}},
      {"", {""}},
      {"a|b", {"a", "b"}},
      {"a||b", {"a", "", "b"}},
      {"(a|b)|c", {"(a|b)", "c"}},
      {"(?:a|b)", {"a", "b"}},
      {"(?:a|b)c", {"(?:a|b)c"}},
      {"(?i)(?:a|(?s)b|c)", {"(?i)a", "(?i)(?s)b", "(?i)(?s)c"}},
      {"(?:(?i)a|b)", {"(?i)a", "(?i)b"}},
      {"(?i:a)|b", {"(?i:a)", "b"}},
      {"[|]|[]|]|[^]|]|\\||x\\)|\\[|y", {"[|]", "[]|]", "[^]|]", "\\|", "x\\)", "\\[", "y"}},
      {"a|(b", {"a|(b"}},
      {"a|b)", {"a|b)"}},
      {"a|[b", {"a|[b"}},
      {"\\Qa|b\\E", {"\\Qa|b\\E"}},
      {"[[:alpha:]]|b", {"[[:alpha:]]|b"}},
      {"a|\\", {"a|\\"}},
  };
  for (const auto& c : cases) EXPECT_EQ(alternatives_of(c.pattern), c.alternatives) << c.pattern;
}

TEST(Pattern, DrawsTheSameTextsEverywhere) {
  const Result<Pattern> pattern = Pattern::parse("[0-9]{3}-[a-z]{2}");
  SampleRandom one(7), two(7);
  std::string a, b;
  for (int i = 0; i < 5; ++i) {
    pattern->sample(one, a);
    pattern->sample(two, b);
  }
  EXPECT_EQ(a, b);
  EXPECT_EQ(a.size(), 30U);
}

TEST(Pattern, RefusesWhatItDoesNotKnow) {
  const struct {
    const char* pattern;
    const char* message;
  } cases[] = {
      {"a)", "unmatched ) at byte 1 of the pattern"},
      {"(a", "unfinished group at byte 2 of the pattern"},
      {"[a", "unfinished class at byte 2 of the pattern"},
      {"[b-a]", "a range that ends before it begins at byte 4 of the pattern"},
      {"[[:alpha:]]", "unknown class [: at byte 1 of the pattern"},
      {"\\Qa\\E", "unknown escape \\Q at byte 2 of the pattern"},
      {"\\1", "unknown escape \\1 at byte 2 of the pattern"},
      {"\\p{Klingon}", "unknown class \\p{Klingon} at byte 11 of the pattern"},
      {"\\x{110000}", "\\x names no character at byte 10 of the pattern"},
      {"a**", "a repeat of a repeat; put the first in a group at byte 2 of the pattern"},
      {"*a", "a repeat of nothing at byte 0 of the pattern"},
      {"a(?i)*", "a repeat of nothing at byte 5 of the pattern"},
      {"a{3,2}", "a repeat of at least more than at most at byte 6 of the pattern"},
      {"a{2000}", "more than 1000 repeats at byte 7 of the pattern"},
      {"a\\", "a backslash at the end at byte 2 of the pattern"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.pattern);
    const Result<Pattern> pattern = Pattern::parse(c.pattern);
    ASSERT_FALSE(pattern);
    EXPECT_EQ(pattern.error().message, c.message);
  }
}

TEST(Pattern, RefusesGroupsTooDeepToWalk) {
  EXPECT_FALSE(Pattern::parse(std::string(100000, '(') + std::string(100000, ')')));
}

}  // namespace
}  // namespace privet
