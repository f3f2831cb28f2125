// A finding of check on its way from a worker to the ordered side, as bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gate/anchor.h"
#include "report/check_finding.h"

namespace privet {

struct PackedFinding {
  CheckFinding finding;
  Anchor anchor;                     // of which its id is made
  std::vector<std::uint32_t> rules;  // allow rules that are about it, in some file
};

void pack(const PackedFinding& packed, std::string& out);
[[nodiscard]] PackedFinding unpack(std::string_view bytes);

}  // namespace privet
