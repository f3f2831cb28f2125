#include "detect/path_matcher.h"

#include <algorithm>

#include "record/path_view.h"

namespace privet {

Result<PathMatcher> PathMatcher::build(const RuleSet& rules, bool reference) {
  const auto anywhere = [](RuleIndex, char) { return true; };
  Result<GateSet> gates = GateSet::build(rules, RuleView::kPath, reference, anywhere);
  if (!gates) return fail(gates);
  PathMatcher matcher(rules, std::move(*gates));
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (rule.view != RuleView::kPath) continue;
    Result<Prover> prover = Prover::compile(rule.prove);
    if (!prover)
      return fail(ErrorCode::kConfig, rule.origin + ": pattern of rule " + rule.id + ": " + prover.error().message);
    matcher.provers_.push_back({RuleIndex{static_cast<std::uint16_t>(i)}, std::move(*prover)});
  }
  return matcher;
}

const Prover& PathMatcher::prover_of(RuleIndex rule) const {
  return std::lower_bound(provers_.begin(), provers_.end(), rule,
                          [](const Compiled& c, RuleIndex r) { return c.rule < r; })
      ->prover;
}

void PathMatcher::find(const RecordViews& views, Arena& arena, Scratch& scratch, std::vector<Candidate>& out) const {
  const Record& record = views.record();
  const PathView paths = make_path_view(record, arena);
  std::vector<Suspect>& suspects = scratch.suspects;
  for (const PathLine& line : paths.lines) {
    const Field& leaf = record.field(line.leaf);
    if ((leaf.kind() != FieldKind::kString && leaf.kind() != FieldKind::kNumber) || leaf.size == 0) continue;
    const std::string_view from = paths.text.text().substr(line.begin);
    // A line is a text of its own to gates and patterns; the space of views
    // stands for it here, and only whole leaves leave this function.
    const Bytes<ViewSpace> text(from.substr(0, from.find('\n')));
    suspects.clear();
    gates_.collect(line.leaf, text, scratch.gates, suspects);
    std::sort(suspects.begin(), suspects.end());
    for (std::size_t i = 0; i < suspects.size(); ++i) {
      const Suspect& suspect = suspects[i];
      if (i > 0 && suspects[i - 1].rule == suspect.rule) continue;
      const auto match = prover_of(suspect.rule).match(text, 0);
      if (!match || match->empty()) continue;
      const Rule& rule = rules_->rule(suspect.rule);
      Candidate candidate{.field = line.leaf,
                          .span = {0, static_cast<std::uint32_t>(views.view_of(line.leaf).text.size())},
                          .score = static_cast<float>(rule.score),
                          .rule = suspect.rule};
      if (rule.region.size() == 2) candidate.region = {rule.region[0], rule.region[1]};
      out.push_back(candidate);
    }
  }
}

}  // namespace privet
