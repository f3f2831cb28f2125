// A member's whole value, as it stands: what no list of fields has of objects,
// arrays and small strings.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/ids.h"
#include "base/span.h"
#include "record/record.h"

namespace privet {

// The key of the record's outermost object that has this name; of equal ones the
// last, as JSON parsers have it. `name` must be one that is listed (record.h).
// Nothing if there is none, or if the record is no object.
[[nodiscard]] std::optional<FieldIndex> outermost_key(const Record& record, std::string_view name);

// Where the value of a key stands: quotes, brackets and all.
//   key: a field of a record of JSON
[[nodiscard]] Span<RecordSpace> member_value(const Record& record, FieldIndex key);

}  // namespace privet
