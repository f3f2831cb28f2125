// Hints of a scanned record: those of its structure, and those that its
// findings give.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "detect/messages/hints.h"
#include "pipeline/worker.h"

namespace privet {

// Of a record that was judged. Fields are those of the judging's own reading.
[[nodiscard]] std::vector<Hint> hints_of(const ScanPlan& plan, const RecordScan& scan);

// {"kind":"region","value":"CH","pointer":"/country"},…  of worker.original.
void append_hints(const ScanPlan& plan, Worker& worker, std::span<const Hint> hints, std::string& out);

}  // namespace privet
