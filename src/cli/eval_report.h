// What `privet eval` prints: scores, confusions and errors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/score.h"

namespace privet {

struct EvalRow {
  std::string entity = {};
  std::string key = {}, value = {};  // of --by; empty: all records
  std::uint64_t records = 0;
  EntityScore score = {};
};

[[nodiscard]] std::string eval_table(const std::vector<EvalRow>& rows);
[[nodiscard]] std::string confusion_table(const Confusion& confusion);

// One JSON object a line: privet.eval/1 and privet.confusion/1.
void append_eval_jsonl(const EvalRow& row, std::string& out);
void append_confusion_jsonl(const Confusion& confusion, std::string& out);

// Where findings and labels of a record differ.
struct EvalError {
  std::string_view kind = {};         // "missed", "ends", "entity" (found as another), "false"
  std::string gold = {}, found = {};  // entities; empty: none
  std::uint64_t gold_begin = 0, gold_end = 0, found_begin = 0, found_end = 0;  // bytes of the record
};

// Of the judged entities: each label without a finding of its entity and ends, and each finding that meets no label.
[[nodiscard]] std::vector<EvalError> errors_of(const ScoredRecord& record);

}  // namespace privet
