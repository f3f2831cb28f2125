// South Korea.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// YYMMDD and a seventh digit that says the century.
bool begins_with_birth(std::string_view number) {
  const char sex = number[6];
  const int century = sex == '9' || sex == '0'                               ? 1800
                      : sex == '1' || sex == '2' || sex == '5' || sex == '6' ? 1900
                                                                             : 2000;
  return is_date(century + value_of(number.substr(0, 2)), value_of(number.substr(2, 2)), value_of(number.substr(4, 2)));
}

int birth_number_sum(std::string_view number) { return weighted_sum(number, {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5}); }

bool is_resident(std::string_view number) { return number[6] <= '4' || number[6] == '9'; }
bool is_foreigner(std::string_view number) { return number[6] >= '5' && number[6] <= '8'; }

// Resident registration numbers: birth, century and sex (1 and 2 for the 1900s,
// 3 and 4 for the 2000s, 9 and 0 before), where it was first registered, a
// serial, a check digit (Resident Registration Act, enforcement rule, article 2).
NumberFacts check_kr_rrn(std::string_view number) {
  return valid_if(is_resident(number) && begins_with_birth(number) && number.substr(7, 2) <= "96" &&
                  (11 - birth_number_sum(number) % 11) % 10 == digit_at(number, 12));
}

// Those given since October 2020, to the newborn or as a replacement: six random
// digits behind birth and sex, without a check digit (the same rule as amended).
NumberFacts check_kr_rrn_random(std::string_view number) {
  return valid_if(is_resident(number) && begins_with_birth(number));
}

// Foreigners: 5 to 8 in the seventh place, and a check digit that is two more
// (Immigration Act, article 31, paragraph 5).
NumberFacts check_kr_frn(std::string_view number) {
  return valid_if(is_foreigner(number) && begins_with_birth(number) &&
                  (13 - birth_number_sum(number) % 11) % 10 == digit_at(number, 12));
}

NumberFacts check_kr_frn_random(std::string_view number) {
  return valid_if(is_foreigner(number) && begins_with_birth(number));
}

// Business registration numbers: the tax office, the kind of business, a serial,
// a check digit to which the ninth counts five times with its tens
// (National Tax Service).
NumberFacts check_kr_brn(std::string_view number) {
  const int sum = weighted_sum(number, {1, 3, 7, 1, 3, 7, 1, 3, 5, 1}) + digit_at(number, 8) * 5 / 10;
  return valid_if(number.substr(0, 3) >= "101" && number.substr(3, 2) != "00" && number.substr(5, 4) != "0000" &&
                  sum % 10 == 0);
}

// Driving licences: the region that issued it, 11 to 28, the year, a serial and
// two digits that guard it by a rule that is not published (Road Traffic Act,
// enforcement rule, article 77).
NumberFacts check_kr_driver_license(std::string_view number) {
  return valid_if(number.substr(0, 2) >= "11" && number.substr(0, 2) <= "28");
}

constexpr NamedCheck kChecks[] = {
    {"kr_brn", check_kr_brn}, {"kr_driver_license", check_kr_driver_license},
    {"kr_frn", check_kr_frn}, {"kr_frn_random", check_kr_frn_random},
    {"kr_rrn", check_kr_rrn}, {"kr_rrn_random", check_kr_rrn_random},
};

}  // namespace

std::span<const NamedCheck> korean_checks() { return kChecks; }

}  // namespace privet
