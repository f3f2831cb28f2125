// Labelled records, for `privet eval`: a JSON object a line, in one of two forms.
//
//   {"record":{"mail":"⟦EMAIL_ADDRESS:jo@example.com⟧, call 12"},"lang":"en"}
//
// Marks stand in the raw text of "record", where they are cut out; what is left is
// scanned. A number is marked beside it: "gold":[{"pointer":"/n","entity":"US_SSN"}].
//
//   {"text":"jo@example.com","spans":[{"start":0,"end":14,"label":"EMAIL"}]}
//
// As other tools have it: "text" or "full_text"; "spans", "entities" or "labels", of
// objects with start, end and entity (also start_position, end_position,
// entity_type, label) or of [start, end, entity]; in Unicode code points. The
// record that is scanned is {"text": …}.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/score.h"
#include "base/result.h"

namespace privet {

inline constexpr std::string_view kMarkBegin = "\u27E6", kMarkEnd = "\u27E7";

struct GoldRecord {
  std::string raw;                                           // what is scanned
  std::vector<LabelledSpan> spans;                           // in its bytes
  std::vector<std::pair<std::string, std::string>> strings;  // the line's own members that are strings: "id", "lang"
};

// Fails with `where` ("gold.jsonl:3") and what is wrong.
[[nodiscard]] Result<GoldRecord> read_gold(std::string_view line, std::string_view where);

}  // namespace privet
