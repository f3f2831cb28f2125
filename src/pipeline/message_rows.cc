#include "pipeline/message_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/utf8.h"
#include "pipeline/safe_names.h"
#include "record/json_write.h"
#include "record/pointer.h"
#include "report/explanation.h"
#include "report/shape.h"

namespace privet {
namespace {

// Two decimals at most.
void append_weight(double weight, std::string& out) {
  const double rounded = std::round(weight * 100) / 100;
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, rounded).ptr);
}

// Names of sources are short; what is longer is somebody's text.
constexpr std::size_t kLongestProvider = 128;

}  // namespace

std::vector<ProviderField> provider_fields(const ScanPlan& plan, Worker& worker) {
  const std::vector<std::string>& names = plan.messages.matcher->markers().provider_keys();
  const Record& record = worker.original.judge->record();
  std::vector<ProviderField> out;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& value = record.fields[i];
    if (value.kind() != FieldKind::kString || value.size == 0) continue;
    const std::optional<MemberName> member = name_of(record, value);
    if (!member) continue;
    const std::string_view name = name_text(record, *member, worker.segment_text);
    if (std::find(names.begin(), names.end(), name) != names.end()) out.push_back({std::string(name), FieldIndex{i}});
  }
  return out;
}

void count_providers(const ScanPlan& plan, Worker& worker, ProviderCounts& providers) {
  const Record& record = worker.original.judge->record();
  for (const ProviderField& one : provider_fields(plan, worker)) {
    const Field& value = record.field(one.field);
    const std::string_view text = record.text(value).text();
    const auto& findings = worker.original.findings;
    const bool holds_one = std::any_of(findings.begin(), findings.end(),
                                       [&](const Finding& finding) { return value.raw.contains(finding.raw); });
    const std::string shown = text.size() > kLongestProvider ? "(long text)"
                              : holds_one                    ? shape_of(text)
                                                             : safe_text(plan, worker, text);
    providers.count(one.key, shown, worker.original.judgement.origin.message_class);
  }
}

void append_evidence(const ScanPlan& plan, Worker& worker, const Classification& judged, std::string& out) {
  const MarkerSet& markers = plan.messages.matcher->markers();
  const Record& record = worker.original.judge->record();
  out.push_back('[');
  std::string pointer;
  for (std::size_t i = 0; i < std::min(judged.evidence.size(), kMostEvidence); ++i) {
    const WeighedEvidence& one = judged.evidence[i];
    const Marker& marker = markers.marker(one.evidence.marker);
    if (i > 0) out.push_back(',');
    out += R"({"marker":")";
    out += marker.id;
    out += R"(","category":")";
    out += category_name(marker.category);
    out += R"(","pointer":")";
    pointer.clear();
    if (one.evidence.field != kNoField) append_safe_pointer(plan, worker, record, one.evidence.field, pointer);
    escape_json(pointer, out);
    out += R"(","weight":)";
    append_weight(one.weight, out);
    out.push_back('}');
  }
  out.push_back(']');
}

void append_explained(const ScanPlan& plan, Worker& worker, const Classification& judged, std::string& out) {
  std::vector<std::string> pointers(std::min(judged.evidence.size(), kMostEvidence));
  for (std::size_t i = 0; i < pointers.size(); ++i) {
    const FieldIndex field = judged.evidence[i].evidence.field;
    if (field != kNoField) append_safe_pointer(plan, worker, worker.original.judge->record(), field, pointers[i]);
  }
  append_explanation(judged, plan.messages.matcher->markers(), plan.messages.options, pointers, out);
}

EmbeddedPlace place_of(const RecordScan& scan, const EmbeddedMessage& message) {
  const Record& record = scan.judge->record();
  const Field& field = record.field(message.field);
  const std::string_view text = record.text(field).text();
  const auto escapes = record.escapes(field);
  EmbeddedPlace place;
  place.raw = escapes.to_source(scan.judge->views().view_of(message.field).folding.to_source(message.place));
  place.bytes = escapes.to_derived(place.raw);
  place.cp_begin = static_cast<std::uint32_t>(count_code_points(text.substr(0, place.bytes.begin)));
  place.cp_end = place.cp_begin +
                 static_cast<std::uint32_t>(count_code_points(text.substr(place.bytes.begin, place.bytes.size())));
  return place;
}

}  // namespace privet
