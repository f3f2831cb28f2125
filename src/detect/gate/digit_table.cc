#include "detect/gate/digit_table.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <unordered_set>

namespace privet {

void DigitTable::add(DigitSignature signature, Want want) { rows_.push_back({signature, want}); }

DigitTable::Slot& DigitTable::slot_for(DigitSignature signature) {
  std::size_t at = slot(signature);
  while (slots_[at].signature != 0 && slots_[at].signature != signature) at = (at + 1) & mask_;
  slots_[at].signature = signature;
  return slots_[at];
}

void DigitTable::build() {
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return std::tie(a.signature, a.want.rule) < std::tie(b.signature, b.want.rule);
  });
  // Each row brings its beginnings, most of which others bring too; a quarter
  // full at most, for short walks, and small enough to stay in a cache.
  std::unordered_set<DigitSignature> known;
  for (const Row& row : rows_) {
    for (DigitSignature front = row.signature; front != 0; front >>= 5) known.insert(front);
  }
  slots_.assign(std::bit_ceil(known.size() * 4 + 1), Slot());
  mask_ = slots_.size() - 1;
  wants_.clear();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i > 0 && rows_[i].signature == rows_[i - 1].signature && rows_[i].want.rule == rows_[i - 1].want.rule) continue;
    Slot& own = slot_for(rows_[i].signature);
    if (own.count == 0) own.first = static_cast<std::uint32_t>(wants_.size());
    ++own.count;
    wants_.push_back(rows_[i].want);
    for (DigitSignature front = rows_[i].signature >> 5; front != 0; front >>= 5) slot_for(front);
  }
}

}  // namespace privet
