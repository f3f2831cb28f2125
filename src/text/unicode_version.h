// Which version of Unicode the folding knows: ICU may be a shared library, so
// the program's own version does not tell.
#pragma once

#include <string>

namespace privet {

// "15.0".
[[nodiscard]] std::string unicode_version();

// "72.1": of the library that holds it.
[[nodiscard]] std::string icu_version();

}  // namespace privet
