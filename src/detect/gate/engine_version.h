// Which version of the pattern engine runs: it may be a shared library, so the
// program's own version does not tell.
#pragma once

#include <string>

namespace privet {

// "5.4.0 2023-01-05", as the library says it.
[[nodiscard]] std::string engine_version();

}  // namespace privet
