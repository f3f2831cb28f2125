// Names of the input's own making, as a report may show them.
//
// Pointers, ids and file names are not under our control: a key may be an
// address. Each goes through the detector, and what holds a finding is shown
// as `{key 2}` or as its shape. The name of a file may hold any bytes; those
// that are no UTF-8 are shown as `\xE9`.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/worker.h"

namespace privet {

// Whether the text holds a finding by itself, by all rules there are.
[[nodiscard]] bool tells_something(const ScanPlan& plan, Worker& worker, std::string_view text);

// The text, or its shape.
[[nodiscard]] std::string safe_text(const ScanPlan& plan, Worker& worker, std::string_view text);

// A JSON Pointer without the record it is from: names that hold a finding are
// shown as `{key}`.
[[nodiscard]] std::string safe_pointer(const ScanPlan& plan, Worker& worker, std::string_view pointer);

// A file's name below its INPUT: each step of the path, without the suffixes
// that say what it is, is shown as its shape if it holds a finding.
[[nodiscard]] std::string safe_file_name(const ScanPlan& plan, Worker& worker, std::string_view name);

// Learns which names of a CSV header hold a finding, for the pointers of the
// rows below it. Scans it if it is not the last one that was learnt, which ends
// worker.original.
void know_header(const ScanPlan& plan, Worker& worker, const CsvHeader& header);

// The pointer of a field of worker.original, segments that hold a finding (in
// this record or by themselves) masked.
//   record: as it was scanned, or as it was judged, which is another reading
void append_safe_pointer(const ScanPlan& plan, Worker& worker, const Record& record, FieldIndex field,
                         std::string& out);

// The record's id, decoded, or its shape; empty if it has none.
void append_safe_id(const ScanPlan& plan, Worker& worker, std::string& out);

}  // namespace privet
