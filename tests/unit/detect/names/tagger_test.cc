#include "detect/names/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "cli/builtin_names.h"

namespace privet {
namespace {

const NameModel& model() {
  static const NameModel builtin = NameModel::read(builtin_name_model()).value();
  return builtin;
}

std::string names_of(std::string_view text, const std::vector<NameSpan>& found) {
  std::string out;
  for (const NameSpan& name : found) out += std::string(text.substr(name.span.begin, name.span.size())) + "|";
  return out;
}

// Lines far enough apart that none is in sight of another.
const std::string kText =
    "The trial of Wilhelmina Overbrook began on Monday.\nNobody said a word about it for a long time.\n"
    "Nothing else happened in town on that day either.\nThe lawyer Desmond Achterberg was there too.\n";

TEST(NameTagger, PassesOverWhatItHasSeenBefore) {
  NameTagger tagger(model());
  const std::uint16_t least = model().tables().balanced_least;
  std::vector<NameSpan> found;
  tagger.forget();
  tagger.tag_first(Bytes<ViewSpace>(kText), least, found);
  EXPECT_EQ(names_of(kText, found), "Wilhelmina Overbrook|Desmond Achterberg|");
  found.clear();
  tagger.tag_again(Bytes<ViewSpace>(kText), least, found);
  EXPECT_EQ(names_of(kText, found), "");
}

TEST(NameTagger, LooksAgainWhereALineIsAnother) {
  NameTagger tagger(model());
  const std::uint16_t least = model().tables().balanced_least;
  std::vector<NameSpan> found;
  tagger.tag_first(Bytes<ViewSpace>(kText), least, found);
  std::string changed = kText;
  changed.replace(changed.find("Desmond"), 7, "Roderic");
  found.clear();
  tagger.tag_again(Bytes<ViewSpace>(changed), least, found);
  EXPECT_EQ(names_of(changed, found), "Roderic Achterberg|");
  // What was seen is forgotten with its record.
  found.clear();
  tagger.forget();
  tagger.tag_again(Bytes<ViewSpace>(kText), least, found);
  EXPECT_EQ(names_of(kText, found), "Wilhelmina Overbrook|Desmond Achterberg|");
}

TEST(NameTagger, LooksAgainBesideALineThatIsAnother) {
  NameTagger tagger(model());
  const std::uint16_t least = model().tables().balanced_least;
  const std::string text = "Best regards,\nWilhelmina Overbrook\n";
  std::vector<NameSpan> found;
  tagger.tag_first(Bytes<ViewSpace>(text), least, found);
  const std::string changed = "Best wishes,\nWilhelmina Overbrook\n";
  found.clear();
  tagger.tag_again(Bytes<ViewSpace>(changed), least, found);
  EXPECT_EQ(names_of(changed, found), "Wilhelmina Overbrook|");
}

// A run that held a name is none that holds nothing.
TEST(NameTagger, FindsANameAgainInALineThatIsAnother) {
  NameTagger tagger(model());
  const std::uint16_t least = model().tables().balanced_least;
  const std::string text = "Then we met Wilhelmina Overbrook in the old town and walked on to the harbour.";
  const std::string changed = text + " It was late.";
  std::vector<NameSpan> found;
  tagger.tag_first(Bytes<ViewSpace>(text), least, found);
  EXPECT_EQ(names_of(text, found), "Wilhelmina Overbrook|");
  found.clear();
  tagger.tag_again(Bytes<ViewSpace>(changed), least, found);
  EXPECT_EQ(names_of(changed, found), "Wilhelmina Overbrook|");
}

// What is passed over unread because it cannot be probable enough is nothing that would have been.
TEST(NameTagger, FindsTheSameHoweverLittleIsAskedOfOtherNames) {
  std::string text =
      "Wilhelmina Overbrook of Torvek Brothers wrote to May Stone in Bristol.\nThe Morgan Bank said so, and will.\n"
      "thanks mark, see you at the harbour with jenny\nDESMOND ACHTERBERG - MANAGING DIRECTOR\n"
      "Lord Byron Street, Paris; Ann and Mr Lonner; Parkinson's; IBM, Ford and Chase; Achterberg v. Stone\n";
  // Words that are more or less of a name, each in a line of its own.
  for (const char* word :
       {"May",   "Stone",  "Chase",  "Bristol", "Morgan", "Torvek",  "Jordan", "Rose",   "Windsor", "Mercedes",
        "Paris", "Hudson", "Austin", "Faith",   "Bach",   "Lincoln", "Olive",  "Kelvin", "Tesla",   "Grace"}) {
    text += std::string("They went to ") + word + " on foot.\n" + word + " is what it was.\nall of " + word +
            "'s work, the new " + word + " and " + word + " House\n";
  }
  NameTagger tagger(model());
  std::vector<NameSpan> all, some;
  tagger.tag(Bytes<ViewSpace>(text), 0, all);
  for (const std::uint16_t least : std::initializer_list<std::uint16_t>{200, 5000, 20000, 29490, 45000, 60292, 65000}) {
    some.clear();
    tagger.tag(Bytes<ViewSpace>(text), least, some);
    std::vector<NameSpan> wanted;
    std::copy_if(all.begin(), all.end(), std::back_inserter(wanted),
                 [&](const NameSpan& name) { return name.probability >= least; });
    EXPECT_EQ(names_of(text, some), names_of(text, wanted)) << least;
  }
}

}  // namespace
}  // namespace privet
