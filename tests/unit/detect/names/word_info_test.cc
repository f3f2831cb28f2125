// What the gate and the features see of a word.
#include "detect/names/word_info.h"

#include <gtest/gtest.h>

#include <string>

#include "detect/names/word_hash.h"
#include "support/lexicon_builder.h"

namespace privet {
namespace {

const Lexicon& lexicon() {
  using W = WordPart;
  static const BuiltLexicon words({{"ann", WordFacts(3, 0, 0, W::kNone)},
                                   {"overbrook", WordFacts(0, 2, 0, W::kNone)},
                                   {"internationally", WordFacts(0, 0, 2, W::kNone)}});
  return words.lexicon();
}

// The first token of `text`, at the beginning of a text or right at its end.
WordInfo describe(WordBook& book, const std::string& text, std::size_t begin = 0) {
  std::vector<Token> tokens;
  append_tokens(text, static_cast<std::uint32_t>(begin), 1, tokens);
  WordSketch sketch;
  book.sketch(text, tokens, &sketch);
  WordInfo info;
  book.describe(text, tokens.at(0), sketch, info);
  return info;
}

std::uint32_t bytes_of(std::string_view text) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, text.data(), text.size());
  return bytes;
}

TEST(WordBook, SaysOfEachShapeWhatItIs) {
  const std::pair<const char*, Shape> kShapes[] = {
      {"lamp", Shape::kLower},
      {"Lamp", Shape::kTitle},
      {"LAMP", Shape::kUpper},
      {"L", Shape::kInitial},
      {"l", Shape::kLower},
      {"McLamp", Shape::kInner},
      {"LaMP", Shape::kInner},
      {"iLamp", Shape::kCamel},
      {"Jean-Luc", Shape::kTitleJoined},
      {"JEAN-LUC", Shape::kUpperJoined},
      {"well-known", Shape::kLowerJoined},
      {"\u00c9mile", Shape::kTitle},
      {"\u00c9MILE", Shape::kUpper},
      {"\u00e9mile", Shape::kLower},
      {"Internationally", Shape::kTitle},
      {"INTERNATIONALLY", Shape::kUpper},
      {"Internationalism", Shape::kTitle},
      {"Internationalisms", Shape::kTitle},
  };
  WordBook book(lexicon());
  for (const auto& [word, shape] : kShapes) EXPECT_EQ(describe(book, word).shape, shape) << word;
}

// A short word of ASCII letters is described at once, any other letter by letter.
TEST(WordBook, DescribesWordsOfEverySizeAlike) {
  const std::string letters = "internationalisations";
  for (std::size_t size = 1; size <= letters.size(); ++size) {
    const std::string word = letters.substr(0, size);
    for (const std::string& text : {word, word + " and more words behind it"}) {
      WordBook book(lexicon());
      const WordInfo info = describe(book, text);
      EXPECT_EQ(info.word, static_cast<std::uint32_t>(hash_word(word) >> 32)) << word;
      EXPECT_EQ(info.prefix2, bytes_of(word.substr(0, 2))) << word;
      EXPECT_EQ(info.prefix3, bytes_of(word.substr(0, 3))) << word;
      EXPECT_EQ(info.suffix2, bytes_of(word.substr(size - std::min<std::size_t>(size, 2)))) << word;
      EXPECT_EQ(info.suffix3, bytes_of(word.substr(size - std::min<std::size_t>(size, 3)))) << word;
      EXPECT_EQ(info.suffix4, bytes_of(word.substr(size - std::min<std::size_t>(size, 4)))) << word;
      EXPECT_EQ(info.letters, size) << word;
      EXPECT_EQ(info.facts.plain(), word == "internationally" ? 2 : 0) << word;
    }
  }
}

TEST(WordBook, KnowsAWordInEveryCase) {
  WordBook book(lexicon());
  for (const char* word : {"overbrook", "Overbrook", "OVERBROOK", "overBrook"}) {
    EXPECT_EQ(describe(book, word).facts.family(), 2) << word;
    EXPECT_EQ(describe(book, word).word, describe(book, "overbrook").word) << word;
  }
}

// Whatever was asked before: more words than are remembered.
TEST(WordBook, NeverMixesWordsUp) {
  WordBook used(lexicon());
  for (int i = 0; i < 50'000; ++i) {
    std::string word = "a";
    for (int rest = i; rest > 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
    if (i % 3 == 0) word += "\u00e9";
    const WordInfo info = describe(used, word);
    ASSERT_EQ(info.word, static_cast<std::uint32_t>(hash_word(word) >> 32)) << word;
    ASSERT_EQ(info.letters, i % 3 == 0 ? word.size() - 1 : word.size()) << word;
  }
  EXPECT_EQ(describe(used, "Ann").facts.given(), 3);
}

}  // namespace
}  // namespace privet
