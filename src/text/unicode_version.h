// Which version of Unicode the folding knows: ICU is a shared library, so the
// program's own version does not tell.
#pragma once

#include <string>

namespace privet {

// "15.0".
[[nodiscard]] std::string unicode_version();

}  // namespace privet
