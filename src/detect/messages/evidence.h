// One marker that was found in a record, and where.
#pragma once

#include <cstdint>

#include "base/ids.h"
#include "base/span.h"
#include "rule/marker.h"

namespace privet {

inline constexpr FieldIndex kNoField{0xFFFFFFFF};

struct Evidence {
  MarkerIndex marker{};
  FieldIndex field = kNoField;  // kNoField: the path of the file, or the shape of the input
  Span<ViewSpace> place;        // in the view of the field; empty for a place in the structure
  bool in_text = false;         // found in a text, not in the structure
};

}  // namespace privet
