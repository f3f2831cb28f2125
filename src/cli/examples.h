// What help and the manual show of each verb at work. tests/cli/examples.py
// runs every one of them.
#pragma once

#include <span>
#include <string_view>

namespace privet {

struct Example {
  std::string_view what;     // "Counts by entity, and nothing else"
  std::string_view command;  // as for a shell
};

//   verb: its path without the program, "rules list"; empty: privet itself
[[nodiscard]] std::span<const Example> examples_of(std::string_view verb);

}  // namespace privet
