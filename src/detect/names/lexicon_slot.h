// How the lexicon lies in the model: open addressing with linear probing. Read
// by the lexicon, written by the trainer.
#pragma once

#include <cstdint>
#include <span>

namespace privet {

struct LexiconSlot {
  std::uint16_t mark = 0;
  std::uint16_t facts = 0;  // 0: empty
};
static_assert(sizeof(LexiconSlot) == 4);

inline constexpr int kMostLexiconProbes = 256;

[[nodiscard]] constexpr std::uint64_t lexicon_home(std::uint64_t hash, std::uint64_t mask) { return hash >> 20 & mask; }
[[nodiscard]] constexpr std::uint16_t lexicon_mark(std::uint64_t hash) { return static_cast<std::uint16_t>(hash); }

// Puts a word into `slots`, a power of two of them. A word that an earlier one is
// taken for is left out. False: all places near its own are taken.
[[nodiscard]] inline bool insert_word(std::span<LexiconSlot> slots, std::uint64_t hash, std::uint16_t facts) {
  const std::uint64_t mask = slots.size() - 1;
  std::uint64_t at = lexicon_home(hash, mask);
  for (int probes = 0; probes < kMostLexiconProbes; ++probes, at = (at + 1) & mask) {
    LexiconSlot& slot = slots[at];
    if (slot.facts != 0 && slot.mark == lexicon_mark(hash)) return true;
    if (slot.facts != 0) continue;
    slot = {lexicon_mark(hash), facts};
    return true;
  }
  return false;
}

}  // namespace privet
