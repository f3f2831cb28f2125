// Which rules want which sequence of digit-group lengths: the look-up behind
// every digits gate.
//
// A hash table that also knows the beginnings of its sequences, so that a walk
// over joined groups ends where no rule can follow. Adding a country adds rows,
// not time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/ids.h"

namespace privet {

// Lengths of consecutive digit groups packed into a number, five bits each;
// a group of 31 digits or more, or more than twelve groups, has no signature.
using DigitSignature = std::uint64_t;
inline constexpr std::uint32_t kMaxSignatureGroups = 12;
inline constexpr std::uint32_t kMaxGroupDigits = 30;
[[nodiscard]] constexpr DigitSignature extend(DigitSignature signature, std::uint32_t group_digits) {
  return signature << 5 | group_digits;
}

class DigitTable {
 public:
  // Whether any rule wants this sequence or one that goes on from it, and the
  // rules that want just this one.
  struct Want {
    RuleIndex rule;
    std::uint16_t first_digits;  // bit d: the rule's pattern may begin with the digit d
  };
  struct Entry {
    bool known = false;
    std::span<const Want> wants;
  };

  void add(DigitSignature signature, Want want);
  // After the last add(), before the first find().
  void build();

  [[nodiscard]] Entry find(DigitSignature signature) const {
    for (std::size_t at = slot(signature);; at = (at + 1) & mask_) {
      const Slot& s = slots_[at];
      if (s.signature == signature) return {true, {wants_.data() + s.first, s.count}};
      if (s.signature == 0) return {};
    }
  }

 private:
  struct Slot {
    DigitSignature signature = 0;  // 0: free, since no group has 0 digits
    std::uint32_t first = 0;       // in wants_
    std::uint32_t count = 0;
  };
  struct Row {
    DigitSignature signature;
    Want want;
  };
  [[nodiscard]] std::size_t slot(DigitSignature signature) const {
    return static_cast<std::size_t>((signature * 0x9E3779B97F4A7C15U) >> 40) & mask_;
  }
  Slot& slot_for(DigitSignature signature);

  std::vector<Row> rows_;
  std::vector<Slot> slots_ = std::vector<Slot>(1);  // a power of two; never full
  std::vector<Want> wants_;
  std::size_t mask_ = 0;
};

}  // namespace privet
