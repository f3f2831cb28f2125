// Learns a linear-chain conditional random field by stochastic gradient.
//
// The same bytes from the same sequences: one thread, own random numbers, no
// library's order. Weights come out as the model's whole numbers.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "detect/names/labels.h"
#include "train/sequences.h"

namespace privet {

struct LearnOptions {
  int epochs = 6;
  float rate = 0.03F;
  float drop_feature = 0.4F;  // how often a feature is not looked at, so that none is relied on alone
  float drop_word = 0.3F;     // how often the word itself is not: names not seen before are the rule
  float shrink = 1e-6F;       // L2, at each touch of a row
  std::uint64_t seed = 20261130;
};

struct Weights {
  std::vector<std::array<float, kLabels>> rows;
  std::array<std::array<float, kLabels>, kLabels> transition{};
  std::array<float, kLabels> first{};
  std::array<float, kLabels> last{};
};

// By token, the row of the weights that each feature has; kNoRow: none.
using Rows = std::vector<FeatureKeys>;
inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

Weights learn(const Sequences& data, const Rows& rows, std::size_t row_count, const LearnOptions& options);

}  // namespace privet
