// Intervals for shares that were counted.
#pragma once

#include <cstdint>

namespace privet {

struct Interval {
  double low = 0, high = 1;
};

inline constexpr double kConfidence = 0.95;

// Clopper and Pearson (1934), from both sides: it holds the true share with at
// least this confidence, whatever the share is.
//   hits <= drawn; of nothing drawn nothing is known: [0, 1]
[[nodiscard]] Interval clopper_pearson(std::uint64_t hits, std::uint64_t drawn, double confidence = kConfidence);

}  // namespace privet
