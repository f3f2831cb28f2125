// What a field is called, for rules that let a name tell: {"phone": ["..."]}.
#pragma once

#include <string>
#include <string_view>

#include "base/ids.h"
#include "record/record.h"

namespace privet {

// The name of the member that holds the field, decoded: of a value its key, of
// an array's element the array's key. Empty for keys, at the top, and where the
// name is so long that it tells nothing.
// Borrowed from the record, or from `room` where the name has escapes.
[[nodiscard]] std::string_view key_text(const Record& record, FieldIndex field, std::string& room);

}  // namespace privet
