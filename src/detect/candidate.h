// A place that a rule proved, before it is decided who wins it.
#pragma once

#include <array>
#include <cstdint>

#include "base/ids.h"
#include "base/span.h"

namespace privet {

struct Candidate {
  FieldIndex field{};
  Span<ViewSpace> span;
  float score = 0;
  RuleIndex rule{};
  std::array<char, 2> region{};  // ISO 3166-1, or zeros
  bool reserved = false;
  bool repeated = false;  // found because the same value was found elsewhere in the record
};
static_assert(sizeof(Candidate) <= 24);

}  // namespace privet
