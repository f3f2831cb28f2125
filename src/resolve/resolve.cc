#include "resolve/resolve.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "base/utf8.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 10> kEntityOrder = {
    "EMAIL_ADDRESS", "IBAN_CODE",   "CREDIT_CARD",    "US_SSN",      "PHONE_NUMBER",
    "IP_ADDRESS",    "MAC_ADDRESS", "SOCIAL_PROFILE", "USER_HANDLE", "PERSON",
};
constexpr std::size_t kStrengths = 3;

// The positions of `count` things when sorted by `less`.
template <class Less>
std::vector<std::uint16_t> ranks_of(std::size_t count, Less less) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), less);
  std::vector<std::uint16_t> ranks(count);
  for (std::size_t i = 0; i < count; ++i) ranks[order[i]] = static_cast<std::uint16_t>(i);
  return ranks;
}

}  // namespace

std::size_t entity_rank(std::string_view entity) {
  return static_cast<std::size_t>(std::find(kEntityOrder.begin(), kEntityOrder.end(), entity) - kEntityOrder.begin());
}

Resolver::Resolver(const RuleSet& rules) {
  const std::vector<Rule>& all = rules.rules();
  const std::vector<std::string>& names = rules.entities();
  const auto by_id = ranks_of(all.size(), [&](std::size_t a, std::size_t b) { return all[a].id < all[b].id; });
  const auto by_entity = ranks_of(names.size(), [&](std::size_t a, std::size_t b) {
    return std::make_tuple(entity_rank(names[a]), std::string_view(names[a])) <
           std::make_tuple(entity_rank(names[b]), std::string_view(names[b]));
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    ranks_.push_back({static_cast<std::uint8_t>(all[i].strength), all[i].gate.kind == GateKind::kName,
                      by_entity[index(all[i].entity)], by_id[i], all[i].entity});
  }
  reach_.resize(names.size());
}

// By field and begin, the longest first, then the better: whoever contains a
// candidate stands before it, and of equal spans the best stands first.
bool Resolver::before(const Candidate& a, const Candidate& b) const {
  if (a.field != b.field) return a.field < b.field;
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  const RuleRank& ra = ranks_[index(a.rule)];
  const RuleRank& rb = ranks_[index(b.rule)];
  if (ra.strength != rb.strength) return ra.strength < rb.strength;
  if (ra.by_model != rb.by_model) return rb.by_model;
  if (a.score != b.score) return a.score > b.score;
  if (ra.entity != rb.entity) return ra.entity < rb.entity;
  if (ra.rule != rb.rule) return ra.rule < rb.rule;
  // One rule, one place, twice: the rest decides only so that the order is total.
  return std::tie(a.repeated, b.region, a.reserved) < std::tie(b.repeated, a.region, b.reserved);
}

void Resolver::resolve(std::span<Candidate> candidates, const Record& record, ViewOf view_of,
                       std::vector<Finding>& out) {
  if (candidates.empty()) return;
  std::sort(candidates.begin(), candidates.end(),
            [this](const Candidate& a, const Candidate& b) { return before(a, b); });

  for (Reach& reach : reach_) reach = {};
  for (auto it = candidates.begin(); it != candidates.end();) {
    const FieldIndex at = it->field;
    const Field& field = record.field(at);
    const View view = view_of(at);
    const auto escapes = record.escapes(field);
    CodePointCounter code_points(record.text(field).text());
    // The farthest end of what begins at or before here, by strength. Behind
    // an end of one's own strength or better one is inside something that wins:
    // it is as long or longer, and where spans are equal it sorted first.
    std::array<std::uint32_t, kStrengths> farthest{};

    for (; it != candidates.end() && it->field == at; ++it) {
      if (it->span.empty()) continue;
      const RuleRank& rank = ranks_[index(it->rule)];
      Reach& same = reach_[index(rank.entity_index)];
      if (same.field == at && same.end >= it->span.end) continue;
      same = {at, it->span.end};
      bool beaten = false;
      for (std::size_t s = 0; s <= rank.strength; ++s) beaten |= farthest[s] >= it->span.end;
      if (beaten) continue;
      farthest[rank.strength] = it->span.end;

      Finding f;
      f.field = at;
      f.rule = it->rule;
      f.entity = rank.entity_index;
      f.view = it->span;
      f.raw = escapes.to_source(view.folding.to_source(it->span));
      // Back from the raw bytes, so that all spans name the same characters
      // where an escape was widened to its whole.
      f.bytes = escapes.to_derived(f.raw);
      if (f.raw.empty()) continue;  // the view alone holds it: nothing to hide
      f.cp_begin = code_points.before(f.bytes.begin);
      f.cp_end = code_points.before(f.bytes.end);
      f.score = it->score;
      f.region = it->region;
      f.reserved = it->reserved;
      out.push_back(f);
    }
  }
}

}  // namespace privet
