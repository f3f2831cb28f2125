// Text whose UTF-8 was once read as Latin-1 or Windows-1252.
//
//   JosÃ© dâ€™Ã‰vora  ->  José d’Évora
//
// Meta's downloads write all their texts so; on web pages it is Windows-1252.
// A letter beside a quotation mark can look the same by chance, so a text is
// repaired as a whole or not at all: something in it must be no accident, and
// most of what is not ASCII must be of this kind.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/offset_map.h"

namespace privet {

// Writes `text` (valid UTF-8) with one layer undone to `out`, and what it did to
// `edits` (both are emptied first). Linear in its size. Gives where the first
// repair stands, in `text` and in `out`; the size of `text`: there is none, and
// both are empty. What would come out as a control character, or is not assigned
// by Unicode, stays.
[[nodiscard]] std::size_t repair_mojibake(std::string_view text, std::string& out, OffsetMapBuilder& edits);

}  // namespace privet
