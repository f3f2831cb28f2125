// The index of all cue words against the definition, a rule at a time.
#include "detect/context/cue_index.h"

#include <gtest/gtest.h>

#include <random>

#include "detect/context/cues.h"

namespace privet {
namespace {

RuleSet rules_with(const std::vector<CueWords>& cues) {
  RuleSet rules;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    Rule rule;
    rule.id = "r" + std::to_string(i);
    rule.cues = cues[i];
    rules.add(std::move(rule), "XX");
  }
  return rules;
}

const std::vector<CueWords>& some_cues() {
  static const std::vector<CueWords> kCues = {
      {.words = {"tel", "toll free", "téléphone", "电话"}, .window = 20},
      {.words = {"tel", "toll", "free call", "n.i.f.", "电话号码"}, .window = 40},
      {.words = {"ИНН", "паспорт", "t c", "话a", "tel话"}, .window = 9},
      {.words = {}, .window = 40},
  };
  return kCues;
}

TEST(CueIndex, SaysWhatTheDefinitionSays) {
  const RuleSet rules = rules_with(some_cues());
  const CueIndex index(rules);
  std::vector<CueMatcher> definitions;
  for (const Rule& rule : rules.rules()) definitions.emplace_back(rule.cues);
  const char* const kPieces[] = {"tel",  "TEL",       "hotel", " ",   "  ",      ": ", "toll", "Free",
                                 "call", "téléphone", "é",     "инн", "Паспорт", "电", "话",   "电话",
                                 "号码", "n.i.f.",    "nif",   "n",   "_",       "_x", "t",    "T.C.",
                                 "c",    "A",         "7",     "123", "\n",      "話", "ก"};
  std::mt19937 random(7);
  CueHits hits;
  CharMasks masks;
  int near = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t pieces = random() % 24;
    for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
    const auto at = static_cast<std::uint32_t>(text.size());
    text += std::string(random() % 90, '5');
    const auto end = static_cast<std::uint32_t>(text.size());
    for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
    const Span<ViewSpace> span{at - static_cast<std::uint32_t>(random() % 3 == 0 ? std::min<std::size_t>(at, 3) : 0),
                               end};
    index.look(text, masks.compute(text), at, hits);
    for (std::uint16_t r = 0; r < definitions.size(); ++r) {
      const bool may = index.may_be_near(RuleIndex{r}, hits);
      const std::uint32_t is = definitions[r].weight_near(Bytes<ViewSpace>(text), span);
      if (span.end - at <= CueIndex::kLongestValue) {
        EXPECT_TRUE(may || is == 0) << text;
      }
      EXPECT_EQ(index.weight_near(RuleIndex{r}, text, span, hits), is) << r << " " << text << " " << span.begin;
      near += is != 0 ? 1 : 0;
    }
  }
  EXPECT_GT(near, 5'000);
}

}  // namespace
}  // namespace privet
