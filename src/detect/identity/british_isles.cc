// The United Kingdom and Ireland.
#include <algorithm>

#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"
#include "detect/identity/tax_numbers.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// NHS, CHI and H&C numbers: ten digits, weights 10 to 2, modulo 11; remainder
// 10 is not issued. 999 000 0000 to 999 999 9999 are for tests (NHS Data Model
// and Dictionary, NHS NUMBER).
NumberFacts check_uk_nhs(std::string_view number) {
  constexpr int kWeights[] = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  return valid_if((!all_same(number) || number[0] == '9') && weighted_sum(number, kWeights) % 11 == 0,
                  number.starts_with("999"));
}

// National insurance numbers: two letters, six digits, A to D. Which letters
// were never given out: HMRC, National Insurance Manual NIM39110. QQ 12 34 56
// is the specimen of its forms.
NumberFacts check_uk_nino(std::string_view number) {
  if (number.substr(0, 8) == "QQ123456") return valid_if(true, true);
  if (is_one_of(number[0], "DFIQUV") || is_one_of(number[1], "DFIOQUV")) return {};
  if (number.starts_with("ZZ")) return valid_if(true, true);
  constexpr std::string_view kNever[] = {"BG", "GB", "KN", "NK", "NT", "TN"};
  return valid_if(std::find(std::begin(kNever), std::end(kNever), number.substr(0, 2)) == std::end(kNever));
}

// Driver numbers of DVLA: five letters of the surname filled up with 9, the
// decade of birth, the month (50 more for women), the day, the year's last
// digit, two initials or 9, a digit and two check characters whose rule is not
// published (DVLA, INF45). The Morgans are its specimens.
NumberFacts check_uk_driving_licence(std::string_view number) {
  const std::size_t letters = std::min<std::size_t>(number.find('9'), 5);
  const std::string_view surname = number.substr(0, 5);
  if (std::any_of(surname.begin() + static_cast<std::ptrdiff_t>(letters), surname.end(),
                  [](char c) { return c != '9'; }))
    return {};
  if (number[11] == '9' && number[12] != '9') return {};
  int month = value_of(number.substr(6, 2));
  if (month > 50) month -= 50;
  const int year = digit_at(number, 5) * 10 + digit_at(number, 10);
  const int day = value_of(number.substr(8, 2));
  return valid_if(is_date(1900 + year, month, day) || is_date(2000 + year, month, day), surname == "MORGA");
}

constexpr std::string_view kPostcodeAreas[] = {
    "AB", "AL", "B",  "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO",
    "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH", "EN", "EX",
    "FK", "FY", "G",  "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV",
    "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",  "ME", "MK", "ML", "N",
    "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S",
    "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN",
    "TQ", "TR", "TS", "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE"};
// Where the centre of London is divided once more: EC1A, W1T.
constexpr std::string_view kLetteredAreas[] = {"E", "EC", "N", "NW", "SE", "SW", "W", "WC"};

// Postcodes: one of 124 areas, a district, a sector, a unit without C I K M O V
// (Royal Mail, Programmers' Guide to the Postcode Address File).
NumberFacts check_uk_postcode(std::string_view number) {
  const std::string_view outward = number.substr(0, number.size() - 3);
  if (is_one_of(number[number.size() - 1], "CIKMOV") || is_one_of(number[number.size() - 2], "CIKMOV")) return {};
  const std::string_view area = outward.substr(0, is_digit(outward[1]) ? 1 : 2);
  const std::string_view district = outward.substr(area.size());
  if (district.size() == 2 && district[0] == '0') return {};
  if (!is_digit(district.back()) && !std::binary_search(std::begin(kLetteredAreas), std::end(kLetteredAreas), area))
    return {};
  return valid_if(std::binary_search(std::begin(kPostcodeAreas), std::end(kPostcodeAreas), area));
}

// Registration marks. Since September 2001: two letters for the office, the age
// (51 to 80 from September, 02 to 30 from March; through 2030), three letters.
// Before, a letter for the year in front (1983) or behind (1963). I and Q are
// left out, and Z of the office (DVLA, INF104).
NumberFacts check_uk_vehicle_registration(std::string_view number) {
  const auto bad = [](std::string_view letters, std::string_view set) {
    return letters.find_first_of(set) != std::string_view::npos;
  };
  if (is_digit(number[1])) {  // A123BCD
    return valid_if(!is_one_of(number[0], "IOQUZ") && number[1] != '0' &&
                    !bad(number.substr(number.size() - 3), "IQZ"));
  }
  if (is_digit(number[2])) {  // AB12CDE
    const int age = value_of(number.substr(2, 2));
    const bool issued = (age >= 2 && age <= 30) || (age >= 51 && age <= 80);
    return valid_if(issued && !bad(number.substr(0, 2), "IQZ") && !bad(number.substr(4), "IQ"));
  }
  return valid_if(number[3] != '0' && !is_one_of(number.back(), "IOQUZ") && !bad(number.substr(0, 3), "IQZ"));
}

NumberFacts check_ie_pps(std::string_view number) { return valid_if(is_irish_pps(number)); }

constexpr NamedCheck kChecks[] = {
    {"ie_pps", check_ie_pps},           {"uk_driving_licence", check_uk_driving_licence},
    {"uk_nhs", check_uk_nhs},           {"uk_nino", check_uk_nino},
    {"uk_postcode", check_uk_postcode}, {"uk_vehicle_registration", check_uk_vehicle_registration},
};

}  // namespace

std::span<const NamedCheck> british_checks() { return kChecks; }

}  // namespace privet
