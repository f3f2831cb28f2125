// Which of eight bytes are ASCII letters, without a branch.
#pragma once

#include <cstdint>

namespace privet {

inline constexpr std::uint64_t kEachByte = 0x0101010101010101;
inline constexpr std::uint64_t kHighBits = 0x80 * kEachByte;

// The highest bit of each byte that is a letter.
[[nodiscard]] constexpr std::uint64_t ascii_letter_bits(std::uint64_t bytes) {
  const std::uint64_t small = (bytes | 0x20 * kEachByte) & ~kHighBits;
  const std::uint64_t from_a = small + (0x80 - 'a') * kEachByte;
  const std::uint64_t behind_z = small + (0x7F - 'z') * kEachByte;
  return from_a & ~behind_z & ~bytes & kHighBits;
}

}  // namespace privet
