// Two maps in a row made into one: how A became B, and B became C, as how A
// became C.
#pragma once

#include <span>

#include "base/offset_map.h"

namespace privet {

// `first` leads from A to B, `second` from B to C and inserts nothing where it
// reads nothing; `b_size` is the size of B. Appends the edits from A to C to
// `out`. Edits of the two that overlap become one; others stay as they are.
void compose_edits(std::span<const Edit> first, std::span<const Edit> second, std::uint32_t b_size,
                   OffsetMapBuilder& out);

}  // namespace privet
