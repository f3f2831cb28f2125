// The allow rules of a configuration file, in a run of check or baseline.
//
// Workers see a record and not which of the files it is from, so they ask what
// rules are about a finding wherever it is; the file is looked at where rows come
// in order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "cli/per_worker.h"
#include "cli/plan.h"
#include "gate/allow.h"
#include "report/finding_row.h"

namespace privet {

// What a rule let pass.
struct AllowedCount {
  std::string place;  // of the rule, "privet.toml:7"
  std::string reason, expires;
  std::uint64_t allowed = 0;
  std::uint64_t over = 0;  // that it would have let pass, had it not expired
};

class CheckAllow {
 public:
  // After make_plan(), which it may still change.
  [[nodiscard]] Status prepare(const Options& options, Plan& plan);

  // By many workers at a time. The rules that are about the finding in some file.
  //   record, field: as WriteRow gets them
  [[nodiscard]] std::vector<std::uint32_t> rules_for(const Worker& worker, const FindingRow& row, const Record& record,
                                                     std::optional<FieldIndex> field);

  // One at a time. Counts the finding, for the first rule that is about it in that file and not over.
  //   file: index among Plan::inputs
  //   rules: what rules_for() said
  [[nodiscard]] bool allows(std::size_t file, std::span<const std::uint32_t> rules);

  // By rule, in the order of the file.
  [[nodiscard]] const std::vector<AllowedCount>& counts() const { return counts_; }

 private:
  AllowRules rules_;
  PerWorker<AllowScratch> scratch_;
  std::vector<std::string> paths_;  // of the inputs, from the folder of the configuration file
  std::vector<AllowedCount> counts_;
};

}  // namespace privet
