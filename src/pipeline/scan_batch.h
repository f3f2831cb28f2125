// One batch through all stages: a pure function of plan, worker and batch.
#pragma once

#include "input/batch.h"
#include "pipeline/batch_result.h"
#include "pipeline/input_shapes.h"
#include "pipeline/worker.h"

namespace privet {

// What of a batch is the input's prefix, and who is told of every judged record
// in it.
struct BatchPrefix {
  std::size_t pieces = 0;
  ShapeSurvey* survey = nullptr;
};

// Scans every record of `batch` and appends to `out`: what to write, what to
// report, what to count. Pieces of over-long records are withheld.
void scan_batch(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch, BatchResult& out,
                const BatchPrefix& prefix = {});

}  // namespace privet
