// Proves rules on themselves: `privet rules check`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "rule/rule_set.h"

namespace privet {

struct RuleReport {
  std::string id;
  std::vector<std::string> problems;  // each one line, beginning with the rule's file and line
  std::uint32_t reach = 0;            // bytes a match can have at most
  bool has_pattern = true;            // texts are drawn from it; a rule of terms has none
  std::uint32_t accepted = 0;         // of the texts drawn from `prove`: those that it accepts whole
  double pass_rate = 0;               // of these, what the validator accepts
  double strength_rate = -1;          // the same of far more texts; negative: not measured
};

// What chance lets pass of a rule that fires alone: one in 100,000.
inline constexpr double kValidatedRate = 1e-5;

struct RuleCheckOptions {
  std::uint32_t gate_samples = 10'000;  // texts drawn from `prove` on which the gate must open
  std::uint64_t strength_samples = 0;   // random texts of the rule's shape; 0: do not measure
};

// Checks the rules at `chosen` (all of them, if empty):
// - each compiles alone, and all compile together;
// - no pattern is unbounded, or too large for RE2's fast engine;
// - the gate opens on every text drawn from `prove` that `prove` accepts, at a
//   place from which it is proved;
// - a rule that is declared `validated` lets at most kValidatedRate pass, if
//   that is measured;
// - each of a rule's terms is found where it stands alone;
// - every example in `finds` is found, exactly where it is marked, and nothing
//   in `ignores` is found by the rule.
[[nodiscard]] Result<std::vector<RuleReport>> check_rules(const RuleSet& rules, const std::vector<RuleIndex>& chosen,
                                                          const RuleCheckOptions& options);

}  // namespace privet
