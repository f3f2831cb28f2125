#include "detect/gate/digit_table.h"

#include <algorithm>
#include <bit>
#include <tuple>

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
  // Each row brings its beginnings; a quarter full at most, for short walks.
  slots_.assign(std::bit_ceil(rows_.size() * 4 * kMaxSignatureGroups + 1), Slot());
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
