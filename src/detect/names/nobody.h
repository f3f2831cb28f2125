// Names that stand for nobody: what forms and manuals put where a person's name
// goes. Found like any other, and flagged as reserved.
#pragma once

#include <string_view>

namespace privet {

[[nodiscard]] bool is_nobody(std::string_view name);  // ASCII letters in either case

}  // namespace privet
