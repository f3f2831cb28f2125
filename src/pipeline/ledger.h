// What a run saw, as one JSON object: the proof that nothing went unscanned
// silently.
//
//   {"schema":"privet.ledger/1",
//    "program":{"name":"privet","version":"…","rules":"…","libraries":{NAME:VERSION,…}},
//    "verb":"redact",
//    "options":{NAME:VALUE,…},                       those that change results
//    "files":[{"name":…,"read":true,"reason":"","container":"jsonl","digest":"sha256-64k:…",COUNTS},…],
//    "not_looked_at":{"hidden":0,"links":0,"other_files":0},
//    "totals":{"files_seen":…,"files_read":…,"files_not_read":{REASON:…},COUNTS},
//    "balanced":true}
//
// COUNTS: "bytes" (uncompressed), "records" (= "scanned" + all of "withheld"),
// "scanned", "withheld":{"not_json","invalid_utf8","too_long","too_deep",
// "too_many_findings","not_csv"}, "withheld_left_out" (nothing stands in their
// place), "records_out" (redact: records = records_out + withheld_left_out +
// private messages dropped or quarantined), "blank_lines", "records_changed",
// "records_without_field", "strings_outside_fields", with --format dolma
// "attributes":{"lines","findings_elsewhere","ids_with_findings"} (lines = records +
// blank_lines; elsewhere than in a document's text), and
// "entities":[{"entity","found","reserved","redacted"}] by name: in a file those
// found, in the totals all that were looked for. `reserved` and `redacted` are
// parts of `found`. Then
// "messages":{"judged","private","embedded","by_class":{CLASS:…},"by_platform":{PLATFORM:…}}:
// by_class adds up to `judged` ("none": nothing tells), by_platform to `private`,
// and so do "actions":{"kept","blanked","dropped","quarantined"} and, where there
// is a policy, "decisions":{"allow","review","block"}.
//
// A file also has "shapes":[{"is":"private"|"public","records","private",
// "public","keys":[POINTER,…]},…]: what its prefix settled, with the records of
// the prefix that have the shape and how many of them spoke for either. The
// totals also have "providers":[{"key","value","class","count"},…].
//
// A file that was damaged on the way is not read ("read":false with a reason),
// but what came before the damage is in the counts. Holds nothing that differs
// between two runs over the same input: no time, host, thread count or path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/batch_result.h"
#include "pipeline/input_shapes.h"
#include "pipeline/job.h"

namespace privet {

struct LedgerFile {
  std::string name;    // as reports say it: nothing personal in it
  std::string reason;  // why it was not (wholly) read; empty: it was
  std::string container;
  std::string digest;
  Counts counts;
  std::vector<SettledShape> shapes = {};
};

struct Ledger {
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  std::string version;
  std::string rules;  // their digest
  Pairs libraries;
  std::string verb;
  Pairs options;
  std::vector<std::string> entities;    // names by EntityIndex
  std::vector<std::string> looked_for;  // names
  bool has_attributes = false;          // scan --format dolma
  std::vector<LedgerFile> files;        // every file seen, read or not
  std::vector<Provider> providers;
  std::uint64_t hidden = 0;
  std::uint64_t links = 0;
  std::uint64_t other_files = 0;
};

// Why a file was not wholly read, from a closed list (an error's text may hold
// a path); empty if it was.
[[nodiscard]] std::string_view ledger_reason(const FileOutcome& outcome);
// "jsonl", "json", "csv", "text"; empty for kAuto.
[[nodiscard]] std::string_view ledger_name(Container container);

// Records in = scanned + withheld, and no part is more than its whole, in every
// file; where records are written, records in = records out + left out.
[[nodiscard]] bool is_balanced(const Counts& counts, bool writes_records);

// The object and a line end. Aborts if it does not balance: that is a bug in
// privet, and no ledger is better than a false one.
[[nodiscard]] std::string write_ledger(const Ledger& ledger);

}  // namespace privet
