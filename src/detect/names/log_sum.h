// Sums of probabilities as logarithms, in whole numbers: every processor gets
// the same, and no library's exp() decides what is a name.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace privet {

// A score is a natural logarithm in units of 1/4096.
using Score = std::int32_t;
inline constexpr Score kScoreUnit = 4096;
inline constexpr Score kImpossible = -(Score{1} << 28);

namespace log_sum {

inline constexpr int kStep = 16;                          // units from one entry to the next
inline constexpr int kEntries = 10 * kScoreUnit / kStep;  // beyond a difference of ten nothing is left

// e^-x for x in [0, 10]: halved until the series is short, then squared back.
constexpr double exp_minus(double x) {
  const double small = -x / 1024;
  double term = 1, sum = 1;
  for (int n = 1; n < 8; ++n) sum += term *= small / n;
  for (int n = 0; n < 10; ++n) sum *= sum;
  return sum;
}

// log(1 + y) for y in [0, 1], by the series of atanh.
constexpr double log_one_plus(double y) {
  const double z = y / (2 + y);
  double power = z, sum = 0;
  for (int n = 1; n < 40; n += 2, power *= z * z) sum += power / n;
  return 2 * sum;
}

constexpr std::array<std::uint16_t, kEntries> make_table() {
  std::array<std::uint16_t, kEntries> table{};
  for (int i = 0; i < kEntries; ++i) {
    const double x = (i + 0.5) * kStep / kScoreUnit;
    const double units = log_one_plus(exp_minus(x)) * kScoreUnit;
    const auto whole = static_cast<std::uint16_t>(units);
    table[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(whole + (units - whole >= 0.5 ? 1 : 0));
  }
  return table;
}
inline constexpr std::array<std::uint16_t, kEntries> kTable = make_table();

}  // namespace log_sum

// log(e^a + e^b).
[[nodiscard]] constexpr Score add_logs(Score a, Score b) {
  const Score high = std::max(a, b);
  const Score apart = high - std::min(a, b);
  const Score at = apart / log_sum::kStep;
  return at < log_sum::kEntries ? high + log_sum::kTable[static_cast<std::size_t>(at)] : high;
}

}  // namespace privet
