// Intervals against published values, and scores against all made by hand.
#include "audit/score.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace privet {
namespace {

TEST(Intervals, ClopperPearsonIsThePublishedOne) {
  struct Case {
    std::uint64_t hits, drawn;
    double low, high;
  };
  for (const Case& c : {Case{5, 1500, 0.00108, 0.00776}, Case{3, 300, 0.00207, 0.02894}, Case{0, 3000, 0, 0.00123}}) {
    const Interval interval = clopper_pearson(c.hits, c.drawn);
    EXPECT_NEAR(interval.low, c.low, 0.000005) << c.hits;
    EXPECT_NEAR(interval.high, c.high, 0.000005) << c.hits;
  }
  // One-sided, 95 %: three in n for none of n.
  EXPECT_NEAR(clopper_pearson(0, 3000, 0.9).high, 0.00100, 0.000005);
}

TEST(Intervals, AreWholeAtTheEnds) {
  EXPECT_EQ(clopper_pearson(0, 0).low, 0);
  EXPECT_EQ(clopper_pearson(0, 0).high, 1);
  EXPECT_EQ(clopper_pearson(0, 7).low, 0);
  EXPECT_EQ(clopper_pearson(7, 7).high, 1);
  EXPECT_NEAR(clopper_pearson(7, 7).low, 1 - clopper_pearson(0, 7).high, 1e-12);
}

ScoredRecord record(std::vector<LabelledSpan> gold, std::vector<LabelledSpan> found) {
  return {std::move(gold), std::move(found)};
}

TEST(Score, CountsWhatIsExactAndWhatOverlaps) {
  const ScoredRecord one = record({{"A", 0, 5}, {"A", 10, 15}, {"B", 20, 25}},
                                  {{"A", 0, 5}, {"A", 0, 5}, {"A", 12, 18}, {"A", 30, 35}, {"B", 0, 5}});
  const Agreement a = agreement_of(one, "A");
  EXPECT_EQ(a.gold, 2U);
  EXPECT_EQ(a.found, 3U) << "what is found twice at one place all once";
  EXPECT_EQ(a.exact, 1U);
  EXPECT_EQ(a.met_found, 2U);
  EXPECT_EQ(a.met_gold, 2U);
  EXPECT_EQ(a.false_alarms, 0U) << "the record holds a label of A";
  const Agreement c = agreement_of(record({{"A", 0, 1}}, {{"C", 0, 1}, {"C", 2, 3}}), "C");
  EXPECT_EQ(c.false_alarms, 2U);
  EXPECT_EQ(c.false_records, 1U);

  const std::vector<Agreement> both = {a, agreement_of(record({{"A", 0, 1}}, {}), "A")};
  const EntityScore score = score_of(both);
  EXPECT_DOUBLE_EQ(score.precision.value, 1.0 / 3);
  EXPECT_DOUBLE_EQ(score.recall.value, 1.0 / 3);
  EXPECT_DOUBLE_EQ(score.f1.value, 1.0 / 3);
  EXPECT_DOUBLE_EQ(score.overlap_precision, 2.0 / 3);
  EXPECT_DOUBLE_EQ(score.overlap_recall, 2.0 / 3);
  EXPECT_LE(score.f1.interval.low, score.f1.value);
  EXPECT_GE(score.f1.interval.high, score.f1.value);
}

TEST(Score, OfNothingIsNoZero) {
  const EntityScore none = score_of({});
  EXPECT_EQ(none.precision.value, 1);
  EXPECT_EQ(none.recall.value, 1);
  EXPECT_EQ(none.recall.interval.low, 0);
  const std::vector<Agreement> missed = {agreement_of(record({{"A", 0, 1}}, {}), "A")};
  EXPECT_EQ(score_of(missed).precision.value, 0);
  EXPECT_EQ(score_of(missed).f1.value, 0);
}

// 320 of 400 found and nothing else: the share of both is .8, from .757 to .838.
TEST(Score, TheIntervalOfF1IsThatOfWhatIsLabelledAndFound) {
  std::vector<Agreement> records;
  for (int i = 0; i < 400; ++i) {
    const bool hit = i % 5 != 0;
    records.push_back(agreement_of(
        record({{"A", 0, 1}}, hit ? std::vector<LabelledSpan>{{"A", 0, 1}} : std::vector<LabelledSpan>{}), "A"));
  }
  const EntityScore score = score_of(records);
  EXPECT_NEAR(score.f1.value, 8.0 / 9, 1e-9);
  const Interval both = clopper_pearson(320, 400);
  EXPECT_DOUBLE_EQ(score.f1.interval.low, 2 * both.low / (1 + both.low));
  EXPECT_DOUBLE_EQ(score.f1.interval.high, 2 * both.high / (1 + both.high));
  EXPECT_LT(score_of(std::vector<Agreement>{agreement_of(record({{"A", 0, 1}}, {{"A", 0, 1}}), "A")}).f1.interval.low,
            0.1)
      << "one that is right says little";
}

TEST(Score, SaysWhatWasTakenForWhat) {
  Confusion confusion;
  add_confusion(
      record({{"A", 0, 10}, {"B", 20, 25}, {"A", 40, 45}}, {{"C", 0, 10}, {"A", 0, 10}, {"C", 19, 25}, {"C", 60, 61}}),
      confusion);
  EXPECT_EQ(confusion, (Confusion{{{"A", "A"}, 1}, {{"B", "C"}, 1}, {{"A", ""}, 1}, {{"", "C"}, 1}}));
}

}  // namespace
}  // namespace privet
