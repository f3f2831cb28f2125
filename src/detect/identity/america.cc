// Canada and Latin America.
#include <algorithm>

#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

bool is_one_of(std::string_view text, std::span<const std::string_view> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

// Of CUIT and RUC, 1 to 11: 11 less the sum's remainder. The two differ in what 10 and 11 become.
int tax_check(std::string_view number) { return 11 - weighted_sum(number, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11; }

// Argentina, tax and labour numbers: 20, 23 to 27 persons, 30 to 34 companies, 50 to
// 55 foreigners; the DNI; a digit modulo 11 (ARCA, formerly AFIP, RG 10/97; Ley 24.241).
NumberFacts check_ar_cuit(std::string_view number) {
  constexpr std::string_view kKinds[] = {"20", "23", "24", "25", "26", "27", "30", "33", "34", "50", "51", "55"};
  return valid_if(is_one_of(number.substr(0, 2), kKinds) && "012345678990"[tax_check(number)] == number[10],
                  all_same(number.substr(2, 8)));
}

// Argentina, identity documents: a serial; below a million only of people born before 1900.
NumberFacts check_ar_dni(std::string_view number) { return valid_if(number[0] != '0' && !all_same(number)); }

// Brazil's check digits, one of them: characters count as their ASCII code less
// 48, weights from 2 at the right, again from 2 after `most`; below 2 is 0.
bool has_brazilian_digit(std::string_view number, std::size_t at, int most) {
  int sum = 0, weight = 2;
  for (std::size_t i = at; i-- > 0;) {
    sum += (number[i] - '0') * weight;
    weight = weight == most ? 2 : weight + 1;
  }
  const int rest = sum % 11;
  return digit_at(number, at) == (rest < 2 ? 0 : 11 - rest);
}

// Brazil, persons: eight digits, the tax region, two check digits (Receita Federal,
// IN RFB 2172/2024).
NumberFacts check_br_cpf(std::string_view number) {
  return valid_if(!all_same(number) && has_brazilian_digit(number, 9, 11) && has_brazilian_digit(number, 10, 11));
}

// Brazil, companies: root of eight, branch of four, two check digits; from July
// 2026 letters too, but for the check digits (Receita Federal, IN RFB 2229/2024).
NumberFacts check_br_cnpj(std::string_view number) {
  return valid_if(!all_same(number) && has_brazilian_digit(number, 12, 9) && has_brazilian_digit(number, 13, 9));
}

// Canada, social insurance: 1 to 7 by province, 9 for temporary residents, Luhn
// (Employment Insurance Act, section 138; ESDC). 0 and 8 are not given to persons; 046 454 286 is
// printed on specimens.
NumberFacts check_ca_sin(std::string_view number) {
  const bool specimen = number == "046454286";
  const bool nobodys = specimen || number[0] == '0' || number[0] == '8';
  return valid_if(!all_same(number) && has_luhn_digit(number), nobodys);
}

// Chile: a serial, and a character modulo 11 with weights 2 to 7 from the right; 10 is K
// (Servicio de Impuestos Internos; DFL 3 of 1969).
NumberFacts check_cl_rut(std::string_view number) {
  const std::string_view serial = number.substr(0, number.size() - 1);
  if (!all_digits(serial) || serial.find_first_not_of('0') == std::string_view::npos) return {};
  int sum = 0;
  for (std::size_t i = 0; i < serial.size(); ++i) {
    sum += digit_at(serial, serial.size() - 1 - i) * static_cast<int>(2 + i % 6);
  }
  return valid_if("0K987654321"[sum % 11] == number.back(), all_same(serial));
}

// Colombia, citizens: a serial, up to 99,999,999 and from 1,000,000,000 (Registraduría).
NumberFacts check_co_cedula(std::string_view number) {
  return valid_if(number[0] != '0' && !all_same(number) && (number.size() < 10 || number[0] == '1'));
}

// Colombia, taxpayers: prime weights from the right, modulo 11 (DIAN, Orden
// Administrativa 4 of 1989). The remainders 1 and 10 both give 1.
NumberFacts check_co_nit(std::string_view number) {
  constexpr int kWeights[] = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43};
  const std::size_t serial = number.size() - 1;
  int sum = 0;
  for (std::size_t i = 0; i < serial; ++i) sum += digit_at(number, serial - 1 - i) * kWeights[i];
  return valid_if(!all_same(number.substr(0, serial)) && "01987654321"[sum % 11] == number.back());
}

// Ecuador: the province (30 and 50 abroad), a third digit up to 6, a Luhn digit (Registro Civil).
NumberFacts check_ec_cedula(std::string_view number) {
  const int province = value_of(number.substr(0, 2));
  const bool known = (province >= 1 && province <= 24) || province == 30 || province == 50;
  return valid_if(known && number[2] <= '6' && !all_same(number) && has_luhn_digit(number));
}

// Mexico's alphabet of check digits. N with a tilde stands behind N, and RFC has & there.
int mexican_value(char c) { return is_digit(c) ? c - '0' : c - 'A' + (c > 'N' ? 11 : 10); }

// Mexico, persons: four letters of the names (the second a vowel or X), YYMMDD, sex, state,
// consonants, a character that is a digit for births until 1999, a check digit (DOF 18
// October 2021, Instructivo normativo para la asignación de la CURP).
NumberFacts check_mx_curp(std::string_view number) {
  constexpr std::string_view kStates[] = {"AS", "BC", "BS", "CC", "CH", "CL", "CM", "CS", "DF", "DG", "GR",
                                          "GT", "HG", "JC", "MC", "MN", "MS", "NE", "NL", "NT", "OC", "PL",
                                          "QR", "QT", "SL", "SP", "SR", "TC", "TL", "TS", "VZ", "YN", "ZS"};
  constexpr std::string_view kVowels = "AEIOU";
  const auto is_vowel = [&](char c) { return kVowels.find(c) != std::string_view::npos; };
  const int century = is_digit(number[16]) ? 1900 : 2000;
  const bool born =
      is_date(century + value_of(number.substr(4, 2)), value_of(number.substr(6, 2)), value_of(number.substr(8, 2)));
  const bool sex = number[10] == 'H' || number[10] == 'M' || number[10] == 'X';
  if (!born || !sex || !is_one_of(number.substr(11, 2), kStates)) return {};
  if (!is_vowel(number[1]) && number[1] != 'X') return {};
  if (is_vowel(number[13]) || is_vowel(number[14]) || is_vowel(number[15])) return {};
  int sum = 0;
  for (int i = 0; i < 17; ++i) sum += mexican_value(number[static_cast<std::size_t>(i)]) * (18 - i);
  return valid_if((10 - sum % 10) % 10 == digit_at(number, 17));
}

// Mexico, taxpayers: four letters for a person, three for a company, YYMMDD, two
// characters against homonyms, a check character modulo 11 where 10 is A (SAT, CFF
// article 27; Anexo 1-A). XAXX010101000 and XEXX010101000 are anybody's.
NumberFacts check_mx_rfc(std::string_view number) {
  if (number == "XAXX010101000" || number == "XEXX010101000") return valid_if(true, true);
  const std::size_t letters = number.size() - 9;
  if (!is_short_date(number.substr(letters, 6))) return {};
  int sum = letters == 3 ? 37 * 13 : 0;  // a company's begins with a space, which counts 37
  for (std::size_t i = 0; i + 1 < number.size(); ++i) {
    sum += mexican_value(number[i]) * static_cast<int>(number.size() - i);
  }
  const int check = (11 - sum % 11) % 11;
  return valid_if(number.back() == (check == 10 ? 'A' : static_cast<char>('0' + check)));
}

// Peru, identity documents: eight digits; a ninth character, where it is written, is a digit
// or a letter modulo 11 (RENIEC).
NumberFacts check_pe_dni(std::string_view number) {
  const std::string_view serial = number.substr(0, 8);
  if (all_same(serial) || number.size() == 8) return valid_if(!all_same(serial) && !is_long_date(serial));
  const auto rest = static_cast<std::size_t>(weighted_sum(serial, {3, 2, 7, 6, 5, 4, 3, 2}) % 11);
  return valid_if(number[8] == "65432110987"[rest] || number[8] == "KJIHGFEDCBA"[rest]);
}

// Peru, taxpayers: 10 and a DNI, 15 to 17, 20 for companies; a digit modulo 11 (SUNAT,
// Decreto Legislativo 943).
NumberFacts check_pe_ruc(std::string_view number) {
  constexpr std::string_view kKinds[] = {"10", "15", "16", "17", "20"};
  return valid_if(is_one_of(number.substr(0, 2), kKinds) && tax_check(number) % 10 == digit_at(number, 10));
}

// Uruguay: seven digits, and one that brings 2 9 8 7 6 3 4 to a multiple of ten
// (Dirección Nacional de Identificación Civil).
NumberFacts check_uy_cedula(std::string_view number) {
  const int sum = weighted_sum(number.substr(0, 7), {2, 9, 8, 7, 6, 3, 4});
  return valid_if(!all_same(number) && (10 - sum % 10) % 10 == digit_at(number, 7));
}

// Venezuela, taxpayers: the kind of holder, eight digits, a digit modulo 11 in which the
// kind counts four times its place in V E J P G (SENIAT, Código Orgánico Tributario).
NumberFacts check_ve_rif(std::string_view number) {
  constexpr std::string_view kKinds = "VEJPG";
  const std::size_t kind = kKinds.find(number[0]);
  if (kind == std::string_view::npos || all_same(number.substr(1, 8))) return {};
  const int sum = 4 * static_cast<int>(kind + 1) + weighted_sum(number.substr(1, 8), {3, 2, 7, 6, 5, 4, 3, 2});
  return valid_if("00987654321"[sum % 11] == number.back());
}

constexpr NamedCheck kChecks[] = {
    {"ar_cuit", check_ar_cuit},     {"ar_dni", check_ar_dni},       {"br_cnpj", check_br_cnpj},
    {"br_cpf", check_br_cpf},       {"ca_sin", check_ca_sin},       {"cl_rut", check_cl_rut},
    {"co_cedula", check_co_cedula}, {"co_nit", check_co_nit},       {"ec_cedula", check_ec_cedula},
    {"mx_curp", check_mx_curp},     {"mx_rfc", check_mx_rfc},       {"pe_dni", check_pe_dni},
    {"pe_ruc", check_pe_ruc},       {"uy_cedula", check_uy_cedula}, {"ve_rif", check_ve_rif},
};

}  // namespace

std::span<const NamedCheck> american_checks() { return kChecks; }

}  // namespace privet
