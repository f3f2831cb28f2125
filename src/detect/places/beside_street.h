// What stands behind a street that was found: the town with its state, and the
// postcode. They are findings of their own, since somebody may want to keep
// towns and hide streets; hidden together, they are what a letter needs.
//
// A rule whose gate is "address" takes them: that of a country the postcodes of
// its country, that of none the rest, with any postcode that has no such rule.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "detect/candidate.h"
#include "detect/places/place_tail.h"
#include "detect/proof/prover.h"
#include "detect/proof/validator.h"
#include "detect/record_views.h"
#include "rule/rule_set.h"

namespace privet {

// The entity whose finds are streets.
inline constexpr std::string_view kStreetEntity = "STREET_ADDRESS";

class BesideStreet {
 public:
  // `rules` must outlive it. Fails as Matcher::build() does.
  static Result<BesideStreet> build(const RuleSet& rules);

  // Appends what stands behind the streets among `found`, from `first` on. It
  // counts as much as its street does.
  void add(const RecordViews& views, std::size_t first, std::vector<Candidate>& found) const;

 private:
  struct OfCountry {
    std::array<char, 2> region;
    RuleIndex rule;
    Prover prover;
    Validator validate;
  };

  explicit BesideStreet(const RuleSet& rules) : rules_(&rules) {}
  [[nodiscard]] bool is_street(RuleIndex rule) const;
  [[nodiscard]] bool is_field(RuleIndex rule) const;
  [[nodiscard]] PlaceTail tail_of(std::string_view text, const Candidate& street) const;
  void add_behind(const Candidate& street, Bytes<ViewSpace> text, std::vector<Candidate>& found) const;
  [[nodiscard]] const OfCountry* taker_of(const PlaceTail& tail, Bytes<ViewSpace> text) const;

  const RuleSet* rules_;
  std::vector<OfCountry> codes_;
  std::vector<RuleIndex> places_;
};

}  // namespace privet
