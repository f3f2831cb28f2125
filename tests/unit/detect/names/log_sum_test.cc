// Sums of logarithms in whole numbers against the same in doubles.
#include "detect/names/log_sum.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace privet {
namespace {

double exact(Score a, Score b) {
  const double high = std::max(a, b), low = std::min(a, b);
  return high + kScoreUnit * std::log1p(std::exp((low - high) / kScoreUnit));
}

TEST(AddLogs, IsNearlyThatOfDoubles) {
  std::mt19937 random(11);
  for (int i = 0; i < 200'000; ++i) {
    const Score a = static_cast<Score>(random() % 400'000) - 200'000;
    const Score b = a + static_cast<Score>(random() % 120'000) - 60'000;
    // Half a step of the table, at a slope of at most a half, and rounding.
    EXPECT_NEAR(add_logs(a, b), exact(a, b), log_sum::kStep / 4.0 + 1) << a << " " << b;
  }
}

TEST(AddLogs, KnowsNoOrder) {
  std::mt19937 random(12);
  for (int i = 0; i < 10'000; ++i) {
    const Score a = static_cast<Score>(random() % 100'000), b = static_cast<Score>(random() % 100'000);
    EXPECT_EQ(add_logs(a, b), add_logs(b, a));
    EXPECT_GE(add_logs(a, b), std::max(a, b));
  }
}

TEST(AddLogs, LeavesTheImpossibleImpossible) {
  EXPECT_EQ(add_logs(kImpossible, 5), 5);
  EXPECT_EQ(add_logs(-70'000, kImpossible), -70'000);
  EXPECT_LT(add_logs(kImpossible, kImpossible), kImpossible / 2);
}

TEST(AddLogs, DoublesWhatIsEqual) { EXPECT_NEAR(add_logs(0, 0), kScoreUnit * std::log(2.0), log_sum::kStep); }

}  // namespace
}  // namespace privet
