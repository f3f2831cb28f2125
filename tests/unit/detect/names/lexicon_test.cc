// What the lexicon keeps of a word, and which tables it refuses.
#include "detect/names/lexicon.h"

#include <gtest/gtest.h>

#include <string>

#include "support/lexicon_builder.h"

namespace privet {
namespace {

TEST(WordFacts, KeepEachOfTheirPartsApart) {
  for (int given = 0; given < 4; ++given) {
    for (int family = 0; family < 4; ++family) {
      for (int plain = 0; plain < 4; ++plain) {
        for (const WordPart part : {WordPart::kNone, WordPart::kTitle, WordPart::kPlace, WordPart::kNationality}) {
          for (const NameLean lean : {NameLean::kNotCounted, NameLean::kFamily, NameLean::kBoth, NameLean::kGiven}) {
            const WordFacts facts(given, family, plain, part, lean);
            EXPECT_EQ(facts.given(), given);
            EXPECT_EQ(facts.family(), family);
            EXPECT_EQ(facts.plain(), plain);
            EXPECT_EQ(facts.part(), part);
            EXPECT_EQ(facts.lean(), lean);
          }
        }
      }
    }
  }
}

TEST(Lexicon, FindsWhatWasPutInAndNothingElse) {
  const BuiltLexicon words({
      {"ann", WordFacts(3, 0, 0, WordPart::kNone)},
      {"lind", WordFacts(0, 3, 1, WordPart::kNone, NameLean::kFamily)},
      {"\u00F6ztan", WordFacts(1, 2, 0, WordPart::kNone)},
      {"mr", WordFacts(0, 0, 0, WordPart::kTitle)},
  });
  EXPECT_EQ(words.lexicon().find("ann"), WordFacts(3, 0, 0, WordPart::kNone));
  EXPECT_EQ(words.lexicon().find("lind"), WordFacts(0, 3, 1, WordPart::kNone, NameLean::kFamily));
  EXPECT_EQ(words.lexicon().find("\u00F6ztan"), WordFacts(1, 2, 0, WordPart::kNone));
  EXPECT_TRUE(words.lexicon().find("mr").is(WordPart::kTitle));
  EXPECT_FALSE(words.lexicon().find("Ann").known());  // only folded words stand there
  EXPECT_FALSE(words.lexicon().find("").known());
  EXPECT_FALSE(words.lexicon().find("table").known());
}

TEST(Lexicon, WithoutATableKnowsNothing) { EXPECT_FALSE(Lexicon().find("ann").known()); }

TEST(Lexicon, OfSlotsThatAreAllTakenStillAnswers) {
  std::string table;
  for (int i = 0; i < 1024; ++i) table += std::string("\x01\x00\x01\x00", 4);
  const Result<Lexicon> full = Lexicon::read(table);
  ASSERT_TRUE(full.has_value());
  EXPECT_FALSE(full->find("ann").known());
}

TEST(Lexicon, RefusesATableOfAnotherSize) {
  EXPECT_FALSE(Lexicon::read("").has_value());
  EXPECT_FALSE(Lexicon::read(std::string(4 * 3, '\0')).has_value());
  EXPECT_FALSE(Lexicon::read(std::string(4 * 16 + 1, '\0')).has_value());
  EXPECT_TRUE(Lexicon::read(std::string(4 * 16, '\0')).has_value());
}

}  // namespace
}  // namespace privet
