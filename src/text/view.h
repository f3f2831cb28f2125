// The folded form of a field's text: what matchers read.
//
// Folding makes look-alike spellings equal so that a rule is written once:
// full-width and styled letters, compatibility forms, invisible characters,
// typographic dashes and spaces, HTML entities, percent and backslash escapes.
// Case is kept. A text that needs none of it is borrowed and costs one SIMD
// pass. The map leads every offset back.
#pragma once

#include "base/arena.h"
#include "base/offset_map.h"
#include "base/span.h"

namespace privet {

struct View {
  Bytes<ViewSpace> text;                     // borrows from the field or from the arena
  OffsetMap<FieldSpace, ViewSpace> folding;  // identity: text is the field's own
};

}  // namespace privet
