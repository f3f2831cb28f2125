// Rules over the path view: what a record's structure tells.
//
// Such a rule reads lines `user.tax_id=12-345` (record/path_view.h), each by
// itself. Its gate, if it has one, must open somewhere in the line, and its
// pattern match from the beginning of the line. What it finds is the whole
// value of the leaf that the line is of; the path is reason enough, so that
// cue words, telling names and strength play no part.
#pragma once

#include <vector>

#include "base/arena.h"
#include "base/result.h"
#include "detect/candidate.h"
#include "detect/gate/gate_set.h"
#include "detect/proof/prover.h"
#include "detect/record_views.h"
#include "rule/rule_set.h"

namespace privet {

class PathMatcher {
 public:
  struct Scratch {
    GateSet::Scratch gates;
    std::vector<Suspect> suspects;
  };

  // Compiles the path rules of `rules`, which must outlive the matcher.
  static Result<PathMatcher> build(const RuleSet& rules, bool reference);

  // No rule reads paths: find() need not be called, and records need not be
  // read with every leaf.
  [[nodiscard]] bool empty() const { return provers_.empty(); }
  [[nodiscard]] Scratch make_scratch() const { return {.gates = gates_.make_scratch(), .suspects = {}}; }

  // Appends a candidate for each string or number whose line a rule matches,
  // by field and rule, each once. The record was read with every leaf.
  void find(const RecordViews& views, Arena& arena, Scratch& scratch, std::vector<Candidate>& out) const;

 private:
  struct Compiled {
    RuleIndex rule;
    Prover prover;
  };

  PathMatcher(const RuleSet& rules, GateSet gates) : rules_(&rules), gates_(std::move(gates)) {}
  [[nodiscard]] const Prover& prover_of(RuleIndex rule) const;

  const RuleSet* rules_;
  GateSet gates_;
  std::vector<Compiled> provers_;  // by rule
};

}  // namespace privet
