// Countries by their codes, and the groups of them that policies name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace privet {

// ISO 3166-1 alpha-2, and XK, which is in use without being assigned.
[[nodiscard]] std::span<const std::string_view> country_codes();

// EU: the member states with Åland and the outermost regions, where the
// Union's law applies (TFEU 355). EEA: also Iceland, Liechtenstein and Norway.
inline constexpr std::string_view kUnion = "EU";
inline constexpr std::string_view kEconomicArea = "EEA";
[[nodiscard]] bool is_in_union(std::string_view code);

// The countries of a group, and the group "EU" itself, which a record may name
// instead of a country; of a code, the code.
[[nodiscard]] std::vector<std::string> region_members(std::string_view code_or_group);

}  // namespace privet
