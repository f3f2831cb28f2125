// Reads rules/private-message/*.toml: TOML to markers.
#pragma once

#include <string_view>

#include "base/result.h"
#include "rule/marker.h"

namespace privet {

// Whether a file of rules (its name below rules/) is about private messages.
[[nodiscard]] bool is_marker_file(std::string_view name);

// Adds what one file says: `platform = "slack"` for all its [[marker]] tables,
// [[participant]] tables, `provider_keys`, and a table [weights].
// Fails on the first mistake, naming file and line.
[[nodiscard]] Status read_markers(std::string_view text, std::string_view name, MarkerSet& markers);

// The markers that the program is built with.
[[nodiscard]] Status read_builtin_markers(MarkerSet& markers);

}  // namespace privet
