#include "detect/names/word_scores.h"

#include "detect/names/features.h"
#include "detect/names/word_hash.h"

namespace privet {

// Bytes are moved up by 128 so that none is negative, and added as sixteen-bit
// lanes of two words.
WeightSums sum_weights(const FeatureTable& table, std::span<const std::uint64_t> places) {
  constexpr std::uint64_t kSigns = 0x8080808080808080, kLow = 0x00FF00FF00FF00FF;
  std::uint64_t even = 0, odd = 0;
  for (const std::uint64_t place : places) {
    const std::uint64_t weights = table.weights_at(place) ^ kSigns;
    even += weights & kLow;
    odd += weights >> 8 & kLow;
  }
  const std::uint64_t moved = places.size() * 128;
  WeightSums sums;
  for (std::size_t lane = 0; lane < 4; ++lane) {
    sums[2 * lane] = static_cast<std::int16_t>((even >> 16 * lane & 0xFFFF) - moved);
    sums[2 * lane + 1] = static_cast<std::int16_t>((odd >> 16 * lane & 0xFFFF) - moved);
  }
  return sums;
}

const WeightSums& WordScores::of(const WordInfo& word) {
  const std::uint64_t whole = std::uint64_t{word.word} << 32 | word.suffix4;
  const std::uint64_t ends = std::uint64_t{word.prefix3} << 32 | word.suffix3;
  const std::uint64_t sketch =
      std::uint64_t{word.facts.bits()} << 16 | static_cast<std::uint64_t>(word.shape) << 8 | word.letters;
  Entry& entry = entries_[mix_hash(whole, sketch) % kEntries];
  if (entry.word == whole && entry.ends == ends && entry.sketch == sketch) return entry.sums;
  entry.word = whole;
  entry.ends = ends;
  entry.sketch = sketch;
  std::array<std::uint32_t, kWordFeatures> keys;
  features_of_word(word, keys);
  std::array<std::uint64_t, kWordFeatures> places;
  for (std::size_t f = 0; f < kWordFeatures; ++f) places[f] = table_->locate(keys[f]);
  entry.sums = sum_weights(*table_, places);
  return entry.sums;
}

}  // namespace privet
