// India.
#include <algorithm>
#include <string_view>

#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Aadhaar: twelve digits, the first 2 to 9, the last by Verhoeff (UIDAI, "UID
// numbering scheme"). Numbers that read the same backwards are not given.
NumberFacts check_in_aadhaar(std::string_view number) {
  return valid_if(!std::equal(number.begin(), number.begin() + 6, number.rbegin()) && has_verhoeff_digit(number));
}

// Permanent account numbers: three letters of a series, the kind of holder, the
// first letter of a name, a serial from 0001, a check letter whose rule is not
// published (Income Tax Department; Income-tax Rules 1962, rule 114).
bool is_pan(std::string_view pan) { return is_one_of(pan[3], "ABCFGHJLPTK") && pan.substr(5, 4) != "0000"; }
NumberFacts check_in_pan(std::string_view number) { return valid_if(is_pan(number)); }

// Luhn's sum with letters as 10 to 35, modulo 36.
bool has_luhn_36_character(std::string_view number) {
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const char c = number[number.size() - 1 - i];
    const int product = (c <= '9' ? c - '0' : c - 'A' + 10) * (i % 2 == 1 ? 2 : 1);
    sum += product / 36 + product % 36;
  }
  return sum % 36 == 0;
}

// Goods and services tax: the state's census code (97 and 99 for none), the
// holder's PAN, the registration's turn from 1, Z, a check character (GSTN;
// CGST Rules 2017, rule 10).
NumberFacts check_in_gstin(std::string_view number) {
  const int state = value_of(number.substr(0, 2));
  return valid_if(((state >= 1 && state <= 38) || state == 97 || state == 99) && is_pan(number.substr(2, 10)) &&
                  number[12] != '0' && number[13] == 'Z' && has_luhn_36_character(number));
}

// Registration marks: the state, the district, a series, 0001 to 9999; or the
// year, BH, the number and a series (Central Motor Vehicles Rules 1989, rules
// 47 and 50).
NumberFacts check_in_vehicle(std::string_view number) {
  constexpr std::string_view kStates =
      "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS TG "
      "UA UK UP WB";
  if (number[0] <= '9') return valid_if(number.substr(0, 2) >= "21" && number.substr(4, 4) != "0000");
  return valid_if(kStates.find(number.substr(0, 2)) != std::string_view::npos &&
                  number.substr(number.size() - 4) != "0000");
}

constexpr NamedCheck kChecks[] = {
    {"in_aadhaar", check_in_aadhaar},
    {"in_gstin", check_in_gstin},
    {"in_pan", check_in_pan},
    {"in_vehicle", check_in_vehicle},
};

}  // namespace

std::span<const NamedCheck> indian_checks() { return kChecks; }

}  // namespace privet
