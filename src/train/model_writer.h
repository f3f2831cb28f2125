// Lays a model out as NameModel reads it.
#pragma once

#include <string>
#include <string_view>

#include "detect/names/model.h"
#include "train/learner.h"

namespace privet {

// `features` as choose_features() made it, `weights` by its rows: they become
// whole numbers, the largest cut off. `tables` gives what is not learned by
// learn(): calibration and thresholds.
[[nodiscard]] std::string write_model(std::string_view lexicon, std::string features, const Weights& weights,
                                      const NameModelTables& tables);

}  // namespace privet
