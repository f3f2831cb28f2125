// Persons' names, as candidates of a record.
#pragma once

#include <cstdint>

#include "pipeline/worker.h"

namespace privet {

// A record that is redacted is looked at twice: what redaction left as it was
// holds nothing new.
enum class Look : std::uint8_t { kOnly, kFirst, kSecond };

// Adds the names in `text`, which is the view of field `at`, to
// scan.candidates; whether there is one.
bool find_names(const ScanPlan& plan, Worker& worker, RecordScan& scan, FieldIndex at, Bytes<ViewSpace> text,
                Look look);

// Adds the names that the structure of the record tells, and every mention of
// anybody who is told so.
void find_told_names(const ScanPlan& plan, RecordScan& scan);

}  // namespace privet
