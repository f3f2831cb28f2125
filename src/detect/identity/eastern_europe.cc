// The Czech and Slovak republics, Hungary, Romania, Bulgaria, Russia, Ukraine,
// Belarus, Kazakhstan.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// Czech and Slovak birth numbers: YYMMDD, of women with 50 added to the month,
// since 2004 with 20 or 70 where the day's serials ran out; three digits, and
// since 1954 a fourth that makes the whole divisible by 11. Where the remainder
// of the first nine is 10, numbers up to 1985 end in 0 (Act 133/2000, section
// 13; Slovak Act 301/1995).
NumberFacts check_cz_rodne_cislo(std::string_view number) {
  const int short_year = value_of(number.substr(0, 2));
  const bool is_old = number.size() == 9;
  if (is_old && short_year > 53) return {};
  const int year = short_year + (is_old || short_year > 53 ? 1900 : 2000);
  int month = value_of(number.substr(2, 2));
  if (month > 50) month -= 50;
  if (month > 20 && year >= 2004) month -= 20;
  if (!is_date(year, month, value_of(number.substr(4, 2)))) return {};
  if (is_old) return valid_if(number.substr(6) != "000");
  const int rest = remainder_of(number.substr(0, 9), 11);
  return valid_if(rest == 10 ? number[9] == '0' && year <= 1985 : rest == digit_at(number, 9));
}

// Czech and Slovak numbers of businesses: seven digits and one of modulo 11 with
// the weights 8 to 2 (Czech Statistical Office; Act 111/2009, section 24).
NumberFacts check_cz_ico(std::string_view number) {
  constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2};
  const int check = (11 - weighted_sum(number, kWeights) % 11) % 10;
  return valid_if(!all_same(number) && digit_at(number, 7) == check);
}

// Hungarian personal identifiers: sex and century, YYMMDD, a serial of three
// digits and modulo 11. The weights rise from 1 for who was born before 1997,
// and fall from 10 since; remainder 10 is not issued (Act XX of 1996, annex 3).
NumberFacts check_hu_personal(std::string_view number) {
  constexpr int kRising[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  constexpr int kFalling[] = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  const int kind = digit_at(number, 0);
  const int year = value_of(number.substr(1, 2)) + (kind == 3 || kind == 4 ? 2000 : 1900);
  if (kind < 1 || kind > 6) return {};
  if (!is_date(year, value_of(number.substr(3, 2)), value_of(number.substr(5, 2)))) return {};
  const int sum = year < 1997 ? weighted_sum(number, kRising) : weighted_sum(number, kFalling);
  return valid_if(sum % 11 == digit_at(number, 10));
}

// Hungarian social insurance numbers: eight digits, weights 3 and 7 in turn,
// modulo 10 (Act XX of 1996, annex 2).
NumberFacts check_hu_taj(std::string_view number) {
  constexpr int kWeights[] = {3, 7, 3, 7, 3, 7, 3, 7};
  return valid_if(!all_same(number) && weighted_sum(number, kWeights) % 10 == digit_at(number, 8));
}

// Hungarian tax identifiers: 8, the days from 1 January 1867 to the birth, a
// serial of three digits and modulo 11 with the weights 1 to 9; remainder 10 is
// not issued (Act XX of 1996, annex 1). 12 052 days lead to 1900,
// before which nobody is born who lives.
NumberFacts check_hu_tax(std::string_view number) {
  constexpr int kWeights[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  return valid_if(weighted_sum(number, kWeights) % 11 == digit_at(number, 9), value_of(number.substr(1, 5)) < 12052);
}

// Romanian personal codes: sex and century, YYMMDD, the county, a serial from
// 001 and modulo 11, remainder 10 written as 1 (Emergency Ordinance 97/2005;
// Ministry of Internal Affairs). Counties run to 46, 47 and 48 were districts of
// Bucharest, 51 and 52 came later, 70 stands for all of them since 2024, 80 and
// up are of the diplomatic service and of foreigners.
NumberFacts check_ro_cnp(std::string_view number) {
  constexpr int kWeights[] = {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9};
  constexpr int kCenturies[] = {0, 1900, 1900, 1800, 1800, 2000, 2000};
  const int kind = digit_at(number, 0);
  const int county = value_of(number.substr(7, 2));
  if (kind == 0 || number.substr(9, 3) == "000") return {};
  const bool dated = kind > 6 ? is_short_date(number.substr(1, 6))
                              : is_date(kCenturies[kind] + value_of(number.substr(1, 2)), value_of(number.substr(3, 2)),
                                        value_of(number.substr(5, 2)));
  const bool placed = (county >= 1 && county <= 48) || county == 51 || county == 52 || county == 70 ||
                      (county >= 80 && county <= 83) || county == 99;
  const int rest = weighted_sum(number, kWeights) % 11;
  return valid_if(dated && placed && digit_at(number, 12) == (rest == 10 ? 1 : rest));
}

// Romanian fiscal codes of businesses, with or without RO: up to nine digits and
// one of modulo 11 (Fiscal Code, Act 227/2015, article 317; Order of the Ministry
// of Finance).
NumberFacts check_ro_cui(std::string_view number) {
  constexpr std::string_view kWeights = "753217532";
  if (number.starts_with("RO")) number.remove_prefix(2);
  if (number[0] == '0') return {};
  const std::size_t digits = number.size() - 1;
  int sum = 0;
  for (std::size_t i = 0; i < digits; ++i)
    sum += digit_at(number, i) * digit_at(kWeights, kWeights.size() - digits + i);
  return valid_if(!all_same(number) && sum * 10 % 11 % 10 == digit_at(number, digits));
}

// Bulgarian uniform civil numbers: YYMMDD, the month with 20 added in the 1800s
// and 40 in the 2000s, a serial of three digits and modulo 11, remainder 10
// written as 0 (Civil Registration Act, article 11; Ordinance RD-02-20-9/2012).
NumberFacts check_bg_egn(std::string_view number) {
  constexpr int kWeights[] = {2, 4, 8, 5, 10, 9, 7, 3, 6};
  constexpr int kCenturies[] = {1900, 1800, 2000, 0, 0};
  const int month = value_of(number.substr(2, 2));
  const int year = kCenturies[month / 20] + value_of(number.substr(0, 2));
  if (month > 52 || !is_date(year, month % 20, value_of(number.substr(4, 2)))) return {};
  return valid_if(weighted_sum(number, kWeights) % 11 % 10 == digit_at(number, 9));
}

// Russian taxpayers: the region, then for organisations ten digits with one of
// modulo 11, for people twelve with two (Tax Code, article 84; Federal Tax
// Service, order MMV-7-6/435@ of 2012). There is no region 00.
NumberFacts check_ru_inn(std::string_view number) {
  constexpr int kWeights[] = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  const auto check_digit = [&](std::size_t digits) {
    return weighted_sum(number, std::span<const int>(kWeights).last(digits)) % 11 % 10;
  };
  if (number.starts_with("000000")) return {};
  const bool nobodys = number.starts_with("00");
  if (number.size() == 10) return valid_if(check_digit(9) == digit_at(number, 9), nobodys);
  return valid_if(check_digit(10) == digit_at(number, 10) && check_digit(11) == digit_at(number, 11), nobodys);
}

// Russian insurance numbers of people: nine digits and two, their sum with the
// weights 9 to 1 modulo 101, where 100 is written 00; the first million numbers
// need no such check, and no others of them are taken (Act 27-FZ of 1996, article 6).
NumberFacts check_ru_snils(std::string_view number) {
  constexpr int kWeights[] = {9, 8, 7, 6, 5, 4, 3, 2, 1};
  return valid_if(value_of(number.substr(0, 9)) > 0 &&
                  weighted_sum(number, kWeights) % 101 % 100 == value_of(number.substr(9, 2)));
}

// Russian internal passports: the region, the year in which the blank was
// printed, from 1997, and six digits (Government decree 828 of 1997). `N` and
// `No` may stand before the six. There is no region 00.
NumberFacts check_ru_passport(std::string_view number) {
  const int printed = value_of(number.substr(2, 2));
  return valid_if((printed >= 97 || printed <= 40) && !number.ends_with("000000"), number.starts_with("00"));
}

// Ukrainian taxpayers: the days from 31 December 1899 to the birth, a serial of
// four digits and modulo 11, remainder 10 written as 0 (State Tax Service;
// Order of the Ministry of Finance 822 of 2017). 73 049 days lead to 2100: nobody
// is born later.
NumberFacts check_ua_rnokpp(std::string_view number) {
  constexpr int kWeights[] = {10, 5, 7, 9, 4, 6, 10, 5, 7};
  const int days = value_of(number.substr(0, 5));
  return valid_if(days >= 1 && weighted_sum(number, kWeights) % 11 % 10 == digit_at(number, 9), days > 73049);
}

// Belarusian identification numbers: sex and century, DDMMYY, a letter for the
// region, a serial of three digits, two letters for citizenship and the check
// digit of machine readable passports (Act 418-Z of 2008 on the population
// register; ICAO 9303 part 3, 4.9).
NumberFacts check_by_personal(std::string_view number) {
  constexpr int kCenturies[] = {0, 1800, 1800, 1900, 1900, 2000, 2000};
  const int kind = digit_at(number, 0);
  if (kind < 1 || kind > 6) return {};
  const int year = kCenturies[kind] + value_of(number.substr(5, 2));
  return valid_if(is_date(year, value_of(number.substr(3, 2)), value_of(number.substr(1, 2))) &&
                  icao_check_digit(number.substr(0, 13)) == digit_at(number, 13));
}

// Kazakh individual numbers: YYMMDD, century and sex, a serial of four digits and
// modulo 11 with the weights 1 to 11; where that leaves 10, with 3 to 11, 1, 2,
// and where that does too the number is not issued (Act 223-III of 2007;
// Government resolution 565 of 2003).
NumberFacts check_kz_iin(std::string_view number) {
  constexpr int kFirst[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  constexpr int kSecond[] = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
  constexpr int kCenturies[] = {0, 1800, 1800, 1900, 1900, 2000, 2000};
  const int kind = digit_at(number, 6);
  if (kind < 1 || kind > 6) return {};
  const int year = kCenturies[kind] + value_of(number.substr(0, 2));
  if (!is_date(year, value_of(number.substr(2, 2)), value_of(number.substr(4, 2)))) return {};
  int rest = weighted_sum(number, kFirst) % 11;
  if (rest == 10) rest = weighted_sum(number, kSecond) % 11;
  return valid_if(rest == digit_at(number, 11));
}

constexpr NamedCheck kChecks[] = {
    {"bg_egn", check_bg_egn},           {"by_personal", check_by_personal},
    {"cz_ico", check_cz_ico},           {"cz_rodne_cislo", check_cz_rodne_cislo},
    {"hu_personal", check_hu_personal}, {"hu_taj", check_hu_taj},
    {"hu_tax", check_hu_tax},           {"kz_iin", check_kz_iin},
    {"ro_cnp", check_ro_cnp},           {"ro_cui", check_ro_cui},
    {"ru_inn", check_ru_inn},           {"ru_passport", check_ru_passport},
    {"ru_snils", check_ru_snils},       {"ua_rnokpp", check_ua_rnokpp},
};

}  // namespace

std::span<const NamedCheck> eastern_checks() { return kChecks; }

}  // namespace privet
