// A place where a gate opened for a rule: worth a proof, nothing more.
#pragma once

#include <compare>
#include <cstdint>

#include "base/ids.h"

namespace privet {

struct Suspect {
  FieldIndex field{};
  RuleIndex rule{};
  std::uint32_t at = 0;  // the gate's hit in the view: where the last start is
  friend auto operator<=>(const Suspect&, const Suspect&) = default;
};

}  // namespace privet
