// France, the Benelux, Switzerland, Austria.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"
#include "detect/identity/tax_numbers.h"

namespace privet {
namespace {

// French NIR: sex, year and month of birth, department (2A and 2B for Corsica),
// commune, serial, and a key of two digits: 97 less the number modulo 97, where
// 2A counts as 19 and 2B as 18. Months 20, 30 to 42 and 50 to 99 stand for one
// that is not known (INSEE; décret 82-103, article 4).
NumberFacts check_fr_nir(std::string_view number) {
  char digits[13];
  for (std::size_t i = 0; i < 13; ++i) digits[i] = number[i];
  if (digits[6] == 'A' || digits[6] == 'B') {
    if (digits[5] != '2') return {};
    digits[5] = '1';
    digits[6] = digits[6] == 'A' ? '9' : '8';
  }
  const std::string_view plain(digits, 13);
  const int month = value_of(plain.substr(3, 2));
  const bool known = (month >= 1 && month <= 12) || month == 20 || (month >= 30 && month <= 42) || month >= 50;
  if (!known || digits[0] == '0' || plain.substr(5, 2) == "00" || plain.substr(7, 3) == "000" ||
      plain.substr(10, 3) == "000")
    return {};
  return valid_if(number.size() == 13 || value_of(number.substr(13)) == 97 - remainder_of(plain, 97));
}

NumberFacts check_fr_siren(std::string_view number) { return valid_if(is_siren(number)); }

// French SIRET: a SIREN, five digits for the establishment, a Luhn digit over
// all. Those of La Poste but its seat have a sum of digits that 5 divides instead
// (Code de commerce R123-221; INSEE, répertoire Sirene).
NumberFacts check_fr_siret(std::string_view number) {
  if (!is_siren(number.substr(0, 9))) return {};
  if (!number.starts_with("356000000") || number == "35600000000048") return valid_if(has_luhn_digit(number));
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) sum += digit_at(number, i);
  return valid_if(sum % 5 == 0);
}

// French identity cards from 1988 to 2021: year and month of issue, department,
// a serial. Newer ones are nine letters and digits (décret 55-1397).
NumberFacts check_fr_id_card(std::string_view number) {
  if (number.size() != 12) return valid_if(true);
  const int month = value_of(number.substr(2, 2));
  return valid_if(month >= 1 && month <= 12);
}

NumberFacts check_nl_bsn(std::string_view number) { return valid_if(is_dutch_bsn(number), number.starts_with("000")); }

// Belgian national numbers: YYMMDD, a serial (odd for men), 97 less the number
// modulo 97; for births from 2000 a 2 stands before it. The register of those
// without one adds 20 or 40 to the month; an unknown month or day is 0 (arrêté royal of
// 3 April 1984; arrêté royal of 8 February 1991). A serial of 999 is nobody's.
NumberFacts check_be_national_number(std::string_view number) {
  const int key = 97 - value_of(number.substr(9));
  const int serial = value_of(number.substr(6, 3));
  const std::string_view body = number.substr(0, 9);
  const bool old = remainder_of(body, 97) == key;
  const bool young = (remainder_of(body, 97) + 2 * (1'000'000'000 % 97)) % 97 == key;
  if ((!old && !young) || serial == 0) return {};
  const int year = value_of(number.substr(0, 2)) + (old ? 1900 : 2000);
  int month = value_of(number.substr(2, 2));
  if (month >= 40) {
    month -= 40;
  } else if (month >= 20) {
    month -= 20;
  }
  const int day = value_of(number.substr(4, 2));
  return valid_if(is_date(year, month, day) || (day == 0 && month <= 12) || (month == 0 && day <= 31), serial == 999);
}

// Swiss AHV numbers: 756 for the country, nine digits, the digit of EAN-13
// (AHVV, article 133bis). Blind to neighbours exchanged that differ by 5.
NumberFacts check_ch_ahv(std::string_view number) {
  constexpr int kWeights[] = {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1};
  return valid_if(weighted_sum(number, kWeights) % 10 == 0, all_same(number.substr(3, 9)));
}

// Austrian social insurance: a serial of three digits, a check digit modulo 11
// (10 is not issued), DDMMYY; months 13 to 15 carry on where a day's serials
// are used up (ASVG, section 460d; Dachverband der Sozialversicherungsträger).
NumberFacts check_at_svnr(std::string_view number) {
  constexpr int kWeights[] = {3, 7, 9, 0, 5, 8, 4, 2, 1, 6};
  const int day = value_of(number.substr(4, 2));
  const int month = value_of(number.substr(6, 2));
  const bool date = is_short_date_day_first(number.substr(4)) || (month >= 13 && month <= 15 && day >= 1 && day <= 31);
  return valid_if(date && number[0] != '0' && weighted_sum(number, kWeights) % 11 == digit_at(number, 3));
}

// Luxembourg: YYYYMMDD, a serial of three digits, a Luhn digit and then a digit
// by Verhoeff, both over the eleven before (law of 19 June 2013, article 2;
// règlement grand-ducal of 28 November 2013).
NumberFacts check_lu_national_id(std::string_view number) {
  char eleven[12];
  for (std::size_t i = 0; i < 11; ++i) eleven[i] = number[i];
  eleven[11] = number[12];
  return valid_if(is_long_date(number.substr(0, 8)) && has_luhn_digit(number.substr(0, 12)) &&
                  has_verhoeff_digit({eleven, 12}));
}

constexpr NamedCheck kChecks[] = {
    {"at_svnr", check_at_svnr},   {"be_national_number", check_be_national_number},
    {"ch_ahv", check_ch_ahv},     {"fr_id_card", check_fr_id_card},
    {"fr_nir", check_fr_nir},     {"fr_siren", check_fr_siren},
    {"fr_siret", check_fr_siret}, {"lu_national_id", check_lu_national_id},
    {"nl_bsn", check_nl_bsn},
};

}  // namespace

std::span<const NamedCheck> western_checks() { return kChecks; }

}  // namespace privet
