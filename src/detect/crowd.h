// Numbers that pass their check by chance, told by their company.
//
// One in ten random numbers has a Luhn digit, and a table of a thousand numbers
// holds a hundred "cards". Where a rule refuses most numbers of a form in a
// record, those it accepts have passed by chance, and count only with a reason
// of their own.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/ids.h"

namespace privet {

// One per worker; begin() for every record.
class Crowd {
 public:
  void begin(std::size_t rules) {
    counts_.resize(rules * kLengths);
    for (const std::size_t at : touched_) counts_[at] = {};
    touched_.clear();
  }

  // A number of `length` bytes that the rule's pattern matched, and whether its
  // validator accepted it.
  void note(RuleIndex rule, std::uint32_t length, bool accepted) {
    const std::size_t at = slot(rule, length);
    Counts& counts = counts_[at];
    if (counts.accepted + counts.refused == 0) touched_.push_back(at);
    ++(accepted ? counts.accepted : counts.refused);
  }

  // Whether the rule has refused as many numbers of this length as it has
  // accepted, or more.
  [[nodiscard]] bool refuses_most(RuleIndex rule, std::uint32_t length) const {
    const Counts& counts = counts_[slot(rule, length)];
    return counts.refused >= counts.accepted;
  }

 private:
  static constexpr std::size_t kLengths = 64;  // the last stands for all that are longer
  struct Counts {
    std::uint32_t accepted = 0, refused = 0;
  };
  static std::size_t slot(RuleIndex rule, std::uint32_t length) {
    return index(rule) * kLengths + std::min<std::size_t>(length, kLengths - 1);
  }
  std::vector<Counts> counts_;
  std::vector<std::size_t> touched_;
};

}  // namespace privet
