// Poland, the Nordic and Baltic countries.
#include <algorithm>
#include <string_view>

#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// The parts of YYMMDD and DDMMYY, which may have something added to them.
struct ShortDate {
  int year, month, day;
};
ShortDate year_first(std::string_view digits) {
  return {value_of(digits.substr(0, 2)), value_of(digits.substr(2, 2)), value_of(digits.substr(4, 2))};
}
ShortDate day_first(std::string_view digits) {
  return {value_of(digits.substr(4, 2)), value_of(digits.substr(2, 2)), value_of(digits.substr(0, 2))};
}

// PESEL: YYMMDD with the century in the month (80 more for the 1800s, 20 for the
// 2000s), a serial and a digit by weights 1 3 7 9 (Population Register Act of
// 24 September 2010, article 15 to 18). The law has months for 2100 to 2299 too:
// nobody has them.
NumberFacts check_pl_pesel(std::string_view number) {
  constexpr int kWeights[] = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
  constexpr int kCenturies[] = {1900, 2000, 2100, 2200, 1800};
  const ShortDate date = year_first(number);
  const int century = kCenturies[date.month / 20];
  return valid_if(century <= 2000 && is_date(century + date.year, date.month % 20, date.day) &&
                  weighted_sum(number, kWeights) % 10 == 0);
}

// NIP, the tax number, with or without PL: nine digits and their weighted sum
// modulo 11; a remainder of 10 is not given out (Act of 13 October 1995 on
// taxpayer identification; Ministry of Finance).
NumberFacts check_pl_nip(std::string_view number) {
  constexpr int kWeights[] = {6, 5, 7, 2, 3, 4, 5, 6, 7};
  if (number.starts_with("PL")) number.remove_prefix(2);
  return valid_if(!all_same(number) && weighted_sum(number.substr(0, 9), kWeights) % 11 == digit_at(number, 9));
}

// REGON, the register of the economy: nine digits, or fourteen for a branch, whose
// first nine are its owner's; modulo 11, a remainder of 10 counts 0 (GUS;
// Regulation of 30 November 2015 on the REGON register).
NumberFacts check_pl_regon(std::string_view number) {
  constexpr int kShort[] = {8, 9, 2, 3, 4, 5, 6, 7};
  constexpr int kLong[] = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
  if (all_same(number) || weighted_sum(number.substr(0, 8), kShort) % 11 % 10 != digit_at(number, 8)) return {};
  return valid_if(number.size() == 9 || weighted_sum(number.substr(0, 13), kLong) % 11 % 10 == digit_at(number, 13));
}

// Polish identity cards: three letters, a check digit, five digits; weights 7 3 1
// as in ICAO 9303 (Ministry of the Interior; PRADO, POL-BO).
NumberFacts check_pl_id_card(std::string_view number) {
  char field[8];
  std::copy_n(number.data(), 3, field);
  std::copy_n(number.data() + 4, 5, field + 3);
  return valid_if(icao_check_digit({field, sizeof field}) == digit_at(number, 3));
}

// Finnish personal identity codes: DDMMYY, a sign for the century (+ 1800s; - and
// U to Y 1900s; A to F 2000s), a serial from 002, a character by the number
// modulo 31 (Government Decree 128/2010, section 2; DVV). Serials from 900 are for
// tests and for a while. `+` and `-` are not in `number`.
NumberFacts check_fi_personal_identity_code(std::string_view number) {
  constexpr std::string_view kCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  const bool sign = number.size() == 10;
  const ShortDate date = day_first(number);
  const auto is_day_of = [&](int century) { return is_date(century + date.year, date.month, date.day); };
  if (sign) {
    if (!is_day_of(1900) && !is_day_of(1800)) return {};
  } else if (!is_day_of(number[6] <= 'F' ? 2000 : 1900)) {
    return {};
  }
  const std::string_view serial = number.substr(number.size() - 4, 3);
  const int value = value_of(number.substr(0, 6)) * 1000 + value_of(serial);
  const bool right = kCharacters[static_cast<std::size_t>(value % 31)] == number.back();
  return valid_if(right && value_of(serial) >= 2, serial[0] == '9');
}

// Swedish personal identity numbers: YYMMDD or YYYYMMDD, the day with 60 added in
// coordination numbers, a serial and a Luhn digit over the last ten (Population
// Registration Act 1991:481, section 18; Skatteverket SKV 704). Serials from 980
// are for tests and for a while.
NumberFacts check_se_personnummer(std::string_view number) {
  const std::string_view ten = number.substr(number.size() - 10);
  ShortDate date = year_first(ten);
  if (date.day > 60) date.day -= 60;
  bool day = false;
  if (number.size() == 12) {
    const int century = value_of(number.substr(0, 2)) * 100;
    day = century >= 1800 && century <= 2000 && is_date(century + date.year, date.month, date.day);
  } else {
    day = is_date(1900 + date.year, date.month, date.day) || is_date(2000 + date.year, date.month, date.day);
  }
  return valid_if(day && ten.substr(6, 3) != "000" && has_luhn_digit(ten), ten[6] == '9' && ten[7] >= '8');
}

// Swedish organisation numbers: the form of the body, a third digit from 2 on,
// where a person has a month, and a Luhn digit (Act 1974:174; Skatteverket SKV 709).
NumberFacts check_se_organisationsnummer(std::string_view number) {
  if (number.size() == 12) number.remove_prefix(2);
  return valid_if(number[0] != '0' && number[2] >= '2' && has_luhn_digit(number), all_same(number));
}

// Danish CPR numbers: DDMMYY and a serial whose first digit says the century with
// the year (CPR-kontoret, Personnummeret i CPR).
bool has_cpr_date(std::string_view number) {
  const ShortDate date = day_first(number);
  const char century = number[6];
  int year = 1900 + date.year;
  if (century >= '5' && century <= '8') {
    year = date.year <= 57 ? 2000 + date.year : 1800 + date.year;
  } else if ((century == '4' || century == '9') && date.year <= 36) {
    year = 2000 + date.year;
  }
  return is_date(year, date.month, date.day);
}

// Given out before October 2007, and mostly since: the weighted sum is a multiple of 11.
NumberFacts check_dk_cpr(std::string_view number) {
  constexpr int kWeights[] = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  return valid_if(has_cpr_date(number) && weighted_sum(number, kWeights) % 11 == 0);
}

// Since October 2007, for days whose numbers have run out: the date alone.
NumberFacts check_dk_cpr_any(std::string_view number) {
  return valid_if(has_cpr_date(number) && number.substr(6) != "0000");
}

// Norwegian birth numbers: DDMMYY, three digits that say the century with the
// year, two check digits modulo 11. The day has 40 added in D-numbers, the month
// in help numbers of the health service; 80 and 65 in the month are of test
// registers (Folkeregisterforskriften, section 2-2-1; Skatteetaten, Tenor).
NumberFacts check_no_fodselsnummer(std::string_view number) {
  constexpr int kFirst[] = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  constexpr int kSecond[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  ShortDate date = day_first(number);
  if (date.day > 40) date.day -= 40;
  const bool test = date.month > 65;
  for (const int added : {80, 65, 40}) {
    if (date.month > added) date.month -= added;
  }
  const int serial = value_of(number.substr(6, 3));
  int century = 1900;
  if (serial >= 500) {
    if (date.year < 40) {
      century = 2000;
    } else if (serial < 750 && date.year >= 54) {
      century = 1800;
    } else if (serial < 900) {
      return {};
    }
  }
  return valid_if(is_date(century + date.year, date.month, date.day) && weighted_sum(number, kFirst) % 11 == 0 &&
                      weighted_sum(number, kSecond) % 11 == 0,
                  test);
}

// Norwegian organisation numbers: eight digits and one by modulo 11, from 8 or 9
// (Enhetsregisterloven; Brønnøysundregistrene).
NumberFacts check_no_orgnr(std::string_view number) {
  constexpr int kWeights[] = {3, 2, 7, 6, 5, 4, 3, 2, 1};
  return valid_if(!all_same(number) && number[0] >= '8' && weighted_sum(number, kWeights) % 11 == 0);
}

// Icelandic kennitölur: DDMMYY (the day has 40 added for companies), two digits
// from 20, one by modulo 11, and the century's: 8, 9 or 0 (Þjóðskrá; Act 140/2019).
NumberFacts check_is_kennitala(std::string_view number) {
  constexpr int kWeights[] = {3, 2, 7, 6, 5, 4, 3, 2, 1};
  ShortDate date = day_first(number);
  if (date.day > 40) date.day -= 40;
  const char last = number[9];
  if (last != '0' && last < '8') return {};
  const int century = last == '0' ? 2000 : 1000 + (last - '0') * 100;
  return valid_if(is_date(century + date.year, date.month, date.day) && weighted_sum(number, kWeights) % 11 == 0);
}

// Estonian and Lithuanian codes: sex and century (1 to 6; the 2100s are nobody's),
// YYMMDD, a serial, a check digit modulo 11 by a second row of weights where the
// first gives 10 (EVS 585:2007; Lietuvos Respublikos gyventojų registro įstatymas).
NumberFacts check_baltic_code(std::string_view number) {
  constexpr int kFirst[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
  constexpr int kSecond[] = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
  if (number[0] < '1' || number[0] > '6') return {};
  const ShortDate date = year_first(number.substr(1));
  const int century = 1800 + (digit_at(number, 0) - 1) / 2 * 100;
  if (!is_date(century + date.year, date.month, date.day)) return {};
  const std::string_view ten = number.substr(0, 10);
  int rest = weighted_sum(ten, kFirst) % 11;
  if (rest == 10) rest = weighted_sum(ten, kSecond) % 11;
  return valid_if(rest % 10 == digit_at(number, 10));
}

// Latvian codes: DDMMYY, the century (0, 1, 2) and a serial; since July 2017
// random digits behind 32 (in law 32 to 39); one check digit (Fizisko personu
// reģistra likums; PMLP).
NumberFacts check_lv_personas_kods(std::string_view number) {
  constexpr int kWeights[] = {10, 5, 8, 4, 2, 1, 6, 3, 7, 9};
  const int check = (1 + weighted_sum(number.substr(0, 10), kWeights)) % 11 % 10;
  if (check != digit_at(number, 10)) return {};
  if (number[0] == '3' && number[1] >= '2') return valid_if(true);
  const ShortDate date = day_first(number);
  return valid_if(number[6] <= '2' && is_date(1800 + digit_at(number, 6) * 100 + date.year, date.month, date.day));
}

constexpr NamedCheck kChecks[] = {
    {"dk_cpr", check_dk_cpr},
    {"dk_cpr_any", check_dk_cpr_any},
    {"ee_isikukood", check_baltic_code},
    {"fi_personal_identity_code", check_fi_personal_identity_code},
    {"is_kennitala", check_is_kennitala},
    {"lt_asmens_kodas", check_baltic_code},
    {"lv_personas_kods", check_lv_personas_kods},
    {"no_fodselsnummer", check_no_fodselsnummer},
    {"no_orgnr", check_no_orgnr},
    {"pl_id_card", check_pl_id_card},
    {"pl_nip", check_pl_nip},
    {"pl_pesel", check_pl_pesel},
    {"pl_regon", check_pl_regon},
    {"se_organisationsnummer", check_se_organisationsnummer},
    {"se_personnummer", check_se_personnummer},
};

}  // namespace

std::span<const NamedCheck> northern_checks() { return kChecks; }

}  // namespace privet
