// The pass over text that has nothing to fold, which is most of it.
//
// These find the next place where folding may have work to do. ASCII is
// skipped a vector at a time; each other character costs one bit of a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace privet {

// In all of these `text` is valid UTF-8, `from` is the beginning of a
// character in it or its size, and the size is the answer for "none".
// `flagged` holds one bit a code point, 64 to a word.

// The next `&`, `%`, `\` or flagged character. Sets `non_ascii` if a character
// above U+007F stands before the answer or at it; never clears it.
[[nodiscard]] std::size_t find_foldable(std::string_view text, std::size_t from, const std::uint64_t* flagged,
                                        bool& non_ascii);

// The next `&`, `%` or `\`.
[[nodiscard]] std::size_t find_escape(std::string_view text, std::size_t from);

// The next flagged character; `non_ascii` as above.
[[nodiscard]] std::size_t find_flagged(std::string_view text, std::size_t from, const std::uint64_t* flagged,
                                       bool& non_ascii);

// The next letter from U+00C0 to U+00FF right before another character above
// U+007F that is none: what begins there may be bytes of UTF-8 that were taken
// for characters.
[[nodiscard]] std::size_t find_twice_encoded(std::string_view text, std::size_t from);

}  // namespace privet
