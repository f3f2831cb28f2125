// How well findings agree with labels: precision, recall and F1, each with an
// interval, and what was taken for what.
//
//   exact     a finding is right if a label of its entity has the same ends
//   overlap   ... if one shares a byte with it
//
// What is found twice at one place counts once.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "audit/intervals.h"

namespace privet {

struct LabelledSpan {
  std::string entity;
  std::uint64_t begin = 0, end = 0;  // bytes of whatever text both sides share

  friend auto operator<=>(const LabelledSpan&, const LabelledSpan&) = default;
};

// Bytes that are in both.
[[nodiscard]] std::uint64_t shared_bytes(const LabelledSpan& a, const LabelledSpan& b);

// What is labelled in a record, and what was found in it.
struct ScoredRecord {
  std::vector<LabelledSpan> gold, found;
};

struct Agreement {
  std::uint64_t gold = 0, found = 0;
  std::uint64_t exact = 0;                    // findings that are labels
  std::uint64_t met_found = 0, met_gold = 0;  // findings that a label overlaps, and the other way round
  std::uint64_t false_alarms = 0,
                false_records = 0;  // findings in records without any label of the entity; these records

  Agreement& operator+=(const Agreement& more);
};

// A share with its interval at kConfidence.
struct Share {
  double value = 0;
  Interval interval;
};

struct EntityScore {
  Agreement all;
  // Of none found, precision is 0 if there was something to find, else 1; of none to find, recall is 1.
  Share precision, recall, f1;
  double overlap_precision = 0, overlap_recall = 0, overlap_f1 = 0;
};

// Of one entity over all records.
//   records: agreement_of() each of them
// Intervals are Clopper and Pearson's; that of F1 is the one of the share of what
// is both labelled and found, of which F1 is a function. They take spans for
// independent of each other: where mistakes come many in a record, they are too narrow.
[[nodiscard]] EntityScore score_of(std::span<const Agreement> records);

[[nodiscard]] Agreement agreement_of(const ScoredRecord& record, const std::string& entity);

// Pairs of a label's entity and the one that it was found as, the finding that
// shares most bytes with it ("": it was missed); and ("", E) for findings of E
// that meet no label.
using Confusion = std::map<std::pair<std::string, std::string>, std::uint64_t>;
void add_confusion(const ScoredRecord& record, Confusion& confusion);

}  // namespace privet
