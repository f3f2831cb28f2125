#include "detect/example_runner.h"

#include <algorithm>
#include <set>

namespace privet {
namespace {

std::vector<Span<FieldSpace>> outermost(const std::set<Span<FieldSpace>>& spans) {
  std::vector<Span<FieldSpace>> out;
  for (const Span<FieldSpace>& span : spans) {
    const auto inside = [&](const Span<FieldSpace>& other) { return other != span && other.contains(span); };
    if (std::none_of(spans.begin(), spans.end(), inside)) out.push_back(span);
  }
  return out;
}

}  // namespace

ExampleRunner::ExampleRunner(const Matcher& matcher, const PathMatcher& paths)
    : matcher_(&matcher), paths_(&paths), scratch_(matcher.make_scratch()), path_scratch_(paths.make_scratch()) {}

std::vector<Span<FieldSpace>> ExampleRunner::find(const std::string& text, Wanted wanted) {
  arena_.clear();
  const View view = folder_.fold(Bytes<FieldSpace>(text), arena_);
  std::set<Span<FieldSpace>> spans;
  for (const Candidate& candidate : matcher_->find_in(view.text.text(), scratch_)) {
    if (wanted(candidate)) spans.insert(view.folding.to_source(candidate.span));
  }
  return outermost(spans);
}

std::vector<Span<FieldSpace>> ExampleRunner::find_in_record(const std::string& json, Wanted wanted) {
  arena_.clear();
  Record record;
  if (!reader_.read(RecordFormat::kJson, json, {.every_leaf = true}, record).ok()) return {};
  RecordViews views;
  views.begin(record);
  std::vector<Candidate> found;
  paths_->find(views, arena_, path_scratch_, found);
  std::set<Span<FieldSpace>> spans;
  for (const Candidate& candidate : found) {
    const Span<RecordSpace> raw = record.field(candidate.field).raw;
    if (wanted(candidate)) spans.insert({raw.begin, raw.end});
  }
  return outermost(spans);
}

}  // namespace privet
