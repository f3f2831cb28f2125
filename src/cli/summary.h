// What a run says at its end, on stderr, and the exit code that it earned.
#pragma once

#include "cli/plan.h"
#include "cli/verbs.h"
#include "pipeline/job.h"

namespace privet {

// The table of --count: an entity a row.
[[nodiscard]] std::string counts_table(const Plan& plan, const Counts& totals);

// Records, findings by entity, reserved values, what was not scanned.
[[nodiscard]] std::string summary_text(const Plan& plan, const JobOutcome& outcome);

// The contract's rule: 3 when something was not scanned, else 0.
[[nodiscard]] ExitCode exit_code_of(const Plan& plan, const JobOutcome& outcome);

}  // namespace privet
