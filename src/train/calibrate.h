// From what the model says of its findings to how often they are right.
//
// Judged on sets that the model has not seen: each set in turn is left out of
// training. Monotone (pool adjacent violators), a table for each style of line.
#pragma once

#include <array>
#include <vector>

#include "detect/names/model.h"
#include "train/judge.h"

namespace privet {

[[nodiscard]] std::array<Calibration, kLineStyles> calibrate(const std::vector<Judged>& judged);
// Probabilities that keep the order of what the model says: for judge_set().
[[nodiscard]] std::array<Calibration, kLineStyles> uncalibrated();

}  // namespace privet
