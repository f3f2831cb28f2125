// One hash for words: what the lexicon and the features of a model are keyed
// by, so it is part of the model's format and never changes by itself.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace privet {

static_assert(std::endian::native == std::endian::little, "the name model is written and read in little endian");

inline constexpr std::uint64_t kHashFactor = 0x9E3779B97F4A7C15;
inline constexpr std::uint64_t kSecondFactor = 0xD6E8FEB86659FD93;

[[nodiscard]] constexpr std::uint64_t mix_hash(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * kHashFactor;
  return hash ^ hash >> 32;
}

// Words are short: whole eights, then an overlapping rest, no loop over bytes.
[[nodiscard]] inline std::uint64_t hash_word(std::string_view word) {
  const auto load = [&](std::size_t at, auto value) {
    std::memcpy(&value, word.data() + at, sizeof value);
    return std::uint64_t{value};
  };
  std::uint64_t hash = (word.size() + 1) * kSecondFactor;  // in the high bits: no letter can undo it
  std::size_t at = 0;
  for (; at + 8 <= word.size(); at += 8) hash = mix_hash(hash, load(at, std::uint64_t{}));
  const std::size_t rest = word.size() - at;
  if (rest >= 4) {
    hash = mix_hash(hash, load(at, std::uint32_t{}) << 32 | load(word.size() - 4, std::uint32_t{}));
  } else if (rest > 0) {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<std::uint8_t>(word[i])}; };
    hash = mix_hash(hash, byte(at) << 16 | byte(at + rest / 2) << 8 | byte(word.size() - 1));
  }
  return mix_hash(hash, 0x2545F4914F6CDD1D);
}

}  // namespace privet
