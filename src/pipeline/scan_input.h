// Batches of an input through scan_batch(), with what the input's shape tells.
//
// The first batch settles the shapes. It is scanned without them first, which
// is all there is to do unless many records speak; the others are scanned
// without, too, as long as nothing is settled, and again if something is.
#pragma once

#include "pipeline/input_shapes.h"
#include "pipeline/scan_batch.h"

namespace privet {

// scan_batch() of a batch of the input.
//   board: of all inputs; this one is `index` of them. Null: shapes are not
//          looked for
void scan_input(const ScanPlan& plan, InputContext input, std::size_t index, ShapeBoard* board, Worker& worker,
                const Batch& batch, BatchResult& out);

}  // namespace privet
