#include "detect/identity/checksums.h"

#include <algorithm>
#include <cstdint>

#include "detect/proof/chars.h"

namespace privet {
namespace {

// A letter counts from 10, `<` and all else 0.
int letter_value(char c) { return is_digit(c) ? c - '0' : is_upper(c) ? c - 'A' + 10 : 0; }

// Verhoeff's table of the dihedral group, and his permutation of the places.
constexpr std::uint8_t kDihedral[10][10] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
                                            {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
                                            {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
                                            {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
                                            {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
constexpr std::uint8_t kPermutation[8][10] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
                                              {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
                                              {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
                                              {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}};

}  // namespace

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool all_same(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return c == text[0]; });
}

int remainder_of(std::string_view digits, int modulus) {
  std::int64_t rest = 0;
  for (const char c : digits) rest = (rest * 10 + (c - '0')) % modulus;
  return static_cast<int>(rest);
}

int weighted_sum(std::string_view digits, std::span<const int> weights) {
  int sum = 0;
  for (std::size_t i = 0; i < std::min(digits.size(), weights.size()); ++i) sum += digit_at(digits, i) * weights[i];
  return sum;
}

int weighted_digit_sum(std::string_view digits, std::span<const int> weights) {
  int sum = 0;
  for (std::size_t i = 0; i < std::min(digits.size(), weights.size()); ++i) {
    const int product = digit_at(digits, i) * weights[i];
    sum += product / 10 + product % 10;
  }
  return sum;
}

bool has_luhn_digit(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int d = digit_at(digits, digits.size() - 1 - i);
    if (i % 2 == 1) d = d > 4 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return sum % 10 == 0;
}

bool has_verhoeff_digit(std::string_view digits) {
  std::size_t check = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const auto d = static_cast<std::size_t>(digit_at(digits, digits.size() - 1 - i));
    check = kDihedral[check][kPermutation[i % 8][d]];
  }
  return check == 0;
}

bool has_mod_11_10_digit(std::string_view digits) {
  if (digits.empty()) return false;
  int product = 10;
  for (const char c : digits.substr(0, digits.size() - 1)) {
    int sum = (c - '0' + product) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return (11 - product) % 10 == digits.back() - '0';
}

bool has_mod_11_2_character(std::string_view number) {
  if (number.empty()) return false;
  int rest = 0;
  for (const char c : number.substr(0, number.size() - 1)) rest = (rest + (c - '0')) * 2 % 11;
  const int check = (12 - rest) % 11;
  return number.back() == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

bool has_mod_97_digits(std::string_view number) {
  int rest = 0;
  for (const char c : number) rest = (rest * (is_digit(c) ? 10 : 100) + letter_value(c)) % 97;
  return rest == 1;
}

bool has_mod_37_36_character(std::string_view number) {
  if (number.empty()) return false;
  int product = 36;
  for (const char c : number.substr(0, number.size() - 1)) {
    int sum = (letter_value(c) + product) % 36;
    if (sum == 0) sum = 36;
    product = sum * 2 % 37;
  }
  return (letter_value(number.back()) + product) % 36 == 1;
}

int icao_check_digit(std::string_view field) {
  constexpr int kWeights[] = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < field.size(); ++i) sum += letter_value(field[i]) * kWeights[i % 3];
  return sum % 10;
}

bool is_date(int year, int month, int day) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_short_date(std::string_view yymmdd) {
  const int year = value_of(yymmdd.substr(0, 2));
  const int month = value_of(yymmdd.substr(2, 2));
  const int day = value_of(yymmdd.substr(4, 2));
  return is_date(1900 + year, month, day) || is_date(2000 + year, month, day);
}

bool is_short_date_day_first(std::string_view ddmmyy) {
  const char turned[] = {ddmmyy[4], ddmmyy[5], ddmmyy[2], ddmmyy[3], ddmmyy[0], ddmmyy[1]};
  return is_short_date({turned, sizeof turned});
}

bool is_long_date(std::string_view yyyymmdd) {
  const int year = value_of(yyyymmdd.substr(0, 4));
  return year >= 1850 && year <= 2099 &&
         is_date(year, value_of(yyyymmdd.substr(4, 2)), value_of(yyyymmdd.substr(6, 2)));
}

}  // namespace privet
