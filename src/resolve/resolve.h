// Candidates to findings: one winner per place, its span in all coordinates.
//
// Two candidates of one field compete when one lies wholly inside the other.
//   1. Of the same entity, the longer one stays: it is the same thing, seen
//      whole. Equal spans of one entity become one.
//   2. Otherwise the better one stays, by this order:
//        strength     validated before shaped before weak
//        length       the longer, in bytes of the view
//        certainty    whatever rules prove before what the name model gives
//        score        the higher
//        entity       EMAIL_ADDRESS, IBAN_CODE, CREDIT_CARD, US_SSN,
//                     PHONE_NUMBER, IP_ADDRESS, MAC_ADDRESS, SOCIAL_PROFILE,
//                     USER_HANDLE, PERSON, then all others by name
//        rule         the smaller id
//      The other one is dropped only if it lies wholly inside. So a validated
//      value inside a longer shaped one leaves both.
// Spans that overlap without containment both stay: all their bytes must be
// hidden.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/ids.h"
#include "detect/candidate.h"
#include "record/record.h"
#include "resolve/finding.h"
#include "rule/rule_set.h"
#include "text/view.h"

namespace privet {

// How a field's view is got at; asked once a field, in ascending order.
using ViewOf = FunctionRef<View(FieldIndex)>;

// One per worker: it reuses its scratch from record to record. `rules` must
// outlive it.
class Resolver {
 public:
  explicit Resolver(const RuleSet& rules);

  // Appends the findings of one record to `out`, sorted by field, then place;
  // Finding::action is left at keep and `embedded` at false.
  //   candidates: in any order, and sorted here. Filter by score before, not after: a candidate
  //               that is going to be thrown away must not beat another
  // Time is n log n in candidates, and linear in the text of their fields.
  void resolve(std::span<Candidate> candidates, const Record& record, ViewOf view_of, std::vector<Finding>& out);

 private:
  struct RuleRank {
    std::uint8_t strength;  // smaller is better, here and below
    bool by_model;          // only probable
    std::uint16_t entity;
    std::uint16_t rule;
    EntityIndex entity_index;
  };
  // How far candidates of an entity reach in the field under way.
  struct Reach {
    FieldIndex field{};
    std::uint32_t end = 0;
  };
  [[nodiscard]] bool before(const Candidate& a, const Candidate& b) const;

  std::vector<RuleRank> ranks_;  // by RuleIndex
  std::vector<Reach> reach_;     // by EntityIndex
};

// The position of an entity in the order above; user-defined ones come last.
[[nodiscard]] std::size_t entity_rank(std::string_view entity);

}  // namespace privet
