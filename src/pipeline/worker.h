// What one thread owns: scratch for every stage, reused from record to record.
//
// Fields, views and maps of a record are valid until the worker's next one.
// Redaction looks at its own output as a second record, which is why there are
// two of what a record needs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "base/offset_map.h"
#include "detect/gate/quiet_strings.h"
#include "detect/matcher.h"
#include "detect/messages/hints.h"
#include "detect/names/caseless.h"
#include "detect/names/record_names.h"
#include "detect/names/tagger.h"
#include "detect/record_views.h"
#include "detect/repeats.h"
#include "pipeline/judge.h"
#include "pipeline/scan_plan.h"
#include "record/pointer.h"
#include "record/pointer_set.h"
#include "record/pointer_shapes.h"
#include "record/record_reader.h"
#include "redact/patch.h"
#include "report/dolma.h"
#include "resolve/resolve.h"
#include "text/fold.h"

namespace privet {

// A record taken apart, and what was found in it.
struct RecordScan {
  RecordReader reader;
  Arena arena;  // of views
  Record record;
  RecordViews views;
  std::vector<FieldIndex> searched;  // the fields that were looked at
  std::vector<Candidate> candidates;
  std::vector<Finding> findings;
  std::unique_ptr<MessageJudge> judge;  // never null; its reading of the record is a second one
  Judgement judgement;
  std::unique_ptr<RecordNames> names;  // null: not looked for
};

struct Worker {
  explicit Worker(const ScanPlan& plan);

  Folder folder;
  Matcher::Scratch matching;
  PathMatcher::Scratch path_matching;
  Matcher::Scratch name_matching;
  std::optional<NameTagger> names;  // absent: --names off
  std::vector<NameSpan> name_spans;
  std::vector<CaselessName> caseless_names;
  QuietStrings quiet;
  RepeatFinder repeats;
  Resolver resolver;
  Redactor redactor;
  PointerSelector selector;

  std::uint64_t records = 0;  // begun so far: tells `original` from the one before
  RecordScan original;
  RecordScan patched;
  std::string output;        // the patched record
  OffsetMapBuilder patches;  // from the record to the patched one
  std::vector<Hint> hints;   // of the original, if it or a part of it is a private message, and somebody asks

  // Whether a key or id holds a finding by itself; keys repeat from record to
  // record. Emptied when it grows.
  std::unordered_map<std::string, bool> tells;
  // The header row that `hidden_columns` is for, as it was read.
  std::string known_header;
  char known_delimiter = '\0';
  std::vector<bool> hidden_columns;  // by column: its name holds a finding

  Arena name_arena;
  std::vector<PointerSegment> segments;
  std::string segment_text;

  // Texts of the report row under way.
  std::string row_id, row_pointer, row_shape, row_fingerprint, row_evidence, row_hints;

  std::vector<AttributeSpan> attributes;  // of the document under way

  PointerShapes shapes;  // collected while a --field has matched nothing yet
};

}  // namespace privet
