// What survives a record: where something was found, in three coordinate
// systems, and what was done about it. Numbers only, no text.
#pragma once

#include <array>
#include <cstdint>

#include "base/ids.h"
#include "base/span.h"

namespace privet {

// What happens to a finding in the output; the names are the contract's.
enum class Action : std::uint8_t { kKeep, kReplace, kNumber, kRedact, kMask, kHash };

struct Finding {
  FieldIndex field{};
  RuleIndex rule{};
  EntityIndex entity{};
  Span<ViewSpace> view;        // in the folded view of the field
  Span<FieldSpace> bytes;      // UTF-8 bytes of the decoded field
  std::uint32_t cp_begin = 0;  // Unicode code points of the decoded field
  std::uint32_t cp_end = 0;
  Span<RecordSpace> raw;  // raw bytes of the record
  float score = 0;
  std::array<char, 2> region{};  // ISO 3166-1, or zeros
  bool reserved = false;
  bool embedded = false;  // inside quoted or forwarded private content
  Action action = Action::kKeep;
};

}  // namespace privet
