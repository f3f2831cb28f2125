// The name model that this program was built with.
#pragma once

#include <string_view>

namespace privet {

[[nodiscard]] std::string_view builtin_name_model();

}  // namespace privet
