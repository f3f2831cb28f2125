// How the lexicon lies in the model: open addressing with linear probing. Read
// by the lexicon, written by the trainer.
#pragma once

#include <cstdint>

namespace privet {

struct LexiconSlot {
  std::uint16_t mark = 0;
  std::uint16_t facts = 0;  // 0: empty
};
static_assert(sizeof(LexiconSlot) == 4);

inline constexpr int kMostLexiconProbes = 256;

[[nodiscard]] constexpr std::uint64_t lexicon_home(std::uint64_t hash, std::uint64_t mask) { return hash >> 20 & mask; }
[[nodiscard]] constexpr std::uint16_t lexicon_mark(std::uint64_t hash) { return static_cast<std::uint16_t>(hash); }

}  // namespace privet
