// The United States, but for social security numbers (us_ssn.cc).
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// Taxpayers without a social security number: nine digits from 900, the fourth
// and fifth of 50 to 65, 70 to 88, 90 to 92 or 94 to 99 (IRS, IRM 3.21.263).
// 987-65-4320 to 4329 is what advertisements print for a social security number.
NumberFacts check_us_itin(std::string_view number) {
  const int group = value_of(number.substr(3, 2));
  const bool issued = (group >= 50 && group <= 65) || (group >= 70 && group <= 99 && group != 89 && group != 93);
  return valid_if(number[0] == '9' && issued && !all_same(number) && !number.starts_with("98765432"));
}

// National provider identifiers: 1 for persons, 2 for organizations; a Luhn digit
// over the number behind 80840, which adds 24 (45 CFR 162.406; CMS, NPI check digit).
NumberFacts check_us_npi(std::string_view number) {
  const char prefixed[] = {'8',       '0',       '8',       '4',       '0',       number[0], number[1], number[2],
                           number[3], number[4], number[5], number[6], number[7], number[8], number[9]};
  return valid_if((number[0] == '1' || number[0] == '2') && has_luhn_digit({prefixed, sizeof prefixed}));
}

// Registrations with the Drug Enforcement Administration: kind of registrant,
// first letter of the name or 9, six digits and the last digit of
// d1 + d3 + d5 + 2 (d2 + d4 + d6) (21 CFR 1301; DEA Diversion Control Division).
NumberFacts check_us_dea(std::string_view number) {
  constexpr std::string_view kKinds = "ABCDEFGHJKLMPRSTUX";
  const std::string_view digits = number.substr(2);
  return valid_if(kKinds.find(number[0]) != std::string_view::npos && !all_same(digits) &&
                  weighted_sum(digits, {1, 2, 1, 2, 1, 2}) % 10 == digit_at(digits, 6));
}

// Routing numbers of banks: the first two digits name a Federal Reserve district
// (01 to 12, 21 to 32 thrifts, 61 to 72 electronic), the government (00) or
// traveller's cheques (80); weights 3 7 1 modulo 10 (ABA Routing Number Policy).
NumberFacts check_us_aba(std::string_view number) {
  const int district = value_of(number.substr(0, 2));
  const bool known =
      district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district == 80;
  return valid_if(known && !all_same(number) && weighted_sum(number, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0);
}

// Account numbers have no common form: neither a day (YYYYMMDD) nor a filler.
NumberFacts check_us_bank(std::string_view number) {
  return valid_if(!all_same(number) && (number.size() != 8 || !is_long_date(number)));
}

// Serial numbers without a check digit: passports, licenses of states that have digits alone.
NumberFacts check_us_serial(std::string_view number) { return valid_if(!all_same(number)); }

constexpr NamedCheck kChecks[] = {
    {"us_aba", check_us_aba},   {"us_bank", check_us_bank}, {"us_dea", check_us_dea},
    {"us_itin", check_us_itin}, {"us_npi", check_us_npi},   {"us_serial", check_us_serial},
};

}  // namespace

std::span<const NamedCheck> united_states_checks() { return kChecks; }

}  // namespace privet
