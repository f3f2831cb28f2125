// Numbers of no one country: devices, vehicles, legal entities, accounts and
// the numbers that a clinic gives.
#include <algorithm>

#include "detect/context/country_tables.h"
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

// Who may allocate type codes: the first two digits of a TAC (GSMA TS.06, annex
// A: reporting bodies); 00 is a test range, nobody's.
bool has_reporting_body(std::string_view number) {
  constexpr std::string_view kBodies[] = {"00", "01", "10", "30", "33", "35", "44", "45", "49",
                                          "50", "51", "52", "53", "54", "86", "91", "98", "99"};
  return std::find(std::begin(kBodies), std::end(kBodies), number.substr(0, 2)) != std::end(kBodies);
}

bool has_serial(std::string_view imei) { return !all_same(imei.substr(0, 14)); }
bool is_test_device(std::string_view imei) { return imei.starts_with("00") || all_same(imei.substr(2, 6)); }

// Mobile equipment: type code of eight digits, serial of six, Luhn digit (3GPP
// TS 23.003, 6.2.1 and annex B).
NumberFacts check_imei(std::string_view number) {
  return valid_if(has_reporting_body(number) && has_serial(number) && has_luhn_digit(number), is_test_device(number));
}

// Without the check digit, or with two digits of the software's version in its
// place, which are not checked (3GPP TS 23.003, 6.2.2).
NumberFacts check_imei_unchecked(std::string_view number) {
  return valid_if(has_reporting_body(number) && has_serial(number));
}

// A code of one digit has a nought before it: 89 01 for North America.
bool is_calling_code(std::string_view digits) {
  if (digits[0] == '0') digits.remove_prefix(1);
  for (std::size_t at = 0; at < kCallingCodes.size(); at = kCallingCodes.find(' ', at) + 1) {
    const std::string_view code = kCallingCodes.substr(at, kCallingCodes.find(':', at) - at);
    if (digits.starts_with(code)) return true;
  }
  return digits.starts_with("88");  // networks of no country
}

// Cards of subscribers: 89 for telecommunications, the country's calling code,
// the issuer, a Luhn digit (ITU-T E.118, 4.1).
NumberFacts check_iccid(std::string_view number) {
  return valid_if(is_calling_code(number.substr(2)) && has_luhn_digit(number),
                  all_same(number.substr(6, number.size() - 8)));
}

// Vehicles: I, O and Q are not used and the last four are digits (ISO 3779).
// North America, from 1 to 5, and China, L, have a check digit at the ninth
// place (49 CFR 565.15; GB 16735).
NumberFacts check_vin(std::string_view number) {
  constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  // A to Z, without I, O and Q.
  constexpr int kLetters[] = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
  if (!all_digits(number.substr(13))) return {};
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i)
    sum += kWeights[i] * (is_digit(number[i]) ? number[i] - '0' : kLetters[number[i] - 'A']);
  const char check = sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11);
  const bool is_checked = (number[0] >= '1' && number[0] <= '5') || number[0] == 'L';
  return valid_if(!is_checked || number[8] == check);
}

// Legal entities: four characters of who registered it, fourteen of the entity,
// two check digits (ISO 17442-1, 5 and 6).
NumberFacts check_lei(std::string_view number) { return valid_if(has_mod_97_digits(number)); }

// Mexican accounts: bank, place, eleven digits of the account, and a digit by
// weights 3 7 1 of each product's last digit (Banco de Mexico, Circular
// 14/2017, CLABE).
NumberFacts check_clabe(std::string_view number) {
  constexpr int kWeights[] = {3, 7, 1};
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += digit_at(number, i) * kWeights[i % 3] % 10;
  return valid_if(!all_same(number) && (10 - sum % 10) % 10 == digit_at(number, 17));
}

// What an institution numbers as it likes: some digits that are not one digit
// again and again.
NumberFacts check_serial(std::string_view number) {
  const auto digits = std::count_if(number.begin(), number.end(), is_digit);
  return valid_if(digits >= 4 && !all_same(number));
}

constexpr NamedCheck kChecks[] = {
    {"clabe", check_clabe}, {"iccid", check_iccid},   {"imei", check_imei}, {"imei_unchecked", check_imei_unchecked},
    {"lei", check_lei},     {"serial", check_serial}, {"vin", check_vin},
};

}  // namespace

std::span<const NamedCheck> worldwide_checks() { return kChecks; }

}  // namespace privet
