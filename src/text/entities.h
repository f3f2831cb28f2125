// The named HTML entities that names, addresses and numbers are written with.
#pragma once

#include <string_view>

namespace privet {

// The longest name that is known.
inline constexpr std::size_t kMaxEntityName = 14;

// The code point of `&name;`, without `&` and `;`; 0 if it is not known.
[[nodiscard]] char32_t entity_code_point(std::string_view name);

}  // namespace privet
