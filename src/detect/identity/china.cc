// China, Hong Kong, Taiwan.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// Whether six digits may be a county: a province of GB/T 2260, in it a city (01
// to 20, 51 to 70), a prefecture (21 to 50) or none (90), in that a district or
// a county. Taiwan 71 and 83, Hong Kong 81 and Macao 82 are not divided.
bool is_county(std::string_view area) {
  constexpr std::string_view kProvinces =
      "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65";
  constexpr std::string_view kUndivided = "71 81 82 83";
  const std::string_view province = area.substr(0, 2);
  if (kUndivided.find(province) != std::string_view::npos) return area.substr(2) == "0000";
  // The most that any province has had of each.
  const int city = value_of(area.substr(2, 2));
  if ((city < 1 || city > 43) && (city < 51 || city > 53) && city != 90) return false;
  return kProvinces.find(province) != std::string_view::npos && area.substr(4) != "00";
}

// Resident identity numbers: the county where it was first registered, YYYYMMDD,
// a serial, a check character (GB 11643-1999).
NumberFacts check_cn_resident_id(std::string_view number) {
  const std::string_view year = number.substr(6, 4);
  return valid_if(is_county(number.substr(0, 6)) && year >= "1900" && year <= "2039" &&
                  is_long_date(number.substr(6, 8)) && has_mod_11_2_character(number));
}

// The same of any year, for numbers beside a cue; beyond those years nobody's.
NumberFacts check_cn_resident_id_any(std::string_view number) {
  const std::string_view year = number.substr(6, 4);
  return valid_if(is_county(number.substr(0, 6)) && is_long_date(number.substr(6, 8)) && has_mod_11_2_character(number),
                  year < "1900" || year > "2039");
}

// The first generation, to 1999: the same without the century and the check
// character (GB 11643-1989).
NumberFacts check_cn_resident_id_15(std::string_view number) {
  const std::string_view birth = number.substr(6, 6);
  return valid_if(is_county(number.substr(0, 6)) && is_date(1900 + value_of(birth.substr(0, 2)),
                                                            value_of(birth.substr(2, 2)), value_of(birth.substr(4))));
}

// Hong Kong identity cards: one or two letters, six digits, a check digit or A;
// with A as 10 and a missing first letter as 36, weights 9 to 1, modulo 11
// (Immigration Department).
NumberFacts check_hk_hkid(std::string_view number) {
  const std::size_t letters = number.size() - 7;
  int sum = letters == 1 ? 36 * 9 : (number[0] - 'A' + 10) * 9;
  sum += (number[letters - 1] - 'A' + 10) * 8 + weighted_sum(number.substr(letters, 6), {7, 6, 5, 4, 3, 2});
  sum += number.back() == 'A' ? 10 : number.back() - '0';
  return valid_if(sum % 11 == 0);
}

// Taiwanese national identity and uniform identity numbers: a letter for a place
// worth 10 to 35, sex (1 and 2; 8 and 9 for foreigners since 2021), a serial, a
// check digit. The older numbers of foreigners have a letter, A to D, for their
// sex, of which the last digit counts (Household Registration Act, enforcement
// rules; National Immigration Agency).
NumberFacts check_tw_national_id(std::string_view number) {
  // In the order of the values 10 to 35.
  constexpr std::string_view kPlaces = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
  const int place = static_cast<int>(kPlaces.find(number[0])) + 10;
  const bool old_foreigner = number[1] >= 'A';
  if (old_foreigner && number[1] > 'D') return {};
  const int sex = old_foreigner ? number[1] - 'A' : digit_at(number, 1);
  if (!old_foreigner && sex != 1 && sex != 2 && sex < 8) return {};
  const int sum = place / 10 + place % 10 * 9 + sex * 8 + weighted_sum(number.substr(2), {7, 6, 5, 4, 3, 2, 1, 1});
  return valid_if(sum % 10 == 0);
}

constexpr NamedCheck kChecks[] = {
    {"cn_resident_id", check_cn_resident_id},       {"cn_resident_id_any", check_cn_resident_id_any},
    {"cn_resident_id_15", check_cn_resident_id_15}, {"hk_hkid", check_hk_hkid},
    {"tw_national_id", check_tw_national_id},
};

}  // namespace

std::span<const NamedCheck> chinese_checks() { return kChecks; }

}  // namespace privet
