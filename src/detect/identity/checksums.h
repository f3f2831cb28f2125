// The check digits that identifiers share, and their dates. The text is digits
// unless it is said otherwise; a function never reads past it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace privet {

[[nodiscard]] constexpr int digit_at(std::string_view number, std::size_t at) { return number[at] - '0'; }
[[nodiscard]] bool all_digits(std::string_view text);
// One digit, again and again: typed to fill a field.
[[nodiscard]] bool all_same(std::string_view text);
// The number's value modulo `modulus`, which is below 10^8; of any length.
[[nodiscard]] int remainder_of(std::string_view digits, int modulus);
// The digits times the weights, added up; as many as the shorter has.
[[nodiscard]] int weighted_sum(std::string_view digits, std::span<const int> weights);
template <std::size_t N>
[[nodiscard]] int weighted_sum(std::string_view digits, const int (&weights)[N]) {
  return weighted_sum(digits, std::span<const int>(weights));
}
// The digits of each product added, as Luhn does: 8 * 2 counts 1 + 6.
[[nodiscard]] int weighted_digit_sum(std::string_view digits, std::span<const int> weights);
template <std::size_t N>
[[nodiscard]] int weighted_digit_sum(std::string_view digits, const int (&weights)[N]) {
  return weighted_digit_sum(digits, std::span<const int>(weights));
}

// ISO/IEC 7812-1 annex B, the check digit last. Blind to 09 and 90 exchanged.
[[nodiscard]] bool has_luhn_digit(std::string_view digits);
// The dihedral check of Verhoeff (1969), the check digit last. Sees every single
// error and every exchange of neighbours.
[[nodiscard]] bool has_verhoeff_digit(std::string_view digits);
// ISO/IEC 7064 MOD 11,10: one digit, last.
[[nodiscard]] bool has_mod_11_10_digit(std::string_view digits);
// ISO/IEC 7064 MOD 11-2: the last character is a digit or X.
[[nodiscard]] bool has_mod_11_2_character(std::string_view number);
// ISO/IEC 7064 MOD 97-10 over letters (A is 10) and digits: the remainder is 1.
[[nodiscard]] bool has_mod_97_digits(std::string_view number);
// ISO/IEC 7064 MOD 37,36 over letters and digits: one character, last.
[[nodiscard]] bool has_mod_37_36_character(std::string_view number);
// ICAO 9303 part 3, 4.9: weights 7 3 1 over digits, letters (A is 10) and `<`,
// modulo 10; the check digit is not in `field`.
[[nodiscard]] int icao_check_digit(std::string_view field);

// A day of the Gregorian calendar, from 1 January of year 1.
[[nodiscard]] bool is_date(int year, int month, int day);
// The number in `digits`, at most nine of them.
[[nodiscard]] int value_of(std::string_view digits);
// YYMMDD that is a day in the 1900s or the 2000s.
[[nodiscard]] bool is_short_date(std::string_view yymmdd);
// DDMMYY likewise.
[[nodiscard]] bool is_short_date_day_first(std::string_view ddmmyy);
// YYYYMMDD, a day from 1850 to 2099: somebody who lives, or did.
[[nodiscard]] bool is_long_date(std::string_view yyyymmdd);

}  // namespace privet
