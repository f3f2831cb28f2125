// Western and southern Europe.
#include "detect/identity/checks.h"

namespace privet {

std::span<const NamedCheck> western_checks() { return {}; }

}  // namespace privet
