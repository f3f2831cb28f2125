// Which features are worth their place in the model.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "train/learner.h"
#include "train/sequences.h"

namespace privet {

// Those that a first model, learned with nearly all of them, leans on most: as
// FeatureTable reads them, `slots` of them, with checks and no weights yet.
[[nodiscard]] std::string choose_features(const Sequences& data, const Rows& rows, const Weights& first,
                                          std::uint32_t slots);

}  // namespace privet
