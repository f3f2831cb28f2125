// What follows a street: units, the city, the state, the postcode.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace privet {

struct PlaceTail {
  std::uint32_t end = 0;         // behind what belongs to the address
  bool sure = false;             // a postcode beside its city, or a state behind it
  std::array<char, 2> region{};  // where that tells the country
};

// Behind a street of the English-speaking countries: ", Apt 4B, Springfield, IL
// 62704", "\nLondon SW1A 2AA". What is not followed by a postcode or a state is
// left out, but for units.
[[nodiscard]] PlaceTail read_english_tail(std::string_view text, std::uint32_t at);

// Where the postcode stands before the city, and Brazil: ", 12345 Musterstadt",
// ", 1234 AB Ede", ", 2º B, 28013 Madrid".
//   five_digits: the country of a code of five digits; zeros: not told
[[nodiscard]] PlaceTail read_continental_tail(std::string_view text, std::uint32_t at, std::array<char, 2> five_digits);

// Two capitals that are a state of the US.
[[nodiscard]] bool is_us_state(std::string_view code);

}  // namespace privet
