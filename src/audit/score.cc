#include "audit/score.h"

#include <algorithm>
#include <iterator>

namespace privet {
namespace {

// Those of the entity, each once, in order.
std::vector<LabelledSpan> of_entity(const std::vector<LabelledSpan>& spans, const std::string& entity) {
  std::vector<LabelledSpan> out;
  std::copy_if(spans.begin(), spans.end(), std::back_inserter(out),
               [&](const LabelledSpan& span) { return span.entity == entity; });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// How many of `spans` share a byte with one of `others`.
std::uint64_t met(const std::vector<LabelledSpan>& spans, const std::vector<LabelledSpan>& others) {
  return static_cast<std::uint64_t>(std::count_if(spans.begin(), spans.end(), [&](const LabelledSpan& span) {
    return std::any_of(others.begin(), others.end(),
                       [&](const LabelledSpan& other) { return shared_bytes(span, other) != 0; });
  }));
}

double share(std::uint64_t part, std::uint64_t whole, double of_none) {
  return whole == 0 ? of_none : static_cast<double>(part) / static_cast<double>(whole);
}

double harmonic(double a, double b) { return a + b == 0 ? 0 : 2 * a * b / (a + b); }

}  // namespace

std::uint64_t shared_bytes(const LabelledSpan& a, const LabelledSpan& b) {
  const std::uint64_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

Agreement& Agreement::operator+=(const Agreement& more) {
  gold += more.gold;
  found += more.found;
  exact += more.exact;
  met_found += more.met_found;
  met_gold += more.met_gold;
  false_alarms += more.false_alarms;
  false_records += more.false_records;
  return *this;
}

Agreement agreement_of(const ScoredRecord& record, const std::string& entity) {
  const std::vector<LabelledSpan> gold = of_entity(record.gold, entity), found = of_entity(record.found, entity);
  std::vector<LabelledSpan> both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return {.gold = gold.size(),
          .found = found.size(),
          .exact = both.size(),
          .met_found = met(found, gold),
          .met_gold = met(gold, found),
          .false_alarms = gold.empty() ? found.size() : 0,
          .false_records = gold.empty() && !found.empty() ? 1U : 0U};
}

EntityScore score_of(std::span<const Agreement> records) {
  EntityScore out;
  for (const Agreement& record : records) out.all += record;
  const Agreement& c = out.all;
  const double of_none = c.gold != 0 ? 0.0 : 1.0;
  out.precision = {share(c.exact, c.found, of_none), clopper_pearson(c.exact, c.found)};
  out.recall = {share(c.exact, c.gold, 1), clopper_pearson(c.exact, c.gold)};
  // F1 is 2s / (1 + s) of the share s that is both labelled and found of all that is either.
  const Interval both = clopper_pearson(c.exact, c.gold + c.found - c.exact);
  out.f1 = {harmonic(out.precision.value, out.recall.value),
            {2 * both.low / (1 + both.low), 2 * both.high / (1 + both.high)}};
  out.overlap_precision = share(c.met_found, c.found, of_none);
  out.overlap_recall = share(c.met_gold, c.gold, 1);
  out.overlap_f1 = harmonic(out.overlap_precision, out.overlap_recall);
  return out;
}

void add_confusion(const ScoredRecord& record, Confusion& confusion) {
  for (const LabelledSpan& gold : record.gold) {
    const LabelledSpan* best = nullptr;
    for (const LabelledSpan& found : record.found) {
      const std::uint64_t shared = shared_bytes(gold, found);
      if (shared == 0) continue;
      const std::uint64_t most = best == nullptr ? 0 : shared_bytes(gold, *best);
      // Of two that share as many, the one that is right.
      if (shared > most || (shared == most && found.entity == gold.entity)) best = &found;
    }
    ++confusion[{gold.entity, best == nullptr ? std::string() : best->entity}];
  }
  for (const LabelledSpan& found : record.found) {
    if (met({found}, record.gold) == 0) ++confusion[{std::string(), found.entity}];
  }
}

}  // namespace privet
