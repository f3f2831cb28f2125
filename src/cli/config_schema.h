// The JSON Schema of privet.toml, for editors: made from the parser's own
// definitions, so that it knows every key that a file may have, and no other.
#pragma once

#include <string>

#include "cli/command_tree.h"

namespace privet {

// Draft 7, which editors of TOML know. What depends on other values (whether an
// entity is one of somebody's own rules) it leaves open.
[[nodiscard]] std::string config_schema(const Command& tree);

}  // namespace privet
