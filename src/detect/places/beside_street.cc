#include "detect/places/beside_street.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "detect/proof/chars.h"

namespace privet {
namespace {

bool parts(char c) { return is_space(c) || c == ',' || c == '-'; }

// Without what parts it from a postcode before or behind it.
Span<ViewSpace> without_ends(std::string_view text, Span<ViewSpace> span) {
  while (!span.empty() && parts(text[span.begin])) ++span.begin;
  while (!span.empty() && parts(text[span.end - 1])) --span.end;
  return span;
}

// What `code` leaves of a place at whose beginning or end it stands.
Span<ViewSpace> rest_of(std::string_view text, Span<ViewSpace> place, Span<ViewSpace> code) {
  const bool first = code.begin - place.begin < place.end - code.end;
  return without_ends(text, first ? Span<ViewSpace>{code.end, place.end} : Span<ViewSpace>{place.begin, code.begin});
}

}  // namespace

Result<BesideStreet> BesideStreet::build(const RuleSet& rules) {
  BesideStreet beside(rules);
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (rule.gate.kind != GateKind::kAddress) continue;
    const RuleIndex at{static_cast<std::uint16_t>(i)};
    if (rule.region.size() != 2) {
      beside.places_.push_back(at);
      continue;
    }
    Result<Prover> prover = Prover::compile(rule.prove);
    if (!prover)
      return fail(ErrorCode::kConfig, rule.origin + ": pattern of rule " + rule.id + ": " + prover.error().message);
    beside.codes_.push_back({{rule.region[0], rule.region[1]}, at, std::move(*prover), find_validator(rule.validator)});
  }
  return beside;
}

bool BesideStreet::is_street(RuleIndex rule) const {
  return rules_->entity(rules_->rule(rule).entity) == kStreetEntity;
}

bool BesideStreet::is_field(RuleIndex rule) const { return rules_->rule(rule).gate.kind == GateKind::kField; }

PlaceTail BesideStreet::tail_of(std::string_view text, const Candidate& street) const {
  std::uint32_t at = street.span.end;
  if (is_field(street.rule)) return read_last_tail(text, at);
  if (at < text.size() && text[at] == '.') ++at;
  return writes_english_tails(street.region) ? read_english_tail(text, at)
                                             : read_continental_tail(text, at, street.region);
}

const BesideStreet::OfCountry* BesideStreet::taker_of(const PlaceTail& tail, Bytes<ViewSpace> text) const {
  for (const OfCountry& one : codes_) {
    if (one.region != tail.region || one.prover.match(text, tail.code.begin) != tail.code) continue;
    // By itself: in "D-10115" it would not stand apart.
    const Bytes<ViewSpace> code(text.slice(tail.code));
    const Match match{code, {0, static_cast<std::uint32_t>(code.size())}};
    if (!one.validate || one.validate(match, RecordContext()).accepted) return &one;
  }
  return nullptr;
}

void BesideStreet::add_behind(const Candidate& street, Bytes<ViewSpace> text, std::vector<Candidate>& found) const {
  const PlaceTail tail = tail_of(text.text(), street);
  if (!tail.sure) return;
  const auto add_find = [&](RuleIndex rule, Span<ViewSpace> span) {
    if (span.empty()) return;
    found.push_back({.field = street.field, .span = span, .score = street.score, .rule = rule, .region = tail.region});
  };
  Span<ViewSpace> place = without_ends(text.text(), {tail.place, tail.end});
  if (const OfCountry* taker = tail.code.empty() ? nullptr : taker_of(tail, text)) {
    add_find(taker->rule, tail.code);
    place = rest_of(text.text(), place, tail.code);
  }
  for (const RuleIndex rule : places_) add_find(rule, place);
}

void BesideStreet::add(const RecordViews& views, std::size_t first, std::vector<Candidate>& found) const {
  if (codes_.empty() && places_.empty()) return;
  std::vector<Candidate> streets;
  std::copy_if(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(), std::back_inserter(streets),
               [&](const Candidate& c) { return is_street(c.rule); });
  // The longest first of those that begin together, and of equal ones what tells the country.
  std::sort(streets.begin(), streets.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.field, a.span.begin, b.span.end, b.region, a.rule) <
           std::tie(b.field, b.span.begin, a.span.end, a.region, b.rule);
  });
  for (auto begin = streets.begin(); begin != streets.end();) {
    const auto end = std::find_if(begin, streets.end(), [&](const Candidate& c) { return c.field != begin->field; });
    const Bytes<ViewSpace> text = views.view_of(begin->field).text;
    std::uint32_t reach = 0;
    for (auto street = begin; street != end; ++street) {
      if (is_field(street->rule)) {
        // A street's own structure knows more than the name of its field. Such a value is short.
        const bool known = std::any_of(begin, end, [&](const Candidate& other) {
          return !is_field(other.rule) && other.span.end == street->span.end && other.region[0] != 0;
        });
        if (!known) add_behind(*street, text, found);
      } else if (street->span.end > reach) {  // not inside another: "123 Main" of "123 Main Street"
        reach = street->span.end;
        add_behind(*street, text, found);
      }
    }
    begin = end;
  }
}

}  // namespace privet
