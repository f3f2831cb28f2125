// A job over the inputs of a plan: what scan, redact, check and baseline share.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/function_ref.h"
#include "cli/plan.h"
#include "cli/verbs.h"
#include "pipeline/job.h"
#include "pipeline/scan_input.h"
#include "pipeline/worker.h"

namespace privet {

// Members are in the order in which things come to be.
class ScanRun {
 public:
  explicit ScanRun(const Options& options) : o_(options) {}

  // First. What it decides may be changed up to set_up().
  [[nodiscard]] Status make_plan() { return privet::make_plan(o_, plan_); }
  [[nodiscard]] Plan& plan() { return plan_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }

  // Then: workers, and what each input is.
  void set_up();
  [[nodiscard]] std::vector<JobFile>& files() { return files_; }
  [[nodiscard]] const std::vector<InputContext>& contexts() const { return contexts_; }
  [[nodiscard]] ShapeBoard* board() { return board_ ? &*board_ : nullptr; }
  [[nodiscard]] Worker& first_worker() { return *workers_[0]; }

  // Then once: reads it all. Bad records and, if `progress` says so, how far it
  // is go to stderr. Messages hold no name of a file that tells something.
  //   rows: JobCalls::rows
  using Rows = decltype(JobCalls::rows);
  [[nodiscard]] Status run(const JobStreams& streams, bool progress, JobOutcome& outcome, Rows rows = {});

  // For stderr, afterwards: what could not be read, a line each.
  [[nodiscard]] std::string damaged_text(const JobOutcome& outcome);
  [[nodiscard]] std::string not_read_text();
  // A pointer of --field that matched nothing in the whole input is a mistake.
  [[nodiscard]] Status check_fields();

 private:
  void add_input(const Input& input);
  [[nodiscard]] std::string without_name(std::string message, const std::string& path, const std::string& name);
  [[nodiscard]] std::uint64_t bytes_to_come() const;

  const Options& o_;
  Plan plan_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<InputContext> contexts_;
  std::optional<ShapeBoard> board_;  // by context
  std::vector<JobFile> files_;
};

// Says on stderr what went wrong. A closed pipe ends the process silently, as
// any filter does.
[[nodiscard]] ExitCode complain(const Error& error);

}  // namespace privet
