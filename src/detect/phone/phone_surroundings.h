// What stands around a row of digits and says that it is no phone number: a
// longer token, a URL, a price, a table, the name of another kind of number.
//
// Looks at most 64 bytes to either side, so that the cost of a match does not
// grow with the field.
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

// How the digits in question are written.
struct PhoneLook {
  bool international = false;  // begins with "+"
  bool link = false;           // in a link that says that it is a phone number
  bool divided = false;        // more than one group of digits
  bool spaced = false;         // groups divided by spaces, other than next to a parenthesis
};

// Whether the text around [begin, end) rules a phone number out.
//   text: the whole view; begin: the first digit, "+" or "("; end: behind the last digit
[[nodiscard]] bool surroundings_rule_out_phone(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                               PhoneLook look);

// Whether the digits themselves are a date or a span of years.
//   printed: digits and separators
[[nodiscard]] bool is_printed_date(std::string_view printed);

// Whether the sign of a telephone or the letter of a letterhead ("T:", "M:") stands right before `begin`.
[[nodiscard]] bool is_labelled_phone(std::string_view text, std::uint32_t begin);

// Where the extension behind a number ends ("ext. 12", "x12", "доб. 12"); `end` if there is none.
//   end: behind the last digit of the number
[[nodiscard]] std::uint32_t end_of_extension(std::string_view text, std::uint32_t end);

}  // namespace privet
