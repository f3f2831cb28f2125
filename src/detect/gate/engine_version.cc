#include "detect/gate/engine_version.h"

#include <hs/hs.h>

namespace privet {

std::string engine_version() { return hs_version(); }

}  // namespace privet
