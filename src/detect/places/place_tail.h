// What follows a street: units, the city, the state, the postcode.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace privet {

// ", Apt 4B, Springfield, IL 62704"
//         |  |               |    |
//     units  place        code    end
struct PlaceTail {
  std::uint32_t units = 0;       // where the units end: the street is all before
  bool sure = false;             // a postcode beside its city, or a state behind it
  std::array<char, 2> region{};  // where that tells the country
  // These only where it is sure.
  std::uint32_t place = 0;    // where the city, or what else comes first, begins
  Span<ViewSpace> code = {};  // the postcode; empty behind a state alone
  std::uint32_t end = 0;      // behind city, state and postcode
};

// Behind a street of the English-speaking countries: ", Apt 4B, Springfield, IL
// 62704", "\nLondon SW1A 2AA".
[[nodiscard]] PlaceTail read_english_tail(std::string_view text, std::uint32_t at);

// Where the postcode stands before the city, and Brazil: ", 12345 Musterstadt",
// ", 1234 AB Ede", ", 2º B, 28013 Madrid".
//   five_digits: the country of a code of five digits; zeros: not told
[[nodiscard]] PlaceTail read_continental_tail(std::string_view text, std::uint32_t at, std::array<char, 2> five_digits);

// In a value that is an address as a whole, where words are a city too: sure if
// all that stands behind `at` is units, a city and what belongs to it.
[[nodiscard]] PlaceTail read_last_tail(std::string_view value, std::uint32_t at);

// Whether addresses are written as read_english_tail() reads them in the country.
[[nodiscard]] bool writes_english_tails(std::array<char, 2> region);

// Two capitals that are a state of the US.
[[nodiscard]] bool is_us_state(std::string_view code);

}  // namespace privet
