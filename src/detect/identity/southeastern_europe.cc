// Greece, the countries that were Yugoslavia, Turkey, Israel.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// Greek social security numbers: DDMMYY, five digits, the last by Luhn (Act
// 3655/2008, article 153).
NumberFacts check_gr_amka(std::string_view number) {
  return valid_if(is_short_date_day_first(number.substr(0, 6)) && has_luhn_digit(number));
}

// Greek taxpayers, with or without EL: eight digits with the powers of two from
// 256 down as weights, modulo 11, remainder 10 written as 0 (Act 4174/2013,
// article 11).
NumberFacts check_gr_afm(std::string_view number) {
  constexpr int kWeights[] = {256, 128, 64, 32, 16, 8, 4, 2};
  if (number.starts_with("EL")) number.remove_prefix(2);
  return valid_if(!all_same(number) && weighted_sum(number, kWeights) % 11 % 10 == digit_at(number, 8));
}

// Croatian identification numbers, with or without HR: ten digits that mean
// nothing and one by ISO/IEC 7064 MOD 11,10 (Act on the OIB, NN 60/08, article 4).
NumberFacts check_hr_oib(std::string_view number) {
  if (number.starts_with("HR")) number.remove_prefix(2);
  return valid_if(has_mod_11_10_digit(number));
}

// Where a number of Yugoslavia was given out, as far as that is a country of
// its own today.
std::array<char, 2> region_of_jmbg(int place) {
  if (place >= 10 && place <= 19) return {'B', 'A'};
  if (place >= 20 && place <= 29) return {'M', 'E'};
  if (place >= 30 && place <= 39) return {'H', 'R'};
  if (place >= 40 && place <= 49) return {'M', 'K'};
  if (place >= 50 && place <= 59) return {'S', 'I'};
  if (place >= 70 && place <= 89) return {'R', 'S'};
  return {};
}

// Citizens' numbers of Yugoslavia and of the countries after it: DDMM and three
// digits of the year, the place, a serial of three digits, and modulo 11 with
// the weights 7 to 2 twice; 10 is written as 0 (Act on the unique citizen's
// number, Official Gazette of the SFRY 58/76, articles 4 and 5).
NumberFacts check_jmbg(std::string_view number) {
  constexpr int kWeights[] = {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  const int short_year = value_of(number.substr(4, 3));
  if (short_year > 99 && short_year < 850) return {};
  const int year = short_year + (short_year > 99 ? 1000 : 2000);
  if (!is_date(year, value_of(number.substr(2, 2)), value_of(number.substr(0, 2)))) return {};
  const int check = (11 - weighted_sum(number, kWeights) % 11) % 11 % 10;
  NumberFacts facts = valid_if(check == digit_at(number, 12));
  if (facts.valid) facts.region = region_of_jmbg(value_of(number.substr(7, 2)));
  return facts;
}

// Those that were given out where Slovenia or North Macedonia is today.
NumberFacts check_emso(std::string_view number) { return number[7] == '5' ? check_jmbg(number) : NumberFacts(); }
NumberFacts check_embg(std::string_view number) { return number[7] == '4' ? check_jmbg(number) : NumberFacts(); }

// Slovene taxpayers, with or without SI: seven digits with the weights 8 to 2,
// modulo 11; what would be 11 is not issued (Financial Administration Act).
NumberFacts check_si_tax(std::string_view number) {
  constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2};
  if (number.starts_with("SI")) number.remove_prefix(2);
  const int rest = weighted_sum(number, kWeights) % 11;
  return valid_if(number[0] != '0' && rest != 0 && (11 - rest) % 10 == digit_at(number, 7));
}

// Turkish identity numbers: nine digits, the first not 0; a tenth, seven times
// the odd places less the even ones; an eleventh, the sum of the ten; both
// modulo 10 (Directorate General of Civil Registration; Act 5490, article 46).
// The odd places count eight times in the sum with the tenth digit, the even
// ones not at all, and so the last digit is even.
NumberFacts check_tr_national(std::string_view number) {
  constexpr int kTenth[] = {7, 9, 7, 9, 7, 9, 7, 9, 7};
  constexpr int kOnce[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  return valid_if(number[0] != '0' && weighted_sum(number, kTenth) % 10 == digit_at(number, 9) &&
                  weighted_sum(number, kOnce) % 10 == digit_at(number, 10));
}

// Israeli identity numbers: eight digits and one by Luhn, with noughts in front
// or without them (Population Registry Act 5725-1965; Ministry of Interior).
NumberFacts check_il_zehut(std::string_view number) { return valid_if(!all_same(number) && has_luhn_digit(number)); }

constexpr NamedCheck kChecks[] = {
    {"emso", check_emso},       {"embg", check_embg},     {"gr_afm", check_gr_afm},
    {"gr_amka", check_gr_amka}, {"hr_oib", check_hr_oib}, {"il_zehut", check_il_zehut},
    {"jmbg", check_jmbg},       {"si_tax", check_si_tax}, {"tr_national", check_tr_national},
};

}  // namespace

std::span<const NamedCheck> southeastern_checks() { return kChecks; }

}  // namespace privet
