// Numbers that pass their check by chance, told by their company.
//
// One in ten random numbers has a Luhn digit, and a table of a thousand numbers
// holds a hundred "cards". Where a rule refuses most numbers that look like its
// own, those it accepts have passed by chance, and count only with a reason of
// their own. The company is every number of its form in the same field, and
// those of its length in the whole record: an array of numbers is many fields,
// and a time stamp in another field says nothing of a card. Of a rule whose
// numbers want a word or an official writing, only those that have it count.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/ids.h"

namespace privet {

// One per worker; begin() for every record, begin_field() for every field.
class Crowd {
 public:
  void begin(std::size_t rules) {
    in_record_.resize(rules * kLengths);
    in_field_.resize(rules);
    for (const std::size_t at : touched_) in_record_[at] = {};
    touched_.clear();
    begin_field();
  }
  void begin_field() {
    for (const RuleIndex rule : touched_rules_) in_field_[index(rule)] = {};
    touched_rules_.clear();
  }

  // A number of `length` bytes that the rule's pattern matched, and whether its
  // validator accepted it.
  void note(RuleIndex rule, std::uint32_t length, bool accepted) {
    const std::size_t at = slot(rule, length);
    if (in_record_[at].none()) touched_.push_back(at);
    if (in_field_[index(rule)].none()) touched_rules_.push_back(rule);
    in_record_[at].add(accepted);
    in_field_[index(rule)].add(accepted);
  }

  // Whether the rule has refused as many as it has accepted, or more.
  [[nodiscard]] bool refuses_most_in_field(RuleIndex rule) const { return in_field_[index(rule)].mostly_refused(); }
  [[nodiscard]] bool refuses_most(RuleIndex rule, std::uint32_t length) const {
    return in_record_[slot(rule, length)].mostly_refused();
  }

 private:
  static constexpr std::size_t kLengths = 64;  // the last stands for all that are longer
  struct Counts {
    std::uint32_t accepted = 0, refused = 0;
    void add(bool is_accepted) { ++(is_accepted ? accepted : refused); }
    [[nodiscard]] bool none() const { return accepted + refused == 0; }
    [[nodiscard]] bool mostly_refused() const { return refused >= accepted; }
  };
  static std::size_t slot(RuleIndex rule, std::uint32_t length) {
    return index(rule) * kLengths + std::min<std::size_t>(length, kLengths - 1);
  }
  std::vector<Counts> in_record_, in_field_;
  std::vector<std::size_t> touched_;
  std::vector<RuleIndex> touched_rules_;
};

}  // namespace privet
