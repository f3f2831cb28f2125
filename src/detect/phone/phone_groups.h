// A number's digits as they are grouped in print.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "detect/phone/phone_surroundings.h"

namespace privet {

// A maximal run of digits in the view.
struct Group {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool trunk_hint = false;  // the "(0)" of "+44 (0)20", not dialled with the calling code
};

struct Groups {
  std::array<Group, 12> at;
  std::size_t size = 0;
};

// The first twelve groups from `begin` to `end`.
[[nodiscard]] Groups find_groups(std::string_view text, std::uint32_t begin, std::uint32_t end);

// The digits that are dialled.
[[nodiscard]] std::string join(std::string_view text, std::span<const Group> groups);

// Where the number begins for a reader: with a "(" exactly if it is closed within.
[[nodiscard]] std::uint32_t balance_parenthesis(std::string_view text, std::uint32_t begin, std::uint32_t end);

[[nodiscard]] PhoneLook look_of(std::string_view printed);

}  // namespace privet
