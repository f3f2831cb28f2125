// A token of a run as features: a number for each thing that is looked at. Written once; scanner and trainer use the
// same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "detect/names/runs.h"

namespace privet {

// Changes with every change of what a feature means: a model of another version is
// refused.
inline constexpr std::uint32_t kFeatureVersion = 4;
inline constexpr std::size_t kFeatures = 64;
using FeatureKeys = std::array<std::uint32_t, kFeatures>;

// The features of token `i` of `run`.
void features_of(const Run& run, std::size_t i, FeatureKeys& keys);

}  // namespace privet
