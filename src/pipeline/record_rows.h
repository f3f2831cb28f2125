// The report's rows about one record: its findings, and whether it is a private
// message or holds one.
#pragma once

#include <cstdint>
#include <string_view>

#include "input/batch.h"
#include "pipeline/report_text.h"
#include "pipeline/scan_record.h"

namespace privet {

inline constexpr std::string_view kKept = "keep";

// What became of a finding: its own action, or that of its record.
//   of_record: what is done with the record as a private message
[[nodiscard]] std::string_view action_of(const RecordScan& scan, const Finding& finding, MessageAction of_record);

// Where the record stands.
struct RecordPlace {
  std::string_view file;
  std::uint64_t line = 0;   // from 1
  std::uint64_t begin = 0;  // bytes of the uncompressed input
  std::uint64_t size = 0;
  const Batch* batch = nullptr;  // it is in
};

// Appends the rows of the record that `worker` scanned last, with `outcome`: one
// a finding, or one an entity with plan.report_records. plan.report is not kNone.
void append_rows(const ScanPlan& plan, Worker& worker, const RecordPlace& place, const RecordOutcome& outcome,
                 ReportText& report);

}  // namespace privet
