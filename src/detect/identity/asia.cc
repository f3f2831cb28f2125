// Asia but for China, India and Korea.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// Identity numbers of Singapore: S or T (from 2000) for citizens and residents,
// F, G (from 2000) or M (from 2022) for foreigners, seven digits, a check letter
// (National Registration Regulations; Immigration and Checkpoints Authority).
NumberFacts check_sg_nric(std::string_view number) {
  const char series = number[0];
  int sum = weighted_sum(number.substr(1), {2, 7, 6, 5, 4, 3, 2});
  if (series == 'T' || series == 'G') sum += 4;
  if (series == 'M') sum += 3;
  const std::string_view letters = series == 'S' || series == 'T'   ? "JZIHGFEDCBA"
                                   : series == 'F' || series == 'G' ? "XWUTRQPNMLK"
                                                                    : "XWUTRQPNJLK";
  return valid_if(number.back() == letters[static_cast<std::size_t>(sum % 11)]);
}

// Unique entity numbers: a business has eight digits and a check letter, a
// company the year, five digits and a check letter, all else R, S or T, a year,
// the kind of entity, four digits and a check letter (ACRA; OECD, "Singapore:
// tax identification numbers").
NumberFacts check_sg_uen(std::string_view number) {
  if (number.size() == 9) {
    const int sum = weighted_sum(number.substr(0, 8), {10, 4, 9, 3, 8, 2, 7, 1});
    return valid_if(number[8] == std::string_view("XMKECAWLJDB")[static_cast<std::size_t>(sum % 11)]);
  }
  if (number[0] <= '9') {
    const std::string_view year = number.substr(0, 4);
    const int sum = weighted_sum(number.substr(0, 9), {10, 8, 6, 4, 9, 7, 5, 3, 1});
    return valid_if(year >= "1900" && year <= "2049" &&
                    number[9] == std::string_view("ZKCMDNERGWH")[static_cast<std::size_t>(sum % 11)]);
  }
  constexpr std::string_view kEntities =
      "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU "
      "VH XL";
  constexpr std::string_view kAlphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
  constexpr int kWeights[] = {4, 3, 5, 3, 10, 2, 2, 5, 7};
  if (kEntities.find(number.substr(3, 2)) == std::string_view::npos) return {};
  int sum = 6;  // -5 modulo 11
  for (std::size_t i = 0; i < 9; ++i) sum += static_cast<int>(kAlphabet.find(number[i])) * kWeights[i];
  return valid_if(number[9] == kAlphabet[static_cast<std::size_t>(sum % 11)]);
}

// Thai identity numbers: the kind of person 1 to 8, the registration office, a
// serial, a check digit (Department of Provincial Administration; Civil
// Registration Act 1991).
NumberFacts check_th_tnin(std::string_view number) {
  const int sum = weighted_sum(number, {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2});
  return valid_if(!all_same(number) && number[0] >= '1' && number[0] <= '8' &&
                  (11 - sum % 11) % 10 == digit_at(number, 12));
}

// My Number: eleven digits, a check digit that is 0 for the remainders 0 and 1
// (Ordinance of the Ministry of Internal Affairs and Communications 85 of 2014,
// article 5).
NumberFacts check_jp_my_number(std::string_view number) {
  const int rest = weighted_sum(number, {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
  return valid_if(!all_same(number) && (rest <= 1 ? 0 : 11 - rest) == digit_at(number, 11));
}

// Malaysian identity cards: YYMMDD, the state or country of birth, four digits
// (National Registration Department; National Registration Regulations 1990).
NumberFacts check_my_nric(std::string_view number) {
  constexpr std::string_view kNeverGiven = "00 17 18 19 20 69 70 73 80 81 94 95 96 97";
  return valid_if(is_short_date(number.substr(0, 6)) &&
                  kNeverGiven.find(number.substr(6, 2)) == std::string_view::npos);
}

// Indonesian population numbers: province, regency, district, DDMMYY with 40
// added to a woman's day, a serial from 0001 (Law 23 of 2006 on population
// administration, article 13; Government Regulation 37 of 2007, article 37).
NumberFacts check_id_nik(std::string_view number) {
  const int province = value_of(number.substr(0, 2));
  const bool known = (province >= 11 && province <= 19) || province == 21 || (province >= 31 && province <= 36) ||
                     (province >= 51 && province <= 53) || (province >= 61 && province <= 65) ||
                     (province >= 71 && province <= 76) || province == 81 || province == 82 ||
                     (province >= 91 && province <= 97);
  char birth[] = {number[6], number[7], number[8], number[9], number[10], number[11]};
  if (birth[0] >= '4') birth[0] = static_cast<char>(birth[0] - 4);
  return valid_if(known && number.substr(2, 2) != "00" && number.substr(4, 2) != "00" && number.substr(12) != "0000" &&
                  is_short_date_day_first({birth, sizeof birth}));
}

// Vietnamese identity numbers: the province 001 to 096, century and sex, the year
// of birth, six random digits (Decree 137/2015/ND-CP, article 13; Circular
// 59/2021/TT-BCA).
NumberFacts check_vn_cccd(std::string_view number) {
  const std::string_view province = number.substr(0, 3);
  return valid_if(province >= "001" && province <= "096" && number[3] <= '3');
}

// Pakistani identity cards: the province 1 to 7 and its parts, a family's number,
// a digit that is odd for men (NADRA Ordinance 2000).
NumberFacts check_pk_cnic(std::string_view number) {
  return valid_if(!all_same(number) && number[0] >= '1' && number[0] <= '7' && number[12] != '0');
}

// Emirates ID: 784, which is the country in ISO 3166-1, the year of birth, seven
// digits, a Luhn digit (Federal Authority for Identity and Citizenship).
NumberFacts check_ae_emirates_id(std::string_view number) {
  const std::string_view year = number.substr(3, 4);
  return valid_if(year >= "1900" && year <= "2049" && has_luhn_digit(number));
}

// Saudi identity numbers: 1 for citizens or 2 for residents, eight digits, a Luhn
// digit (Absher, Ministry of Interior).
NumberFacts check_sa_national_id(std::string_view number) {
  return valid_if((number[0] == '1' || number[0] == '2') && has_luhn_digit(number));
}

constexpr NamedCheck kChecks[] = {
    {"ae_emirates_id", check_ae_emirates_id},
    {"id_nik", check_id_nik},
    {"jp_my_number", check_jp_my_number},
    {"my_nric", check_my_nric},
    {"pk_cnic", check_pk_cnic},
    {"sa_national_id", check_sa_national_id},
    {"sg_nric", check_sg_nric},
    {"sg_uen", check_sg_uen},
    {"th_tnin", check_th_tnin},
    {"vn_cccd", check_vn_cccd},
};

}  // namespace

std::span<const NamedCheck> asian_checks() { return kChecks; }

}  // namespace privet
