// What one batch becomes: bytes to write and things to count. Made by a worker
// without locks, consumed in input order.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/message_counts.h"
#include "pipeline/report_text.h"

namespace privet {

// Why a record was not scanned.
enum class WithheldReason : std::uint8_t {
  kNotJson,
  kInvalidUtf8,
  kTooLong,
  kTooDeep,
  kTooManyFindings,
  kNotCsv,
};
inline constexpr std::size_t kWithheldReasons = 6;

// Of lines of attributes (report/dolma.h).
struct AttributeCounts {
  std::uint64_t lines = 0;
  std::uint64_t findings_elsewhere = 0;  // not in a document's text, so in no line
  std::uint64_t ids_with_findings = 0;
};

// Sums; adding is commutative, so any order of batches gives the same ledger.
struct Counts {
  std::uint64_t records = 0;  // scanned + withheld
  std::uint64_t scanned = 0;
  std::array<std::uint64_t, kWithheldReasons> withheld{};
  std::uint64_t blank_lines = 0;
  std::uint64_t records_out = 0;        // written to the output, as they were, changed or as a stub
  std::uint64_t withheld_left_out = 0;  // of those withheld: nothing stands in their place
  std::uint64_t records_changed = 0;
  std::uint64_t records_without_field = 0;  // no string at any --field
  std::uint64_t strings_outside_fields = 0;
  std::uint64_t bytes_in = 0;
  std::vector<std::uint64_t> findings;           // by EntityIndex
  std::vector<std::uint64_t> reserved_findings;  // of these, values nobody can own
  std::vector<std::uint64_t> redacted;           // of these, not kept
  MessageCounts messages;
  AttributeCounts attributes;

  void add(const Counts& other);
  [[nodiscard]] std::uint64_t withheld_in_all() const;
  // All zeros; the vectors keep their sizes.
  void clear();
};

// A stretch of output text. An array's separator belongs to the element after
// it and is written only when an element was written before, which only the
// ordered side knows.
struct OutputPart {
  std::uint32_t separator_bytes = 0;  // at the beginning of the part: dropped if no record precedes it in the output
  std::uint32_t size = 0;             // separator included
  bool record = false;                // ends a record: a frame may be cut after it
};

// A line for stderr about damaged data: "x.jsonl:12: not valid JSON (byte 40); withheld".
struct Diagnostic {
  std::uint64_t line = 0;
  std::uint64_t byte = 0;  // in the record
  WithheldReason reason{};
};

struct BatchResult {
  std::string output;  // redacted text, parts tile it
  std::vector<OutputPart> parts;
  ReportText report;                    // findings, in the report's format
  std::string withheld;                 // raw bytes of withheld records, each with a line end
  std::string quarantined;              // whole lines (quarantine.h)
  std::vector<Diagnostic> diagnostics;  // at most 20 a batch; counts has them all
  Counts counts;
  ProviderCounts providers;

  // Empty, for another batch; memory is kept unless it is much.
  void clear();
};

}  // namespace privet
