// One record through the stages: the picture in the architecture, as code.
//
//   read > fold > collect > context > decide > repeats > resolve > redact
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "pipeline/batch_result.h"
#include "pipeline/worker.h"
#include "resolve/policy_decision.h"

namespace privet {

enum class RecordFate : std::uint8_t { kScanned, kWithheld };

// What is known of a record before it is read.
struct RecordSource {
  RecordForm form = RecordFormat::kJson;
  const FileContext* context = nullptr;  // never null where private messages are looked for
  const InputShapes* shapes = nullptr;   // settled for the input; null: none
};

struct RecordOutcome {
  RecordFate fate = RecordFate::kScanned;
  WithheldReason reason{};
  std::uint64_t damaged_at = 0;                 // byte of the record
  MessageAction action = MessageAction::kKeep;  // if it is a private message; where it is left out, there is no output
  std::optional<PolicyAnswer> policy = {};      // of a private message, if there is a policy
  bool changed = false;                         // worker.output holds the record's new bytes
  bool has_field = true;                        // some string stood at a named field; of a header always
  std::uint64_t strings_outside = 0;
};

// Scans, and with plan.redact redacts, one record. Its findings are in
// worker.original.findings, with their actions; worker.original.judgement says
// whether it is a private message.
[[nodiscard]] RecordOutcome scan_record(const ScanPlan& plan, const RecordSource& source, Worker& worker,
                                        std::string_view raw);

}  // namespace privet
