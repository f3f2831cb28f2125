// Asia and Oceania.
#include "detect/identity/checks.h"

namespace privet {

std::span<const NamedCheck> asian_checks() { return {}; }

}  // namespace privet
