#include "detect/names/word_table.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace privet {
namespace {

constexpr std::string_view kBetween = " \n";

}  // namespace

WordTable::WordTable(Letter count_as, std::initializer_list<Words> lists) : letter_(count_as) {
  std::size_t spaces = 0;
  for (const Words& list : lists) {
    spaces += 1 + static_cast<std::size_t>(std::count_if(list.words.begin(), list.words.end(),
                                                         [](char c) { return kBetween.find(c) != kBetween.npos; }));
  }
  slots_.resize(std::bit_ceil(2 * spaces + 1));
  mask_ = slots_.size() - 1;
  for (const Words& list : lists) {
    std::string_view rest = list.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(kBetween), rest.size());
      if (end > 0) add(hash(rest.substr(0, end)), list.facts);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

std::uint64_t WordTable::hash(std::string_view word) const {
  LetterHash hash;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded c = decode_utf8(word, at);
    if (const char32_t counts = letter_(c.code_point)) hash.add(counts);
    at += c.bytes;
  }
  return hash.value();
}

ListFacts WordTable::find(std::uint64_t hash) const {
  for (std::uint64_t at = hash & mask_;; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (slot.facts == 0 || slot.hash == hash) return slot.facts;
  }
}

void WordTable::add(std::uint64_t hash, ListFacts facts) {
  std::uint64_t at = hash & mask_;
  while (slots_[at].facts != 0 && slots_[at].hash != hash) at = (at + 1) & mask_;
  slots_[at].hash = hash;
  slots_[at].facts |= facts;
}

}  // namespace privet
