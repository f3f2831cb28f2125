// One batch through all stages: a pure function of plan, worker and batch.
#pragma once

#include "input/batch.h"
#include "pipeline/batch_result.h"
#include "pipeline/worker.h"

namespace privet {

// Scans every record of `batch` and appends to `out`: what to write, what to
// report, what to count. Pieces of over-long records are withheld.
void scan_batch(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch, BatchResult& out);

}  // namespace privet
