#include "train/model_writer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "detect/names/features.h"
#include "detect/names/model_layout.h"

namespace privet {
namespace {

Score score_of(float weight, Label from, Label to) {
  if (!may_follow(from, to)) return kImpossible / 16;  // many of them still add up
  return static_cast<Score>(std::lround(weight * static_cast<float>(kScoreUnit)));
}

std::int8_t quantised(float weight) {
  constexpr float kUnitsPerWeight = static_cast<float>(kScoreUnit) / static_cast<float>(kWeightUnit);
  return static_cast<std::int8_t>(std::clamp(std::lround(weight * kUnitsPerWeight), -127L, 127L));
}

}  // namespace

std::string write_model(std::string_view lexicon, std::string features, const Weights& weights,
                        const NameModelTables& given) {
  NameModelTables tables = given;
  for (std::size_t from = 0; from < kLabels; ++from) {
    tables.first[from] = score_of(weights.first[from], Label::kNone, static_cast<Label>(from));
    tables.last[from] = score_of(weights.last[from], Label::kNone, Label::kNone);
    for (std::size_t to = 0; to < kLabels; ++to) {
      tables.transition[from][to] =
          score_of(weights.transition[from][to], static_cast<Label>(from), static_cast<Label>(to));
    }
  }
  std::string content(sizeof tables, '\0');
  std::memcpy(content.data(), &tables, sizeof tables);
  content += lexicon;
  for (std::size_t row = 0; row < weights.rows.size(); ++row) {
    char* const out =
        features.data() + FeatureTable::bytes_of(static_cast<std::uint32_t>(row)) + offsetof(FeatureSlot, weight);
    std::transform(weights.rows[row].begin(), weights.rows[row].end(), out,
                   [](float weight) { return static_cast<char>(quantised(weight)); });
  }
  content += features;
  ModelHeader header{.magic = kModelMagic,
                     .layout = kModelLayout,
                     .features = kFeatureVersion,
                     .checksum = model_checksum(content),
                     .lexicon_bytes = static_cast<std::uint32_t>(lexicon.size()),
                     .features_kept = static_cast<std::uint32_t>(weights.rows.size())};
  std::string out(sizeof header, '\0');
  std::memcpy(out.data(), &header, sizeof header);
  return out + content;
}

}  // namespace privet
