// The features that are kept, and how the scanner finds them again.
#include "train/feature_choice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "cli/builtin_names.h"
#include "detect/names/feature_table.h"
#include "detect/names/model.h"
#include "detect/names/word_scores.h"
#include "train/random.h"

namespace privet {
namespace {

constexpr std::uint32_t kSlots = 4000;

// Tokens that share features, three of each, and a first model that leans on
// the later ones more.
struct Features {
  Sequences data;
  Rows rows;
  Weights first;

  explicit Features(std::uint32_t tokens) {
    Random random(7);
    for (std::uint32_t i = 0; i < tokens; ++i) {
      FeatureKeys keys, places;
      for (std::size_t f = 0; f < kFeatures; ++f) {
        keys[f] = static_cast<std::uint32_t>(random.next());
        places[f] = static_cast<std::uint32_t>(first.rows.size());
        auto& row = first.rows.emplace_back();
        row[0] = static_cast<float>(first.rows.size());
      }
      data.keys.insert(data.keys.end(), 3, keys);
      rows.insert(rows.end(), 3, places);
    }
  }
  [[nodiscard]] std::vector<std::uint32_t> keys() const {
    std::vector<std::uint32_t> all;
    for (std::size_t i = 0; i < data.keys.size(); i += 3)
      all.insert(all.end(), data.keys[i].begin(), data.keys[i].end());
    return all;
  }
};

TEST(FeatureChoice, GivesEachFeatureAPlaceOfItsOwn) {
  const Features features(90);  // 3,600 for 4,000 places
  const std::string bytes = choose_features(features.data, features.rows, features.first, kSlots);
  ASSERT_EQ(bytes.size(), FeatureTable::bytes_of(kSlots));
  const FeatureTable table(bytes.data(), kSlots);
  std::set<std::uint32_t> places;
  std::size_t found = 0;
  for (const std::uint32_t key : features.keys()) {
    const std::uint32_t place = table.find(key);
    if (place == FeatureTable::kNone) continue;
    ++found;
    EXPECT_LT(place, kSlots);
    places.insert(place);
  }
  EXPECT_EQ(places.size(), found);
  EXPECT_GE(found, features.keys().size() - 2);  // one whose check is 0 has none
}

TEST(FeatureChoice, KeepsThoseThatTheFirstModelLeansOnMost) {
  const Features features(200);  // 8,000 for 4,000 places
  const std::string bytes = choose_features(features.data, features.rows, features.first, kSlots);
  const FeatureTable table(bytes.data(), kSlots);
  const std::vector<std::uint32_t> keys = features.keys();
  const auto kept = [&](std::size_t first, std::size_t last) {
    return std::count_if(keys.begin() + static_cast<std::ptrdiff_t>(first),
                         keys.begin() + static_cast<std::ptrdiff_t>(last),
                         [&](std::uint32_t key) { return table.find(key) != FeatureTable::kNone; });
  };
  EXPECT_GE(kept(keys.size() - 3900, keys.size()), 3895);
  EXPECT_LE(kept(0, 4000), 5);
}

// What is summed is what was written where the feature was found; for one that is not there, nothing.
TEST(FeatureTable, AddsTheWeightsOfWhatIsThere) {
  const Features features(90);
  std::string bytes = choose_features(features.data, features.rows, features.first, kSlots);
  Random random(11);
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      char* const at = bytes.data() + FeatureTable::bytes_of(slot) + offsetof(FeatureSlot, weight) + label;
      std::uint16_t check = 0;
      std::memcpy(&check, bytes.data() + FeatureTable::bytes_of(slot), sizeof check);
      *at = check == 0 ? '\0' : static_cast<char>(random.next());
    }
  }
  const FeatureTable table(bytes.data(), kSlots);
  std::vector<std::uint32_t> keys = features.keys();
  for (int i = 0; i < 3600; ++i) keys.push_back(static_cast<std::uint32_t>(random.next()));
  for (std::size_t first = 0; first + 40 <= keys.size(); first += 40) {
    std::vector<std::uint64_t> places;
    std::array<int, kLabels> wanted{};
    for (std::size_t i = first; i < first + 40; ++i) {
      places.push_back(table.locate(keys[i]));
      const std::uint32_t place = table.find(keys[i]);
      if (place == FeatureTable::kNone) continue;
      std::array<std::int8_t, kLabels> weights;
      std::memcpy(weights.data(), bytes.data() + FeatureTable::bytes_of(place) + offsetof(FeatureSlot, weight),
                  kLabels);
      for (std::size_t label = 0; label < kLabels; ++label) wanted[label] += weights[label];
    }
    const WeightSums sums = sum_weights(table, places);
    for (std::size_t label = 0; label < kLabels; ++label) EXPECT_EQ(sums[label], wanted[label]) << first;
  }
}

// What is remembered of a word is never taken for another's: not in another case, not by another's place.
TEST(WordScores, AreThoseOfTheWordWhateverWasAskedBefore) {
  const NameModel model = NameModel::read(builtin_name_model()).value();
  const FeatureTable& table = model.features();
  WordScores scores(table);
  WordBook book(model.lexicon());
  for (int i = 0; i < 20'000; ++i) {
    std::string word = "Ma";
    for (int rest = i / 2; rest > 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
    if (i % 2 != 0) word.front() = 'm';
    const Token token{.begin = 0, .end = static_cast<std::uint32_t>(word.size()), .capital = i % 2 == 0};
    WordSketch sketch;
    WordInfo info;
    book.sketch(word, std::span(&token, 1), &sketch);
    book.describe(word, token, sketch, info);
    std::array<std::uint32_t, kWordFeatures> keys;
    features_of_word(info, keys);
    std::array<std::uint64_t, kWordFeatures> places;
    for (std::size_t f = 0; f < kWordFeatures; ++f) places[f] = table.locate(keys[f]);
    ASSERT_EQ(scores.of(info), sum_weights(table, places)) << word;
  }
}

}  // namespace
}  // namespace privet
