#include "pipeline/batch_result.h"

#include <algorithm>

#include "base/scratch.h"

namespace privet {
namespace {

void add_all(std::vector<std::uint64_t>& sums, const std::vector<std::uint64_t>& more) {
  sums.resize(std::max(sums.size(), more.size()));
  for (std::size_t i = 0; i < more.size(); ++i) sums[i] += more[i];
}

}  // namespace

void Counts::add(const Counts& other) {
  records += other.records;
  scanned += other.scanned;
  for (std::size_t i = 0; i < kWithheldReasons; ++i) withheld[i] += other.withheld[i];
  blank_lines += other.blank_lines;
  records_out += other.records_out;
  withheld_left_out += other.withheld_left_out;
  records_changed += other.records_changed;
  records_without_field += other.records_without_field;
  strings_outside_fields += other.strings_outside_fields;
  bytes_in += other.bytes_in;
  add_all(findings, other.findings);
  add_all(reserved_findings, other.reserved_findings);
  add_all(redacted, other.redacted);
  messages.add(other.messages);
  attributes.lines += other.attributes.lines;
  attributes.findings_elsewhere += other.attributes.findings_elsewhere;
  attributes.ids_with_findings += other.attributes.ids_with_findings;
}

std::uint64_t Counts::withheld_in_all() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t n : withheld) sum += n;
  return sum;
}

void Counts::clear() {
  std::vector<std::uint64_t> kept[] = {std::move(findings), std::move(reserved_findings), std::move(redacted)};
  for (auto& sums : kept) std::fill(sums.begin(), sums.end(), 0);
  *this = Counts();
  findings = std::move(kept[0]);
  reserved_findings = std::move(kept[1]);
  redacted = std::move(kept[2]);
}

void BatchResult::clear() {
  empty_scratch(output);
  empty_scratch(parts);
  report.clear();
  empty_scratch(withheld);
  empty_scratch(quarantined);
  empty_scratch(diagnostics);
  counts.clear();
  providers.clear();
}

}  // namespace privet
