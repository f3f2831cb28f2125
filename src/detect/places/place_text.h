// Words and numbers of postal addresses, read from a place in a text.
//
// A word is letters and digits of any script with spaces, with dashes, slashes
// and apostrophes inside, and one dot behind where it is short: "St.", "12-14",
// "Jean-Jaurès", "N.E.".
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

// The ends of the word that begins at `at`, or ends there; `at` if there is none.
[[nodiscard]] std::uint32_t place_word_end(std::string_view text, std::uint32_t at);
[[nodiscard]] std::uint32_t place_word_begin(std::string_view text, std::uint32_t at);

// 12, 12a, 12-14, 12/3, 221B: no zero in front, five digits at most in a row.
[[nodiscard]] bool is_house_number(std::string_view word);

// 5th, 42nd.
[[nodiscard]] bool is_ordinal(std::string_view word);

// Whether a house number may begin at `at`: not inside a number, a word, a
// price, a path.
[[nodiscard]] bool house_number_may_begin(std::string_view text, std::uint32_t at);

// What parts the lines of an address.
enum class Break : std::uint8_t { kNone, kSpace, kComma, kLine };

// Passes over a comma, dash, line end or <br>, or spaces.
Break skip_break(std::string_view text, std::uint32_t& at);

// Whether the word, with or without a dot behind it, stands in the list (lower
// case, ASCII or not); whatever its case.
[[nodiscard]] bool place_word_in(std::string_view words, std::string_view word);

// "Apt 4B", "Suite 200", "2nd Floor", "2º B", "piso 3", "кв. 5", behind what may
// part them from the street. Moves `at` behind all of them.
void skip_units(std::string_view text, std::uint32_t& at);

// "Flat 2, ", "Apt 5, " in front of the house number at `begin`: where that
// begins, or `begin`.
[[nodiscard]] std::uint32_t unit_begin(std::string_view text, std::uint32_t begin);

}  // namespace privet
