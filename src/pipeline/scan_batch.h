// One batch through all stages: a pure function of plan, worker and batch.
#pragma once

#include "input/batch.h"
#include "pipeline/batch_result.h"
#include "pipeline/input_shapes.h"
#include "pipeline/worker.h"

namespace privet {

// What of a batch to scan.
struct BatchPart {
  std::size_t first_piece = 0;
  std::size_t most_report = SIZE_MAX;  // stop before a record when the report has more bytes
  std::size_t prefix = 0;              // the pieces before this one are of the input's prefix
  ShapeSurvey* survey = nullptr;       // told of every judged record of the prefix
};

// Scans every record of `batch` and appends to `out`: what to write, what to
// report, what to count. Pieces of over-long records are withheld. Returns the
// first piece that was left for another call; their number if none was.
std::size_t scan_batch(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch,
                       BatchResult& out, const BatchPart& part = {});

}  // namespace privet
