// "Did you mean": the nearest of a list of known words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace privet {

// The word with the fewest edits to `typed`, or empty if none is within a
// third of its length (at least two edits). Letters that changed places are one
// edit. Ties go to the earlier word.
[[nodiscard]] std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> known);
// The same within `most` edits.
[[nodiscard]] std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> known,
                                            std::size_t most);

// `; did you mean "x"?`, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string_view> known);
[[nodiscard]] std::string did_you_mean(std::string_view word);

}  // namespace privet
