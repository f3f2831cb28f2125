// Reads a policy: TOML to Policy values, with the first mistake named by file
// and line.
#pragma once

#include <string_view>

#include "base/result.h"
#include "rule/policy.h"

namespace privet {

// Policies lie among the rules as examples, and are no rules: `name` is a path
// below the folder of rules.
[[nodiscard]] bool is_policy_file(std::string_view name);

//   text: the file's TOML; name: what messages call it
// Fails on what it does not know: `eea.toml:7: unknown region "UK"; did you mean "GB"?`
[[nodiscard]] Result<Policy> read_policy(std::string_view text, std::string_view name);

}  // namespace privet
