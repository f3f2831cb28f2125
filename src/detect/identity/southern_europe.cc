// Spain, Italy, Portugal.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"
#include "detect/identity/tax_numbers.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

// 99999999R is on the specimens of the DNI, 00000000T stands for nobody.
NumberFacts check_es_nif(std::string_view number) {
  return valid_if(is_spanish_nif(number), number == "99999999R" || number == "00000000T");
}

NumberFacts check_es_cif(std::string_view number) { return valid_if(is_spanish_cif(number)); }

// Spanish social security: province (01 to 53, 66), a serial, the remainder of
// both modulo 97; a serial below ten million is counted without its leading 0
// (Tesorería General de la Seguridad Social).
NumberFacts check_es_social_security(std::string_view number) {
  const int province = value_of(number.substr(0, 2));
  const int serial = value_of(number.substr(2, 8));
  if ((province < 1 || province > 53) && province != 66) return {};
  const int rest = serial < 10'000'000 ? (serial + province * 10'000'000) % 97 : remainder_of(number.substr(0, 10), 97);
  return valid_if(serial != 0 && rest == value_of(number.substr(10)));
}

// What a character of the codice fiscale counts in an odd place; a letter that
// stands for a digit counts as itself.
constexpr int kOddPlaces[] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                              20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};

// The digit that a letter stands for where two people would share a code:
// L M N P Q R S T U V.
int omocodia_digit(char c) {
  if (is_digit(c)) return c - '0';
  return static_cast<int>(std::string_view("LMNPQRSTUV").find(c));
}

// Italian codice fiscale: surname, name, year, month, day (40 more for women),
// the place's letter and three digits, a letter modulo 26 (D.M. 23 December
// 1976, n. 13813; D.P.R. 605/1973).
NumberFacts check_it_fiscal_code(std::string_view number) {
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const int value = is_digit(number[i]) ? number[i] - '0' : number[i] - 'A';
    sum += i % 2 == 0 ? kOddPlaces[value] : value;
  }
  if (number[15] != 'A' + sum % 26) return {};
  const int year = omocodia_digit(number[6]) * 10 + omocodia_digit(number[7]);
  const int month = static_cast<int>(std::string_view("ABCDEHLMPRST").find(number[8])) + 1;
  int day = omocodia_digit(number[9]) * 10 + omocodia_digit(number[10]);
  if (day > 40) day -= 40;
  const bool place = number[11] <= 'M' || number[11] == 'Z';
  return valid_if(place && (is_date(1900 + year, month, day) || is_date(2000 + year, month, day)));
}

NumberFacts check_it_vat(std::string_view number) { return valid_if(is_italian_vat(number)); }
NumberFacts check_it_vat_prefixed(std::string_view number) { return valid_if(is_italian_vat(number.substr(2))); }

NumberFacts check_pt_nif(std::string_view number) { return valid_if(is_portuguese_nif(number)); }

constexpr NamedCheck kChecks[] = {
    {"es_cif", check_es_cif},
    {"es_nif", check_es_nif},
    {"es_social_security", check_es_social_security},
    {"it_fiscal_code", check_it_fiscal_code},
    {"it_vat", check_it_vat},
    {"it_vat_prefixed", check_it_vat_prefixed},
    {"pt_nif", check_pt_nif},
};

}  // namespace

std::span<const NamedCheck> southern_checks() { return kChecks; }

}  // namespace privet
