// What privet_prepare wrote when we were built, for use_prepared().
#pragma once

#include <string_view>

namespace privet {

[[nodiscard]] std::string_view prepared_pieces();

}  // namespace privet
