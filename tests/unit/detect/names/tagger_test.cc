#include "detect/names/tagger.h"

#include <gtest/gtest.h>

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
  tagger.forget_lines();
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
  tagger.forget_lines();
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

}  // namespace
}  // namespace privet
