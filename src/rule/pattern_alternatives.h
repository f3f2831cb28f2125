// A pattern's alternatives, as patterns by themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace privet {

// What matches first among all of them matches as the pattern does: from the
// leftmost start, and of those that match there the first. The pattern itself
// where it has no alternatives, or syntax that is not known here.
[[nodiscard]] std::vector<std::string> alternatives_of(std::string_view pattern);

}  // namespace privet
