#include "detect/identity/tax_numbers.h"

#include <algorithm>

#include "detect/identity/checksums.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

// From the first of them to 2.
constexpr int kNineDown[] = {9, 8, 7, 6, 5, 4, 3, 2};
constexpr int kEightDown[] = {8, 7, 6, 5, 4, 3, 2};

char letter_modulo_23(int value) { return "TRWAGMYFPDXBNJZSQVHLCKE"[value % 23]; }

}  // namespace

bool is_spanish_nif(std::string_view number) {
  const char first = number[0];
  std::string_view digits = number.substr(0, number.size() - 1);
  int lead = 0;
  if (!is_digit(first)) {
    digits.remove_prefix(1);
    if (first >= 'X' && first <= 'Z') {
      lead = first - 'X';
    } else if (first < 'K' || first > 'M') {
      return false;
    }
  }
  return all_digits(digits) && number.back() == letter_modulo_23(lead * 10'000'000 + value_of(digits));
}

bool is_spanish_cif(std::string_view number) {
  if (number.size() != 9 || std::string_view("ABCDEFGHJNPQRSUVW").find(number[0]) == std::string_view::npos)
    return false;
  char digits[8];
  std::copy_n(number.begin() + 1, 8, digits);
  if (!is_digit(digits[7])) {
    const std::size_t value = std::string_view("JABCDEFGHI").find(digits[7]);
    if (value == std::string_view::npos) return false;
    digits[7] = static_cast<char>('0' + value);
  }
  return all_digits({digits, 8}) && has_luhn_digit({digits, 8});
}

bool is_italian_vat(std::string_view digits) {
  const int office = value_of(digits.substr(7, 3));
  const bool known = (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
  return known && digits.substr(0, 7) != "0000000" && has_luhn_digit(digits);
}

bool is_siren(std::string_view digits) { return !all_same(digits) && has_luhn_digit(digits); }

bool is_portuguese_nif(std::string_view digits) {
  const bool kind = digits[0] == '4'   ? digits[1] == '5'
                    : digits[0] == '7' ? digits[1] != '3' && digits[1] != '6'
                                       : digits[0] != '0';
  const int rest = weighted_sum(digits, kNineDown) % 11;
  return kind && !all_same(digits) && digit_at(digits, 8) == (rest < 2 ? 0 : 11 - rest);
}

bool is_dutch_bsn(std::string_view digits) {
  return !all_same(digits) && weighted_sum(digits, kNineDown) % 11 == digit_at(digits, 8);
}

bool is_irish_pps(std::string_view number) {
  int sum = weighted_sum(number.substr(0, 7), kEightDown);
  if (number.size() == 9 && number[8] <= 'I') sum += 9 * (number[8] - 'A' + 1);
  return number[7] == "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23];
}

}  // namespace privet
