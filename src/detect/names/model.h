// The name model: lexicon, weights, and what turns a score into a probability.
//
// One block of bytes, written by privet_train and built into the program. It
// carries a magic number, the versions of its layout and of the features, and
// a checksum: anything else is refused in one line.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "detect/names/feature_table.h"
#include "detect/names/labels.h"
#include "detect/names/lexicon.h"
#include "detect/names/log_sum.h"
#include "detect/names/runs.h"

namespace privet {

// What a weight of 1 in the table is worth.
inline constexpr Score kWeightUnit = kScoreUnit / 32;

// The probability that a span is exactly a person's name, by what the model
// says of it: a step of the table by how far below certainty it is.
struct Calibration {
  static constexpr std::size_t kSteps = 64;
  std::array<std::uint16_t, kSteps> probability{};  // of 65,535

  // `log_probability` at most 0. Steps are a quarter of a doubling.
  [[nodiscard]] static std::size_t step_of(Score log_probability);
};

struct NameModelTables {
  std::array<std::array<Score, kLabels>, kLabels> transition{};  // from, to
  std::array<Score, kLabels> first{};
  std::array<Score, kLabels> last{};
  std::array<Calibration, kLineStyles> calibration{};
  std::uint16_t balanced_least = 0;  // of 65,535
  std::uint16_t strict_least = 0;
};

class NameModel {
 public:
  // Borrows `bytes`. Checks all of it: about half a millisecond.
  static Result<NameModel> read(std::string_view bytes);
  // The one that we were built with.
  static Result<NameModel> builtin();

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const NameModelTables& tables() const { return tables_; }
  [[nodiscard]] const FeatureTable& features() const { return features_; }
  // Of its content, for the ledger.
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }

 private:
  Lexicon lexicon_;
  FeatureTable features_;
  std::uint64_t checksum_ = 0;
  NameModelTables tables_;
};

}  // namespace privet
