// A token of a run as features: a number for each thing that is looked at. Written once; scanner and trainer use the
// same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "detect/names/runs.h"

namespace privet {

// Changes with every change of what a feature means: a model of another version is
// refused.
inline constexpr std::uint32_t kFeatureVersion = 5;
// Those of the word by itself, and those that look at what is around it.
inline constexpr std::size_t kWordFeatures = 11;
inline constexpr std::size_t kAroundFeatures = 29;
inline constexpr std::size_t kFeatures = kWordFeatures + kAroundFeatures;
using FeatureKeys = std::array<std::uint32_t, kFeatures>;

void features_of_word(const WordInfo& word, std::span<std::uint32_t, kWordFeatures> keys);
void features_around(const Run& run, std::size_t i, std::span<std::uint32_t, kAroundFeatures> keys);

// The features of token `i` of `run`: of its word first.
void features_of(const Run& run, std::size_t i, FeatureKeys& keys);

}  // namespace privet
