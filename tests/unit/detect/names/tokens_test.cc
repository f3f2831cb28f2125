// Cutting text into words, links, handles and marks.
#include "detect/names/tokens.h"

#include <gtest/gtest.h>

#include <string>

#include "support/growth.h"

namespace privet {
namespace {

// The tokens with bars between; "~" for a line end.
std::string cut(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, 0, 1000, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += '|';
    out += token.kind == TokenKind::kBreak ? "~" : text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

struct Case {
  const char* what;
  std::string_view text, tokens;
};

const Case kCases[] = {
    {"nothing", "", ""},
    {"words and marks", "Ann, come!", "Ann|,|come|!"},
    // Joined.
    {"names keep their hyphens", "Jean-Luc met Anna-Lena", "Jean-Luc|met|Anna-Lena"},
    {"a capital and a lower half are two", "Lind-based", "Lind|-|based"},
    {"lower halves are one", "well-known", "well-known"},
    {"names keep their apostrophes", "O'Lonner", "O'Lonner"},
    {"typographic ones too", "O\u2019Lonner", "O\u2019Lonner"},
    {"a possessive is apart", "Lonner's", "Lonner|'|s"},
    {"also in lower case", "lonner's", "lonner|'|s"},
    {"a contraction is one", "don't", "don't"},
    {"an elision keeps its apostrophe", "d'Orsenna", "d'|Orsenna"},
    {"an elision of a common word", "l'avenir", "l'avenir"},
    {"a hyphen at the end", "Ann- and", "Ann|-|and"},
    // Beyond ASCII.
    {"letters with accents", "Zo\u00EB \u00D6ztan", "Zo\u00EB|\u00D6ztan"},
    {"a combining mark stays with its letter", "Zoe\u0308 x", "Zoe\u0308|x"},
    {"a mark of several bytes is one", "Ann\u2026\u00BBLind\u00AB", "Ann|\u2026|\u00BB|Lind|\u00AB"},
    // What is no word.
    {"numbers with their dots", "12.5, 10:30 1/2.", "12.5|,|10:30|1/2|."},
    {"letters and digits", "x86 4th Ann2", "x86|4th|Ann2"},
    {"identifiers", "ann_lind _x", "ann_lind|_x"},
    {"an address", "to ann.lind@example.com.", "to|ann.lind@example.com|."},
    {"a link", "see https://example.com/Ann-Lind, Ann", "see|https://example.com/Ann-Lind|,|Ann"},
    {"a link without its scheme", "www.example.org/Ann x", "www.example.org/Ann|x"},
    {"a handle and a tag", "@ann_lind #AnnLind", "@ann_lind|#AnnLind"},
    {"an at sign alone", "@ Ann", "@|Ann"},
    // Lines.
    {"line ends and the spaces around them are one", "Ann\r\n \n Lind", "Ann|~|Lind"},
};

TEST(Tokens, AreCutWhereNamesCanBeginAndEnd) {
  for (const Case& c : kCases) EXPECT_EQ(cut(c.text), c.tokens) << c.what;
}

TEST(Tokens, AWordLongerThanAnyIsNoWord) {
  std::vector<Token> tokens;
  append_tokens(std::string(kLongestWord, 'a'), 0, 10, tokens);
  append_tokens(std::string(kLongestWord + 1, 'a'), 0, 10, tokens);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].kind, TokenKind::kWord);
  EXPECT_EQ(tokens[1].kind, TokenKind::kMixed);
}

TEST(Tokens, StopAtTheNumberAskedForAndGoOnFromThere) {
  const std::string_view text = "Ann met O'Lind at 10:30, @home\nand left";
  std::vector<Token> whole, pieces;
  append_tokens(text, 0, 100, whole);
  for (std::uint32_t at = 0; at < text.size();) at = append_tokens(text, at, 1, pieces);
  ASSERT_EQ(pieces.size(), whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    EXPECT_EQ(pieces[i].begin, whole[i].begin);
    EXPECT_EQ(pieces[i].end, whole[i].end);
    EXPECT_EQ(pieces[i].spaced, whole[i].spaced) << i;
  }
}

TEST(Tokens, TakeLinearTimeWhateverTheText) {
  constexpr std::size_t kBytes = std::size_t{10} << 20;
  const std::string_view kPieces[] = {"a", "A",      "a-", "A'", "@",   "_",      "1.",
                                      ".", "\u00E9", "a.", "a@", "://", "a\u2019"};
  for (const std::string_view piece : kPieces) {
    expect_linear_time(kBytes, piece, [&](std::size_t bytes) {
      const std::string text = repeated(piece, bytes);
      std::vector<Token> tokens;
      const double before = cpu_seconds();
      for (std::uint32_t at = 0; at < text.size(); tokens.clear()) at = append_tokens(text, at, 1024, tokens);
      return cpu_seconds() - before;
    });
  }
}

}  // namespace
}  // namespace privet
