#include "detect/names/lexicon.h"

#include <bit>
#include <cstring>

#include "detect/names/lexicon_slot.h"
#include "detect/names/word_hash.h"

namespace privet {

Result<Lexicon> Lexicon::read(std::string_view table) {
  const std::size_t slots = table.size() / sizeof(LexiconSlot);
  if (table.size() % sizeof(LexiconSlot) != 0 || !std::has_single_bit(slots)) {
    return fail(ErrorCode::kConfig, "name model: its lexicon is damaged; build it again");
  }
  Lexicon lexicon;
  lexicon.slots_ = table.data();
  lexicon.mask_ = slots - 1;
  return lexicon;
}

std::uint64_t Lexicon::hash_of(std::string_view word) { return hash_word(word); }

WordFacts Lexicon::find_hash(std::uint64_t hash) const {
  if (slots_ == nullptr) return {};
  const std::uint16_t mark = lexicon_mark(hash);
  std::uint64_t at = lexicon_home(hash, mask_);
  // A table without an empty slot is damaged, but must not hang us.
  for (int probes = 0; probes < kMostLexiconProbes; ++probes, at = (at + 1) & mask_) {
    LexiconSlot slot;
    std::memcpy(&slot, slots_ + at * sizeof slot, sizeof slot);
    if (slot.facts == 0) return {};
    if (slot.mark == mark) return WordFacts(slot.facts);
  }
  return {};
}

}  // namespace privet
