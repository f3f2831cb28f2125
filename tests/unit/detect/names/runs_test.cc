// The gate: what could hold a name, and what is never looked at.
#include "detect/names/runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/growth.h"
#include "support/lexicon_builder.h"

namespace privet {
namespace {

const Lexicon& lexicon() {
  using W = WordPart;
  static const BuiltLexicon words({
      {"ann", WordFacts(3, 0, 0, W::kNone)},        {"wilma", WordFacts(3, 0, 0, W::kNone)},
      {"lind", WordFacts(0, 3, 0, W::kNone)},       {"lonner", WordFacts(0, 2, 0, W::kNone)},
      {"grace", WordFacts(3, 0, 2, W::kNone)},      {"stone", WordFacts(0, 2, 2, W::kNone)},
      {"van", WordFacts(0, 0, 2, W::kParticle)},    {"der", WordFacts(0, 0, 2, W::kParticle)},
      {"mr", WordFacts(0, 0, 0, W::kTitle)},        {"hi", WordFacts(0, 0, 2, W::kGreeting)},
      {"monday", WordFacts(0, 0, 2, W::kCalendar)}, {"jr", WordFacts(0, 0, 0, W::kSuffix)},
      {"the", WordFacts(0, 0, 3, W::kNone)},        {"and", WordFacts(0, 0, 3, W::kNone)},
      {"met", WordFacts(0, 0, 3, W::kNone)},        {"we", WordFacts(0, 0, 3, W::kNone)},
      {"saw", WordFacts(0, 0, 3, W::kNone)},        {"today", WordFacts(0, 0, 3, W::kNone)},
      {"table", WordFacts(0, 0, 2, W::kNone)},      {"on", WordFacts(0, 0, 3, W::kNone)},
      {"paper", WordFacts(0, 0, 1, W::kNone)},      {"with", WordFacts(0, 0, 3, W::kNone)},
  });
  return words.lexicon();
}

// The text with its runs in brackets.
std::string gate(std::string_view text) {
  RunCutter cutter(lexicon());
  std::string out;
  std::size_t at = 0;
  cutter.cut(text, [&](const Run& run) {
    const std::uint32_t begin = run.tokens.front().begin, end = run.tokens.back().end;
    EXPECT_LE(at, begin);
    out += std::string(text.substr(at, begin - at)) + "[" + std::string(text.substr(begin, end - begin)) + "]";
    at = end;
    EXPECT_EQ(run.infos.size(), run.tokens.size() + 2 * Run::kAround);
    EXPECT_EQ(run.begins_sentence.size(), run.tokens.size());
    EXPECT_LE(run.tokens.size(), kLongestRun);
  });
  return out + std::string(text.substr(at));
}

struct Case {
  const char* what;
  std::string_view runs;  // with brackets
};

const Case kCases[] = {
    // Capitals.
    {"a name", "we met [Ann Lind] today"},
    {"an unknown word with a capital", "we met [Torvek] today"},
    {"a sentence's first word that is plain", "Table met the table"},
    {"a sentence's first word that is none", "[Torvek] met the table"},
    {"capitals of plain words alone", "we saw the Table Paper today"},
    {"but one word that is not plain is enough", "we saw the [Table Torvek] today"},
    {"a month or weekday", "we met on Monday with the table"},
    {"two names with a word between are two runs", "[Ann] and [Wilma] met"},
    {"a comma ends a run", "we saw [Ann Lind], [Wilma Lonner]"},
    // What joins.
    {"particles", "we met [Wilma van der Lonner] today"},
    {"a particle that begins", "we met [van Lonner] today"},
    {"a particle that ends is none", "we met [Wilma] van the table"},
    {"initials", "we met [A. J. Lind] today"},
    {"an initial in the middle", "we met [Ann J. Lind] today"},
    {"a hyphenated end in lower case", "we met [Torvek Jong-il] today"},
    {"what stands in quotes inside a name", "we met [Wilma \"Bo\" Lonner] today"},
    {"a suffix with its dot", "we met [Ann Lind Jr.] and the table"},
    // Lower case inside a line with capitals.
    {"a given name", "We met [ann] and the table"},
    {"an unknown word is nothing", "We met torvek and the table"},
    // Lines without capitals.
    {"a name of the lists", "we met [ann lind] today"},
    {"an unknown word where the rest is known", "we met [torvek] today with the table"},
    {"an initial before a name", "we met [a. lind] today"},
    {"initials alone are none", "we met a. and b. today"},
    {"what follows a given name", "we met [ann paper] today"},
    {"what follows a greeting", "hi [paper] we met"},
    {"a family name that is a plain word too", "we saw the stone today"},
    {"a line of which little is known", "torvek musala perut kidolan"},
    {"but its names are still names", "torvek [ann] musala perut kidolan"},
    // Never.
    {"numbers, links, handles and tags", "we saw 12 https://example.com/Ann @Ann #Ann"},
    {"calls", "we saw Torvek(12) and ann(1)"},
    {"parts of identifiers", "we saw on.ann.table and --ann and $ann and table/ann/paper and ann=1"},
    {"but a sentence may end with a name", "We met [ann]. The table"},
    {"nothing", ""},
};

TEST(Gate, LetsThroughWhatCouldBeAName) {
  for (const Case& c : kCases) {
    std::string text;
    for (const char ch : c.runs) text += ch == '[' || ch == ']' ? "" : std::string(1, ch);
    EXPECT_EQ(gate(text), c.runs) << c.what;
  }
}

LineStyle style_of(std::string_view text) {
  RunCutter cutter(lexicon());
  LineStyle style = LineStyle::kNormal;
  cutter.cut(text, [&](const Run& run) { style = run.style; });
  return style;
}

TEST(Gate, SaysHowTheLineIsWritten) {
  EXPECT_EQ(style_of("we met Ann today"), LineStyle::kNormal);
  EXPECT_EQ(style_of("we met ann today"), LineStyle::kLower);
  EXPECT_EQ(style_of("WE MET ANN TODAY"), LineStyle::kUpper);
  EXPECT_EQ(style_of("We Met Ann Today"), LineStyle::kTitle);
  EXPECT_EQ(style_of("WE MET TORVEK\nwe met Ann today"), LineStyle::kNormal);
}

TEST(Gate, GivesTheTrainerWhatItPassesOver) {
  RunCutter cutter(lexicon(), Runs::kAll);
  std::size_t runs = 0;
  cutter.cut("we saw the Table Paper today", [&](const privet::Run& run) { runs += run.tokens.size() == 2 ? 1 : 0; });
  EXPECT_EQ(runs, 1U);
}

// Lines are read a thousand tokens at a time.
TEST(Gate, CutsALineTheSameWhereverItStands) {
  const std::string line = "we met Ann Lind with Wilma van der Lonner on Monday and saw the table";
  const std::string cut = gate(line);
  std::string text, runs;
  for (int i = 0; i < 500; ++i) {
    const std::string more = std::string(static_cast<std::size_t>(i % 7), ',') + "\n";
    text += line + more;
    runs += cut + more;
  }
  EXPECT_EQ(gate(text), runs);
}

// What a run sees of its words is what a lone look at each says.
TEST(Gate, DescribesTheTokensAroundARunAsTheyAre) {
  const std::string text = "we met Ann Lind, Wilma and Torvek Jong-il at the table. The Lonner paper\nAnn saw Émile";
  RunCutter cutter(lexicon());
  WordBook book(lexicon());
  std::vector<Token> tokens;
  append_tokens(text, 0, text.size(), tokens);
  std::size_t seen = 0;
  cutter.cut(text, [&](const privet::Run& run) {
    const auto same = [&](const Token& token) { return token.begin == run.tokens.front().begin; };
    const auto first = std::find_if(tokens.begin(), tokens.end(), same) - tokens.begin();
    for (std::size_t i = 0; i < run.infos.size(); ++i) {
      const std::ptrdiff_t at =
          first + static_cast<std::ptrdiff_t>(i) - static_cast<std::ptrdiff_t>(privet::Run::kAround);
      WordInfo info;
      if (at >= 0 && at < std::ssize(tokens)) {
        const Token& token = tokens[static_cast<std::size_t>(at)];
        WordSketch sketch;
        book.sketch(text, std::span(&token, 1), &sketch);
        book.describe(text, token, sketch, info);
      }
      EXPECT_EQ(run.infos[i].word, info.word) << at;
      EXPECT_EQ(run.infos[i].suffix4, info.suffix4) << at;
      EXPECT_EQ(run.infos[i].facts, info.facts) << at;
      EXPECT_EQ(run.infos[i].shape, info.shape) << at;
      ++seen;
    }
  });
  EXPECT_GT(seen, 30U);
}

TEST(Gate, DoesNotSeeAcrossLines) {
  EXPECT_EQ(gate("we met Ann\nLind and the table"), "we met [Ann]\n[Lind] and the table");
}

TEST(Gate, CutsRunsThatAreTooLongForAName) {
  std::string text = "we met";
  for (int i = 0; i < 500; ++i) text += " Torvek";
  gate(text);
}

TEST(Gate, TakesLinearTimeWhateverTheText) {
  constexpr std::size_t kBytes = std::size_t{10} << 20;
  const std::string_view kPieces[] = {"a",    "A",        "Torvek ", "ann ",   "a.",     "A. ",
                                      "van ", "Ann van ", "\"",      "Ann \"", "torvek-"};
  RunCutter cutter(lexicon());
  for (const std::string_view piece : kPieces) {
    expect_linear_time(kBytes, piece, [&](std::size_t bytes) {
      const std::string text = repeated(piece, bytes);
      std::size_t runs = 0;
      const double before = cpu_seconds();
      cutter.cut(text, [&](const privet::Run&) { ++runs; });
      return cpu_seconds() - before;
    });
  }
}

}  // namespace
}  // namespace privet
