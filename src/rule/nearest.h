// "Did you mean": the nearest of a list of known words.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace privet {

// The word with the fewest edits to `typed`, or empty if none is within a
// third of its length (at least two edits). Ties go to the earlier word.
[[nodiscard]] std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> known);

// `; did you mean "x"?`, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string_view> known);

}  // namespace privet
