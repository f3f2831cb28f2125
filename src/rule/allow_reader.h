// Reads the allow rules of a configuration file.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/allow_rule.h"

namespace privet {

inline constexpr std::string_view kAllowKey = "allow";

// Every key of a rule.
inline constexpr std::array<std::string_view, 9> kAllowKeys = {"reason", "expires", "entity", "domain",      "value",
                                                               "path",   "pointer", "source", "source-field"};

//   text: the file's TOML; name: what messages call it
// Other keys of the file are none of its business. Fails on what it does not
// know, or has no reason: `privet.toml:7: an allow rule needs "reason"`.
[[nodiscard]] Result<std::vector<AllowRule>> read_allow_rules(std::string_view text, std::string_view name);

}  // namespace privet
