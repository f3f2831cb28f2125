// What will be done with every record: decided once, shared by all threads,
// never changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/function_ref.h"
#include "base/ids.h"
#include "detect/matcher.h"
#include "detect/path_matcher.h"
#include "detect/reserved_list.h"
#include "input/container.h"
#include "pipeline/message_plan.h"
#include "pipeline/name_plan.h"
#include "record/pointer_set.h"
#include "record/record_reader.h"
#include "redact/keyed.h"
#include "redact/operators.h"
#include "rule/rule_set.h"

namespace privet {

struct FindingRow;
struct InputShapes;
struct Worker;

// ReportFormat::kCaller: appends the row of a finding in a form of the caller's,
// for JobCalls::rows. Many at a time, each with a worker of its own.
//   record, field: where the finding is; absent: it is the record
using WriteRow = FunctionRef<void(const FindingRow& row, Worker& worker, const Record& record,
                                  std::optional<FieldIndex> field, std::string& out)>;

enum class ReportFormat : std::uint8_t { kNone, kJsonl, kCsv, kText, kCaller };
enum class OnBadRecord : std::uint8_t { kWithhold, kStub, kPass, kStop };

struct ScanPlan {
  const RuleSet* rules = nullptr;
  const Matcher* matcher = nullptr;        // the rules asked for
  const PathMatcher* paths = nullptr;      // of these, the rules over paths
  const Matcher* name_matcher = nullptr;   // all rules: reports must not leak what was not asked for
  const PointerSet* fields = nullptr;      // null: every string
  const ReservedList* reserved = nullptr;  // the user's own; null: none
  ReadOptions read;
  MessagePlan messages;
  NamePlan names;
  double min_score = 0.5;
  std::uint64_t max_findings = 100'000;
  bool allow_missing_field = false;

  bool redact = false;
  // A line of attributes for each line is the output (pipeline/attributes.h). What
  // redacting would hide is in it, so that is found out.
  bool attributes = false;
  RedactPlan redaction;
  OnBadRecord on_bad_record = OnBadRecord::kWithhold;
  bool keep_withheld = false;  // --withheld: raw bytes are wanted

  ReportFormat report = ReportFormat::kNone;
  std::optional<WriteRow> write_row;  // kCaller
  bool report_records = false;        // --report-level records: one line for each entity of a record
  bool show_values = false;
  bool explain = false;           // text only: why a record is a private message
  bool color = false;             // text only
  const Keyring* keys = nullptr;  // --key-file
  // --record: only records that stand, in part, in this line of their file; 0: all.
  std::uint64_t only_line = 0;

  // What may be hidden is decided, and looked for again in what that leaves.
  [[nodiscard]] bool hides() const { return redact || attributes; }
};

// What a worker needs to know of the input that a batch is from.
struct InputContext {
  Container container = Container::kJsonl;
  std::string file;                     // as reports say it: relative to the INPUT, its shape if it holds a finding
  const CsvHeader* header = nullptr;    // of CSV
  FileContext messages = {};            // what the file's own name tells of private messages
  const InputShapes* shapes = nullptr;  // what its prefix told; null: nothing
};

}  // namespace privet
