// Germany.
#include <algorithm>

#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

// Place of a letter in the alphabet, as two digits: A is 01.
void append_letter(char letter, char* digits) {
  const int place = letter - 'A' + 1;
  digits[0] = static_cast<char>('0' + place / 10);
  digits[1] = static_cast<char>('0' + place % 10);
}

// Identification numbers for tax: ten digits of which one comes twice or three
// times and no other more than once, three never in a row, and a MOD 11,10
// digit. A zero in front marks the numbers of test systems (section 139b AO;
// BZSt, Informationen zur steuerlichen Identifikationsnummer).
NumberFacts check_de_tax_id(std::string_view number) {
  if (number[0] == '0' || !has_mod_11_10_digit(number)) return {};
  int seen[10] = {};
  for (const char c : number.substr(0, 10)) ++seen[c - '0'];
  int repeated = 0;
  for (const int times : seen) {
    if (times > 3) return {};
    repeated += times > 1 ? 1 : 0;
  }
  if (repeated != 1) return {};
  for (std::size_t i = 2; i < 10; ++i) {
    if (number[i] == number[i - 1] && number[i] == number[i - 2]) return {};
  }
  return valid_if(true);
}

// Tax numbers: ten or eleven digits as the Länder write them; in the federal
// scheme thirteen, with the Land's key in front and a 0 in fifth place (ELSTER,
// Prüfung der Steuernummer). The check digit goes by a dozen procedures, some of
// them by office, and is not looked at.
NumberFacts check_de_tax_number(std::string_view number) {
  if (all_same(number)) return {};
  if (number.size() != 13) return valid_if(true);
  constexpr std::string_view kTwoDigitKeys[] = {"10", "11", "21", "22", "23", "24", "26", "27", "28"};
  const std::string_view key = number.substr(0, 2);
  const bool land = key[0] == '3' || key[0] == '4' || key[0] == '5' || key[0] == '9' ||
                    std::find(std::begin(kTwoDigitKeys), std::end(kTwoDigitKeys), key) != std::end(kTwoDigitKeys);
  return valid_if(land && number[4] == '0');
}

// The offices that give out insurance numbers (VKVV, annex).
bool is_pension_area(int area) {
  constexpr int kRanges[][2] = {{2, 4},   {8, 21},  {23, 26}, {28, 29}, {38, 40}, {42, 44},
                                {48, 61}, {63, 66}, {68, 69}, {78, 82}, {89, 89}};
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](const auto& range) { return area >= range[0] && area <= range[1]; });
}

// Insurance numbers of the pension scheme: area, DDMMYY (the day may have 50
// added), the birth name's letter, a serial and a check digit over all of them,
// the letter as two digits (section 147 SGB VI; sections 2 and 4 VKVV).
NumberFacts check_de_social_security(std::string_view number) {
  constexpr int kWeights[] = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
  if (!is_pension_area(value_of(number.substr(0, 2)))) return {};
  char date[6];
  std::copy_n(number.data() + 2, 6, date);
  if (date[0] >= '5') date[0] = static_cast<char>(date[0] - 5);
  if (!is_short_date_day_first({date, sizeof date})) return {};
  char digits[12];
  std::copy_n(number.data(), 8, digits);
  append_letter(number[8], digits + 8);
  std::copy_n(number.data() + 9, 2, digits + 10);
  return valid_if(weighted_digit_sum({digits, sizeof digits}, kWeights) % 10 == digit_at(number, 11));
}

// Health insurance numbers: a letter, eight digits and a check digit by weights
// 1 and 2, the letter as two digits (section 290 SGB V; GKV-Spitzenverband,
// Krankenversichertennummer, annex 1).
NumberFacts check_de_health_insurance(std::string_view number) {
  constexpr int kWeights[] = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
  char digits[10];
  append_letter(number[0], digits);
  std::copy_n(number.data() + 1, 8, digits + 2);
  return valid_if(weighted_digit_sum({digits, sizeof digits}, kWeights) % 10 == digit_at(number, 9));
}

// Serial numbers of identity cards and passports: nine characters without
// vowels, the first by the kind of document, and the check digit of ICAO 9303
// where it is written too (BMI, Muster der Ausweise; PAuswV, PassV). Nine alone
// must have a second letter: other countries have a letter and eight digits.
bool is_document_serial(std::string_view number) {
  if (number.size() == 10) return icao_check_digit(number.substr(0, 9)) == digit_at(number, 9);
  return !all_digits(number.substr(1));
}

// The cards before 2010 have ten digits and perhaps a D; the specimens of the
// newer ones T and eight digits.
NumberFacts check_de_id_card(std::string_view number) {
  if (number.back() == 'D') number.remove_suffix(1);
  if (number.size() == 9 && number[0] == 'T' && all_digits(number.substr(1))) return valid_if(true);
  return valid_if(!all_same(number) && is_document_serial(number));
}

NumberFacts check_de_passport(std::string_view number) { return valid_if(is_document_serial(number)); }

// Driving licences: the authority (a letter and two digits), six characters, a
// check digit and the number of the copy. Weights 9 to 1 over nine characters,
// letters from 10, modulo 11, X for 10 (KBA, Führerscheinnummer; FeV, annex 8).
NumberFacts check_de_driving_licence(std::string_view number) {
  int sum = 0;
  for (int i = 0; i < 9; ++i) {
    const char c = number[static_cast<std::size_t>(i)];
    sum += (is_digit(c) ? c - '0' : c - 'A' + 10) * (9 - i);
  }
  const int check = sum % 11;
  return valid_if(number[9] == (check == 10 ? 'X' : static_cast<char>('0' + check)));
}

// Doctors' numbers: six digits, a check digit by weights 4 and 9, two for the
// specialty (KBV, Richtlinie nach section 75 (7) SGB V). Nines stand in where
// there is none.
NumberFacts check_de_lanr(std::string_view number) {
  constexpr int kWeights[] = {4, 9, 4, 9, 4, 9};
  const int check = (10 - weighted_sum(number.substr(0, 6), kWeights) % 10) % 10;
  const bool stand_in = number == "999999900";
  return valid_if(check == digit_at(number, 6) && (stand_in || !all_same(number)), stand_in);
}

// Numbers of doctors' premises: the association's key and seven digits (KBV,
// Richtlinie nach section 75 (7) SGB V, annex 1; 35 and 75 are hospitals).
NumberFacts check_de_bsnr(std::string_view number) {
  const int key = value_of(number.substr(0, 2));
  constexpr int kFree[] = {0, 5, 22, 23, 26, 29, 30, 32, 33, 34, 36, 76, 77, 84, 97};
  return valid_if(!all_same(number) && std::find(std::begin(kFree), std::end(kFree), key) == std::end(kFree));
}

// VAT numbers: DE and nine digits, the last by MOD 11,10 (section 27a UStG; BZSt).
NumberFacts check_de_vat_id(std::string_view number) {
  return valid_if(number.starts_with("DE") && number[2] != '0' && has_mod_11_10_digit(number.substr(2)));
}

// Postcodes: 01001 to 99998 (Deutsche Post).
NumberFacts check_de_postcode(std::string_view number) {
  const int value = value_of(number);
  return valid_if(value >= 1001 && value <= 99998);
}

constexpr NamedCheck kChecks[] = {
    {"de_bsnr", check_de_bsnr},
    {"de_driving_licence", check_de_driving_licence},
    {"de_health_insurance", check_de_health_insurance},
    {"de_id_card", check_de_id_card},
    {"de_lanr", check_de_lanr},
    {"de_passport", check_de_passport},
    {"de_postcode", check_de_postcode},
    {"de_social_security", check_de_social_security},
    {"de_tax_id", check_de_tax_id},
    {"de_tax_number", check_de_tax_number},
    {"de_vat_id", check_de_vat_id},
};

}  // namespace

std::span<const NamedCheck> german_checks() { return kChecks; }

}  // namespace privet
