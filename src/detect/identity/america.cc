// The Americas.
#include "detect/identity/checks.h"

namespace privet {

std::span<const NamedCheck> american_checks() { return {}; }

}  // namespace privet
