#include "text/simd_target.h"

#include "text/simd_config.h"

#include <hwy/highway.h>

#include <cstdint>

namespace privet {

std::vector<std::string> simd_target_names() {
  std::vector<std::string> names;
  // Bits are ordered: the lower, the better.
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) names.emplace_back(hwy::TargetName(target));
  return names;
}

bool set_simd_target_for_test(std::string_view name) {
  hwy::SetSupportedTargetsForTest(0);
  bool found = name.empty();
  if (!found) {
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
      if (name != hwy::TargetName(target)) continue;
      hwy::SetSupportedTargetsForTest(target);
      found = true;
      break;
    }
  }
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  return found;
}

}  // namespace privet
