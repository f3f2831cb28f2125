// A private message without its words: every string but the id becomes the
// placeholder; keys, numbers, booleans and all bytes between them stay.
#pragma once

#include <string>

#include "record/record.h"

namespace privet {

// Appends the blanked record to `out`. Blanking what is blank changes nothing.
//   record: read with ReadOptions::every_leaf
void blank_strings(const Record& record, std::string& out);

// Whether blank_strings() replaces the field.
[[nodiscard]] bool is_blanked(const Record& record, FieldIndex field);

}  // namespace privet
