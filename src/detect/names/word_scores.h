// What a model's weights say of words by themselves, remembered: text repeats
// its words, and a quarter of all features look at nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "detect/names/feature_table.h"
#include "detect/names/word_info.h"

namespace privet {

// A sum of weights for each label, and two that mean nothing.
using WeightSums = std::array<std::int16_t, 8>;

// The sums of the weights of features that were located in `table`. At most 256
// of them.
[[nodiscard]] WeightSums sum_weights(const FeatureTable& table, std::span<const std::uint64_t> places);

// One per worker.
class WordScores {
 public:
  explicit WordScores(const FeatureTable& table) : table_(&table), entries_(kEntries) {}
  // Of features_of_word(). What it answers never depends on what was asked before.
  // Valid until the next question.
  [[nodiscard]] const WeightSums& of(const WordInfo& word);

 private:
  static constexpr std::size_t kEntries = 4096;
  struct Entry {
    std::uint64_t word = 0, ends = 0, sketch = ~std::uint64_t{0};  // all that the features are made of
    WeightSums sums{};
  };

  const FeatureTable* table_;
  std::vector<Entry> entries_;
};

}  // namespace privet
