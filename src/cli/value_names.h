// What help calls a value tells what it is: FILE is a path, N a number.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace privet {

[[nodiscard]] inline bool names_folder(std::string_view name) { return name == "DIR"; }

// Of a file, or of a folder too.
[[nodiscard]] inline bool names_path(std::string_view name) {
  constexpr std::array<std::string_view, 10> kPaths = {"FILE", "DIR",    "OUT",    "INPUT",  "HTML",
                                                       "GOLD", "SAMPLE", "LABELS", "LEDGER", "BUNDLE"};
  return std::find(kPaths.begin(), kPaths.end(), name) != kPaths.end();
}

[[nodiscard]] inline bool names_number(std::string_view name) {
  return name == "N" || name == "X" || name == "SIZE" || name == "N|P%";
}

}  // namespace privet
