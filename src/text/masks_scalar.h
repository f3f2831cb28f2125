// The definition of the character-class masks, byte by byte.
//
// Tests hold every SIMD target of masks.h against this.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/masks.h"

namespace privet {

// Masks that own their words; `words` points into `room`.
struct ScalarMasks {
  std::vector<std::uint64_t> room;
  MaskWords words;
};
[[nodiscard]] ScalarMasks compute_masks_scalar(std::string_view text);

}  // namespace privet
