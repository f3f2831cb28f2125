#include "detect/digit_table.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace privet {

void DigitTable::add(DigitSignature signature, RuleIndex rule) { rows_.push_back({signature, rule}); }

DigitTable::Slot& DigitTable::slot_for(DigitSignature signature) {
  std::size_t at = slot(signature);
  while (slots_[at].signature != 0 && slots_[at].signature != signature) at = (at + 1) & mask_;
  slots_[at].signature = signature;
  return slots_[at];
}

void DigitTable::build() {
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return std::tie(a.signature, a.rule) < std::tie(b.signature, b.rule);
  });
  // Each row brings its beginnings; a quarter full at most, for short walks.
  slots_.assign(std::bit_ceil(4 * kMaxSignatureGroups * rows_.size() + 1), Slot());
  mask_ = slots_.size() - 1;
  rules_.clear();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i > 0 && rows_[i].signature == rows_[i - 1].signature && rows_[i].rule == rows_[i - 1].rule) continue;
    Slot& own = slot_for(rows_[i].signature);
    if (own.count == 0) own.first = static_cast<std::uint32_t>(rules_.size());
    ++own.count;
    rules_.push_back(rows_[i].rule);
    for (DigitSignature front = rows_[i].signature >> 5; front != 0; front >>= 5) slot_for(front);
  }
}

}  // namespace privet
