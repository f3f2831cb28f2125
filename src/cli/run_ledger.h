// The ledger of a scan or redact run: what changed its results, and what it
// saw.
#pragma once

#include <vector>

#include "cli/options.h"
#include "cli/plan.h"
#include "pipeline/ledger.h"
#include "pipeline/worker.h"

namespace privet {

//   files: as plan.inputs.inputs, named as reports name them
//   board: what was settled by the inputs' prefixes; null: nothing
//   worker: to look through names and options for personal data; any
[[nodiscard]] Ledger make_ledger(const Options& options, const Plan& plan, const std::vector<InputContext>& files,
                                 const JobOutcome& outcome, ShapeBoard* board, Worker& worker);

}  // namespace privet
