// Pages of the manual, in troff's man macros: one for the program and one for
// each verb, with that verb's own verbs as sections of it.
#pragma once

#include <string>

#include "cli/command_tree.h"

namespace privet {

// "privet-scan", as in privet-scan.1.
[[nodiscard]] std::string page_name(const Command& command);

//   tree: the program, for what else to see
[[nodiscard]] std::string man_page(const Command& command, const Command& tree);

}  // namespace privet
