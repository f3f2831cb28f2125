// What a field is called, for rules that let a name tell: {"phone": ["..."]}.
#pragma once

#include <string>

#include "base/ids.h"
#include "record/record.h"

namespace privet {

// The name of the member that holds the field, decoded: of a value its key, of
// an array's element the array's key. Empty for keys, and at the top.
[[nodiscard]] std::string key_text(const Record& record, FieldIndex field);

}  // namespace privet
