#include "pipeline/safe_names.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/check.h"
#include "base/utf8.h"
#include "pipeline/scan_record.h"
#include "record/csv_header.h"
#include "record/json_pointer.h"
#include "report/shape.h"

namespace privet {
namespace {

constexpr std::size_t kMostRemembered = 4096;
// Longer ids are not searched for what was found beside them, but shown by
// their shape: searching is id times findings.
constexpr std::size_t kMostIdBytes = 1024;
constexpr std::size_t kMostSuffixBytes = 10;  // ".parquet" and its dot
constexpr int kMostSuffixes = 3;

// The findings of a field. They come by field and place, and are looked up for
// each row of a report: going through all of them made that quadratic.
std::span<const Finding> findings_in(const RecordScan& scan, FieldIndex field) {
  const auto before = [](const Finding& a, FieldIndex b) { return a.field < b; };
  const auto begin = std::lower_bound(scan.findings.begin(), scan.findings.end(), field, before);
  const auto end = std::find_if(begin, scan.findings.end(), [&](const Finding& f) { return f.field != field; });
  return {begin, end};
}

// Whether something was found in these raw bytes, which are a whole key.
bool is_found_in(const RecordScan& scan, Span<RecordSpace> key) {
  const auto before = [](const Finding& a, std::uint32_t b) { return a.raw.begin < b; };
  const auto first = std::lower_bound(scan.findings.begin(), scan.findings.end(), key.begin, before);
  return first != scan.findings.end() && key.contains(first->raw);
}

// Whether a text holds, as it is, what was found elsewhere in the record. Where
// all fields are looked at, the text would be a finding itself ("found once,
// found everywhere"); with --field or --keys skip it may not be.
//   field: only what was found there; none: anywhere
bool holds_a_find(const ScanPlan& plan, const RecordScan& scan, std::string_view text,
                  std::optional<FieldIndex> field) {
  if (plan.fields == nullptr && plan.redaction.keys != KeysMode::kSkip) return false;
  const std::span<const Finding> findings = field ? findings_in(scan, *field) : std::span(scan.findings);
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    const std::string_view value = scan.record.text(scan.record.field(finding.field)).slice(finding.bytes);
    return value.size() >= 3 && text.find(value) != std::string_view::npos;
  });
}

bool holds_a_name(const ScanPlan& plan, Worker& worker, Bytes<ViewSpace> text) {
  if (!worker.names) return false;
  worker.name_spans.clear();
  // Whatever --names says: what is perhaps a name is hidden.
  worker.names->tag(text, plan.names.model->tables().balanced_least, worker.name_spans);
  worker.caseless_names.clear();
  find_caseless_names(text, worker.caseless_names);
  return !worker.name_spans.empty() || !worker.caseless_names.empty();
}

// Where the last suffix (".jsonl") begins; the size if there is none.
std::size_t suffix_begin(std::string_view step) {
  const std::size_t dot = step.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || step.size() - dot > kMostSuffixBytes) return step.size();
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return std::all_of(step.begin() + static_cast<std::ptrdiff_t>(dot) + 1, step.end(), plain) ? dot : step.size();
}

// A suffix hides an address from the detector ("jo@example.com.parquet" is
// none), so the step is tried with and without each.
void append_safe_step(const ScanPlan& plan, Worker& worker, std::string_view step, std::string& out) {
  std::string_view stem = step;
  for (int suffixes = 0; suffixes <= kMostSuffixes; ++suffixes) {
    const std::string_view shorter = stem.substr(0, suffix_begin(stem));
    if (tells_something(plan, worker, stem)) {
      // The suffix that says what the file is may stay, unless the value needs it.
      if (suffixes == 0 && tells_something(plan, worker, shorter)) stem = shorter;
      append_shape(stem, out);
      out += step.substr(stem.size());
      return;
    }
    stem = shorter;
  }
  out += step;
}

}  // namespace

bool tells_something(const ScanPlan& plan, Worker& worker, std::string_view text) {
  // Nothing that is looked for is shorter.
  if (text.size() < 3) return false;
  const auto known = worker.tells.find(std::string(text));
  if (known != worker.tells.end()) return known->second;
  if (worker.tells.size() >= kMostRemembered) worker.tells.clear();
  worker.name_arena.clear();
  const View view = worker.folder.fold(Bytes<FieldSpace>(text), worker.name_arena);
  const bool tells = !plan.name_matcher->find_in(view.text.text(), worker.name_matching).empty() ||
                     holds_a_name(plan, worker, view.text);
  worker.tells.emplace(text, tells);
  return tells;
}

std::string safe_text(const ScanPlan& plan, Worker& worker, std::string_view text) {
  std::string shown = with_bytes_escaped(text);
  return tells_something(plan, worker, shown) ? shape_of(shown) : shown;
}

std::string safe_pointer(const ScanPlan& plan, Worker& worker, std::string_view pointer) {
  std::string out;
  const Result<JsonPointer> steps = parse_pointer(pointer);
  PRIVET_CHECK(steps.has_value());
  for (const std::string& step : steps->segments) {
    append_pointer_segment(tells_something(plan, worker, step) ? "{key}" : step, out);
  }
  return out;
}

std::string safe_file_name(const ScanPlan& plan, Worker& worker, std::string_view name) {
  const std::string shown = with_bytes_escaped(name);
  std::string out;
  for (std::string_view rest = shown; !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    append_safe_step(plan, worker, rest.substr(0, slash), out);
    if (slash < rest.size()) out.push_back('/');
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return out;
}

void know_header(const ScanPlan& plan, Worker& worker, const CsvHeader& header) {
  if (worker.known_header == header.row() && worker.known_delimiter == header.delimiter()) return;
  worker.known_header = header.row();
  worker.known_delimiter = header.delimiter();
  worker.hidden_columns.assign(header.size(), false);
  const RecordOutcome outcome = scan_record(plan, {{RecordFormat::kCsvHeader, &header}}, worker, header.row());
  if (outcome.fate == RecordFate::kWithheld) return worker.hidden_columns.assign(header.size(), true);
  const RecordScan& scan = worker.original;
  for (const Finding& finding : scan.findings) {
    const std::uint32_t column = scan.record.field(finding.field).ordinal;
    if (column < worker.hidden_columns.size()) worker.hidden_columns[column] = true;
  }
}

void append_safe_pointer(const ScanPlan& plan, Worker& worker, const Record& record, FieldIndex field,
                         std::string& out) {
  const RecordScan& scan = worker.original;
  // Findings have many pointers: each is only searched for its own field's.
  const bool is_scanned = &record == &scan.record;
  const std::optional<FieldIndex> found_in = is_scanned ? std::optional(field) : std::nullopt;
  worker.segments.clear();
  pointer_segments(record, field, worker.segments);
  for (const PointerSegment& segment : worker.segments) {
    worker.segment_text.clear();
    append_segment_text(record, segment, worker.segment_text);
    const bool hidden = record.header != nullptr && segment.ordinal < worker.hidden_columns.size() &&
                        worker.hidden_columns[segment.ordinal];
    const bool masked =
        segment.is_name && (hidden || holds_a_find(plan, scan, worker.segment_text, found_in) ||
                            tells_something(plan, worker, worker.segment_text) || is_found_in(scan, segment.name));
    if (masked) {
      out += "/{key " + std::to_string(segment.ordinal + 1) + "}";
    } else {
      append_pointer_segment(worker.segment_text, out);
    }
  }
}

void append_safe_id(const ScanPlan& plan, Worker& worker, std::string& out) {
  const RecordScan& scan = worker.original;
  if (scan.record.id < 0) return;
  const FieldIndex at{static_cast<std::uint32_t>(scan.record.id)};
  const std::string_view text = scan.record.text(scan.record.field(at)).text();
  if (!findings_in(scan, at).empty() || text.size() > kMostIdBytes || tells_something(plan, worker, text) ||
      holds_a_find(plan, scan, text, {})) {
    append_shape(text, out);
  } else {
    out += text;
  }
}

}  // namespace privet
