// Options to a plan: every value checked, every default decided, before the
// first byte is read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "input/inputs.h"
#include "pipeline/job.h"
#include "pipeline/scan_plan.h"
#include "rule/policy.h"

namespace privet {

// Owns all that ScanPlan points to.
struct Plan {
  RuleSet all_rules;
  RuleSet rules;
  RuleSet name_rules;  // ours and all_rules
  MessageDetection messages;
  std::string name_model;  // bytes of --name-model
  NameDetection names;
  std::optional<Policy> policy;
  std::string policy_digest;  // of its file
  std::optional<Matcher> matcher;
  std::optional<PathMatcher> paths;
  std::optional<Matcher> name_matcher;  // absent: `matcher` knows all rules
  std::optional<ReservedList> reserved;
  std::optional<PointerSet> fields;
  std::optional<Keyring> keys;
  ScanPlan scan;
  JobOptions job;
  InputList inputs;
  bool folder_run = false;  // outputs keep the names below the INPUT folder
  std::uint64_t max_withheld = 0;
  double max_withheld_share = -1;  // of all records; negative: max_withheld counts
  // Each input becomes an output: redacted records, or lines of attributes.
  [[nodiscard]] bool has_output() const { return scan.redact || scan.attributes; }
  [[nodiscard]] bool shapes_wanted() const { return scan.messages.wanted() && !job.line_buffered; }
  std::string notice;  // for stderr: overridden rules, a readable key file
};

// Fails with one line that names the option. The plan must not be moved
// afterwards.
[[nodiscard]] Status make_plan(const Options& options, Plan& plan);

}  // namespace privet
