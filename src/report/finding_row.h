// A finding as reports show it: one row, the same in every format.
//
// Strings borrow until the row is written. Whoever fills a row has seen to it
// that pointer, id and file hold nothing personal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace privet {

// A place in the raw text of a file, lines and columns from 1, columns in code
// points; the end is exclusive.
struct LineSpan {
  std::uint64_t line = 0, column = 0;
  std::uint64_t end_line = 0, end_column = 0;
};

struct FindingRow {
  std::string_view file = {};
  std::uint64_t line = 0;  // from 1
  std::string_view id = {};
  std::string_view pointer = {};
  bool is_key = false;
  std::string_view rule = {};
  std::string_view entity = {};
  std::string_view strength = {};
  double score = 0;  // written with two decimals at most
  bool reserved = false;
  bool embedded = false;
  std::int64_t cp_start = -1, cp_end = -1;      // code points of the decoded field; -1: the place is the record
  std::int64_t byte_start = -1, byte_end = -1;  // UTF-8 bytes of the decoded field; likewise
  std::uint64_t raw_start = 0, raw_end = 0;     // bytes of the uncompressed input
  LineSpan lines = {};                          // the same place for `check`, else zeros
  std::string_view action = {};
  std::string_view shape = {};
  std::string_view fingerprint = {};
  std::string_view region = {};
  // Of a PRIVATE_MESSAGE.
  std::string_view message_class = {};
  std::string_view platform = {};
  std::string_view policy = {};       // allow, review, block
  std::string_view policy_rule = {};  // which rule of the policy said so
  std::string_view evidence = "[]";   // JSON: [{"marker","category","pointer","weight"}]
  std::string_view hints = "[]";      // JSON: [{"kind","value","pointer"}]
  std::string_view value = {};        // written only if show_value
  bool show_value = false;
};

// One JSON object and a line end: the contract's keys, all of them, in its
// order; `value` last, only if asked for.
void append_jsonl(const FindingRow& row, std::string& out);

// A row of RFC 4180 with the same columns (evidence and hints as JSON). A cell
// that a spreadsheet would take for a formula gets an apostrophe in front.
void append_csv(const FindingRow& row, std::string& out);
void append_csv_header(bool show_values, std::string& out);

// `file:line: ENTITY pointer shape (rule, score)`, for a person; a control
// character becomes `?`.
void append_text(const FindingRow& row, bool color, std::string& out);

}  // namespace privet
