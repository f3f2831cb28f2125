#include "pipeline/find_names.h"

#include <algorithm>

#include "detect/names/nobody.h"

namespace privet {

bool find_names(const ScanPlan& plan, Worker& worker, RecordScan& scan, FieldIndex at, Bytes<ViewSpace> text,
                Look look) {
  if (!plan.names.wanted() || scan.record.field(at).kind() != FieldKind::kString) return false;
  const std::size_t before = scan.candidates.size();
  const auto add = [&](Span<ViewSpace> span, float score) {
    scan.candidates.push_back(
        {.field = at, .span = span, .score = score, .rule = plan.names.text, .reserved = is_nobody(text.slice(span))});
  };
  worker.name_spans.clear();
  switch (look) {
    case Look::kOnly:
      worker.names->tag(text, plan.names.least, worker.name_spans);
      break;
    case Look::kFirst:
      worker.names->tag_first(text, plan.names.least, worker.name_spans);
      break;
    case Look::kSecond:
      worker.names->tag_again(text, plan.names.least, worker.name_spans);
      break;
  }
  for (const NameSpan& name : worker.name_spans) add(name.span, static_cast<float>(name.probability) / kNameCertain);
  worker.caseless_names.clear();
  find_caseless_names(text, worker.caseless_names);
  for (const CaselessName& name : worker.caseless_names) {
    if (name.score >= plan.names.least_by_rule) add(name.span, name.score);
  }
  return scan.candidates.size() > before;
}

void find_told_names(const ScanPlan& plan, RecordScan& scan) {
  if (scan.names == nullptr) return;
  const std::size_t before = scan.candidates.size();
  scan.names->find(scan.views, scan.searched, scan.candidates);
  const auto told = scan.candidates.begin() + static_cast<std::ptrdiff_t>(before);
  const auto unsure = [&](const Candidate& c) { return c.score < plan.names.least_by_rule; };
  scan.candidates.erase(std::remove_if(told, scan.candidates.end(), unsure), scan.candidates.end());
  for (std::size_t i = before; i < scan.candidates.size(); ++i) {
    Candidate& name = scan.candidates[i];
    name.reserved = is_nobody(scan.views.view_of(name.field).text.slice(name.span));
  }
}

}  // namespace privet
