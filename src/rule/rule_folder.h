// Reads a user's folder of rules.
#pragma once

#include <string>

#include "base/result.h"
#include "rule/marker.h"
#include "rule/rule_set.h"

namespace privet {

// Reads all `*.toml` below the folder, in the order of their paths: rules, and
// those below private-message/ into `markers`; and the files of terms that
// rules name.
//   markers: null if they are not asked for
//   overridden: ids of rules that were there already, one a line, for a notice
[[nodiscard]] Status read_rule_folder(const std::string& folder, RuleSet& rules, MarkerSet* markers,
                                      std::string* overridden);

}  // namespace privet
