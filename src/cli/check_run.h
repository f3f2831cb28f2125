// What `check` and `baseline` do with files: a scan whose findings come back
// one by one, those that fail the check, each with its id.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/result.h"
#include "cli/check_allow.h"
#include "cli/finding_ids.h"
#include "cli/options.h"
#include "cli/scan_run.h"
#include "gate/fail_on.h"
#include "report/check_finding.h"

namespace privet {

// Names are what a check is wrong about most often, and what costs most: check and
// baseline look for them only if somebody says so. (All other verbs do.)
[[nodiscard]] bool looks_for_names(const Options& options);

struct CheckTotals {
  std::uint64_t files = 0;
  std::uint64_t partly = 0;                // of these, only in part: they are over --max-bytes
  std::uint64_t passed = 0;                // findings that --fail-on passes: of other entities, less sure
  std::uint64_t reserved = 0;              // values that nobody can own
  bool missed = false;                     // something was not scanned
  std::string key_name;                    // Baseline::key of the ids
  std::vector<AllowedCount> allowed = {};  // by rule; no finding is under two

  [[nodiscard]] bool incomplete() const { return missed; }
};

class CheckRun {
 public:
  explicit CheckRun(const Options& options);

  // First: what to look for and in which files. No FILE is what git tracks.
  [[nodiscard]] Status prepare();
  // All rules, also those that are not in force.
  [[nodiscard]] const RuleSet& rules() const { return scan_.plan().all_rules; }
  // Baseline::key of the ids to come; absent: there will be none.
  [[nodiscard]] std::optional<std::string> key_name() const {
    return ids_ ? std::optional(ids_->key_name()) : std::nullopt;
  }

  // Then once. What was not read or not scanned goes to stderr.
  //   visit: in the order of the files and places; what fails ends the run
  [[nodiscard]] Result<CheckTotals> run(FunctionRef<Status(CheckFinding&&)> visit);

 private:
  void write_row(const FindingRow& row, Worker& worker, const Record& record, std::optional<FieldIndex> field,
                 std::string& out);

  Options o_;  // with what a check decides by itself
  ScanRun scan_;
  FailOn fail_on_;
  std::optional<FindingIds> ids_;
  CheckAllow allow_;
  bool nothing_ = false;  // git tracks no file that we read
  std::atomic<std::uint64_t> passed_ = 0, reserved_ = 0;
};

// "1 file", "2 files".
[[nodiscard]] std::string count_of(std::uint64_t n, std::string_view one);

// Both at once.
[[nodiscard]] Result<CheckTotals> run_check(const Options& options, FunctionRef<Status(CheckFinding&&)> visit);

}  // namespace privet
