#include "pipeline/safe_names.h"

#include <algorithm>

#include "report/shape.h"

namespace privet {
namespace {
constexpr std::size_t kMostRemembered = 4096;
}

bool tells_something(const ScanPlan& plan, Worker& worker, std::string_view text) {
  // Nothing that is looked for is shorter.
  if (text.size() < 3) return false;
  const auto known = worker.tells.find(std::string(text));
  if (known != worker.tells.end()) return known->second;
  if (worker.tells.size() >= kMostRemembered) worker.tells.clear();
  worker.name_arena.clear();
  const View view = worker.folder.fold(Bytes<FieldSpace>(text), worker.name_arena);
  const bool tells = !plan.name_matcher->find_in(view.text.text(), worker.name_matching).empty();
  worker.tells.emplace(text, tells);
  return tells;
}

std::string safe_text(const ScanPlan& plan, Worker& worker, std::string_view text) {
  return tells_something(plan, worker, text) ? shape_of(text) : std::string(text);
}

std::string safe_file_name(const ScanPlan& plan, Worker& worker, std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    std::string_view step = name.substr(0, slash);
    std::string_view suffix;
    for (const std::string_view known : {".gz", ".zst", ".jsonl", ".ndjson", ".json", ".txt", ".csv"}) {
      if (step.size() <= known.size() || !step.ends_with(known)) continue;
      suffix = name.substr(step.size() - known.size(), slash - (step.size() - known.size()));
      step.remove_suffix(known.size());
    }
    const bool whole = tells_something(plan, worker, name.substr(0, slash));
    out += whole || tells_something(plan, worker, step) ? shape_of(step) : std::string(step);
    out += suffix;
    if (slash < name.size()) out.push_back('/');
    name.remove_prefix(std::min(slash + 1, name.size()));
  }
  return out;
}

void append_safe_pointer(const ScanPlan& plan, Worker& worker, FieldIndex field, std::string& out) {
  const RecordScan& scan = worker.original;
  worker.segments.clear();
  pointer_segments(scan.record, field, worker.segments);
  for (const PointerSegment& segment : worker.segments) {
    worker.segment_text.clear();
    append_segment_text(scan.record, segment, worker.segment_text);
    const auto in_this_key = [&](const Finding& finding) { return segment.key && finding.field == *segment.key; };
    const bool masked = segment.is_name && (tells_something(plan, worker, worker.segment_text) ||
                                            std::any_of(scan.findings.begin(), scan.findings.end(), in_this_key));
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
  const bool found = std::any_of(scan.findings.begin(), scan.findings.end(), [&](const Finding& f) { return f.field == at; });
  if (found || tells_something(plan, worker, text)) {
    append_shape(text, out);
  } else {
    out += text;
  }
}

}  // namespace privet
