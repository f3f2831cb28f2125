// VAT numbers of the European Union: a country's prefix and a number of its own
// (Directive 2006/112/EC, articles 214 and 215; forms: VIES). What the
// countries publish of their check digits is in the tables of the Commission's
// "VIES VAT number algorithms".
#include <algorithm>

#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"
#include "detect/identity/tax_numbers.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

using Body = std::string_view;  // what follows the prefix

int last_digit(Body body) { return digit_at(body, body.size() - 1); }

// Modulo 10 of products whose digits are added, and 4: the eighth digit.
bool is_at(Body body) {
  constexpr int kWeights[] = {1, 2, 1, 2, 1, 2, 1};
  const Body digits = body.substr(1);
  return (weighted_digit_sum(digits, kWeights) + 4 + last_digit(digits)) % 10 == 0;
}

bool is_be(Body body) { return 97 - remainder_of(body.substr(0, 8), 97) == value_of(body.substr(8)); }

// Nine digits for companies; ten for people: the EGN, foreigners, others.
bool is_bg(Body body) {
  if (body.size() == 9) {
    constexpr int kFirst[] = {1, 2, 3, 4, 5, 6, 7, 8};
    constexpr int kSecond[] = {3, 4, 5, 6, 7, 8, 9, 10};
    int rest = weighted_sum(body, kFirst) % 11;
    if (rest == 10) rest = weighted_sum(body, kSecond) % 11 % 10;
    return rest == last_digit(body);
  }
  constexpr int kPeople[] = {2, 4, 8, 5, 10, 9, 7, 3, 6};
  constexpr int kForeigners[] = {21, 19, 17, 13, 11, 9, 7, 3, 1};
  constexpr int kOthers[] = {4, 3, 2, 7, 6, 5, 4, 3, 2};
  const int last = last_digit(body);
  return weighted_sum(body, kPeople) % 11 % 10 == last || weighted_sum(body, kForeigners) % 10 == last ||
         (11 - weighted_sum(body, kOthers) % 11) % 11 == last;
}

bool is_cy(Body body) {
  constexpr int kOdd[] = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += i % 2 == 0 ? kOdd[digit_at(body, i)] : digit_at(body, i);
  return !body.starts_with("12") && body[8] == 'A' + sum % 26;
}

// Eight digits for companies, the birth number's ten for people.
bool is_cz(Body body) {
  if (body.size() == 10) {
    const int rest = remainder_of(body.substr(0, 9), 11) % 10;
    const int month = value_of(body.substr(2, 2)) % 50;
    return rest == last_digit(body) && is_date(2000, month > 20 ? month - 20 : month, value_of(body.substr(4, 2)));
  }
  constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2};
  const int check = (11 - weighted_sum(body, kWeights) % 11) % 11;
  return body[0] != '9' && (check == 0 ? 1 : check % 10) == last_digit(body);
}

bool is_de(Body body) { return has_mod_11_10_digit(body); }

bool is_dk(Body body) {
  constexpr int kWeights[] = {2, 7, 6, 5, 4, 3, 2, 1};
  return body[0] != '0' && weighted_sum(body, kWeights) % 11 == 0;
}

bool is_ee(Body body) {
  constexpr int kWeights[] = {3, 7, 1, 3, 7, 1, 3, 7, 1};
  return weighted_sum(body, kWeights) % 10 == 0;
}

bool is_el(Body body) {
  constexpr int kWeights[] = {256, 128, 64, 32, 16, 8, 4, 2};
  return !all_same(body) && weighted_sum(body, kWeights) % 11 % 10 == last_digit(body);
}

bool is_es(Body body) { return !is_digit(body.back()) && is_spanish_nif(body) ? true : is_spanish_cif(body); }

bool is_fi(Body body) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1};
  return !all_same(body) && weighted_sum(body, kWeights) % 11 == 0;
}

// A key of two characters and the SIREN; a key of digits is modulo 97, one with
// letters (without I and O) modulo 11. Monaco's begin with 000 and have no SIREN.
bool is_fr(Body body) {
  const Body siren = body.substr(2);
  if (!siren.starts_with("000") && !is_siren(siren)) return false;
  if (is_digit(body[0]) && is_digit(body[1]))
    return (remainder_of(siren, 97) * 3 + 12) % 97 == value_of(body.substr(0, 2));
  constexpr std::string_view kCharacters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  const int first = static_cast<int>(kCharacters.find(body[0]));
  const int second = static_cast<int>(kCharacters.find(body[1]));
  const int key = is_digit(body[0]) ? first * 24 + second - 10 : first * 34 + second - 100;
  return (value_of(siren) + 1 + key / 11) % 11 == key % 11;
}

bool is_hu(Body body) {
  constexpr int kWeights[] = {9, 7, 3, 1, 9, 7, 3, 1};
  return !all_same(body) && weighted_sum(body, kWeights) % 10 == 0;
}

// The first form had its second digit replaced by a letter; its number is what
// is left, with the first digit behind.
bool is_ie(Body body) {
  if (is_digit(body[1])) return is_irish_pps(body);
  const char plain[] = {'0', body[2], body[3], body[4], body[5], body[6], body[0], body[7]};
  return is_irish_pps({plain, sizeof plain});
}

bool is_lt(Body body) {
  if (body[body.size() - 2] != '1') return false;
  const auto sum = [&](std::size_t from) {
    int total = 0;
    for (std::size_t i = 0; i + 1 < body.size(); ++i) total += static_cast<int>(1 + (i + from) % 9) * digit_at(body, i);
    return total % 11;
  };
  const int rest = sum(0) == 10 ? sum(2) % 10 : sum(0);
  return rest == last_digit(body);
}

bool is_lu(Body body) { return body[0] != '0' && remainder_of(body.substr(0, 6), 89) == value_of(body.substr(6)); }

// Companies begin with a digit above 3, people with their day of birth or 32.
bool is_lv(Body body) {
  if (body[0] > '3') {
    constexpr int kWeights[] = {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1};
    return weighted_sum(body, kWeights) % 11 == 3;
  }
  constexpr int kPeople[] = {10, 5, 8, 4, 2, 1, 6, 3, 7, 9};
  const bool date = body.starts_with("32") || is_short_date_day_first(body.substr(0, 6));
  return date && (1 + weighted_sum(body, kPeople)) % 11 % 10 == last_digit(body);
}

bool is_mt(Body body) {
  constexpr int kWeights[] = {3, 4, 6, 7, 8, 9, 10, 1};
  return body[0] != '0' && weighted_sum(body, kWeights) % 37 == 0;
}

// Since 2020 a sole trader's number is not his BSN and is modulo 97 with the prefix.
bool is_nl(Body body) {
  if (body.substr(10) == "00") return false;
  if (is_dutch_bsn(body.substr(0, 9))) return true;
  char whole[14] = {'N', 'L'};
  std::copy_n(body.begin(), 12, whole + 2);
  return has_mod_97_digits({whole, sizeof whole});
}

bool is_pl(Body body) {
  constexpr int kWeights[] = {6, 5, 7, 2, 3, 4, 5, 6, 7};
  return !all_same(body) && weighted_sum(body, kWeights) % 11 == last_digit(body);
}

bool is_ro(Body body) {
  constexpr int kWeights[] = {7, 5, 3, 2, 1, 7, 5, 3, 2};
  const std::span<const int> weights = std::span<const int>(kWeights).subspan(10 - body.size());
  return weighted_sum(body.substr(0, body.size() - 1), weights) * 10 % 11 % 10 == last_digit(body);
}

bool is_se(Body body) { return body.ends_with("01") && has_luhn_digit(body.substr(0, 10)); }

bool is_si(Body body) {
  constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2};
  const int rest = weighted_sum(body, kWeights) % 11;
  return body[0] != '0' && rest != 0 && (11 - rest) % 10 == last_digit(body);
}

bool is_sk(Body body) {
  constexpr std::string_view kThird = "234789";
  return kThird.find(body[2]) != std::string_view::npos && remainder_of(body, 11) == 0;
}

// As in Great Britain: modulo 97, or 55 more since 2010; a branch has three more digits.
bool is_xi(Body body) {
  constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2, 10, 1};
  const int rest = weighted_sum(body.substr(0, 9), kWeights) % 97;
  return !body.starts_with("000") && (rest == 0 || rest == 42 || rest == 55);
}

struct Country {
  std::string_view prefix;
  bool (*check)(Body);
};

constexpr Country kCountries[] = {
    {"AT", is_at},
    {"BE", is_be},
    {"BG", is_bg},
    {"CY", is_cy},
    {"CZ", is_cz},
    {"DE", is_de},
    {"DK", is_dk},
    {"EE", is_ee},
    {"EL", is_el},
    {"ES", is_es},
    {"FI", is_fi},
    {"FR", is_fr},
    {"HR", is_de},
    {"HU", is_hu},
    {"IE", is_ie},
    {"IT", is_italian_vat},
    {"LT", is_lt},
    {"LU", is_lu},
    {"LV", is_lv},
    {"MT", is_mt},
    {"NL", is_nl},
    {"PL", is_pl},
    {"PT", is_portuguese_nif},
    {"RO", is_ro},
    {"SE", is_se},
    {"SI", is_si},
    {"SK", is_sk},
    {"XI", is_xi},
};

// Greece and Northern Ireland have prefixes that are not their ISO codes.
NumberFacts check_eu_vat(std::string_view number) {
  const std::string_view prefix = number.substr(0, 2);
  const auto* const country =
      std::find_if(std::begin(kCountries), std::end(kCountries), [&](const Country& c) { return c.prefix == prefix; });
  if (country == std::end(kCountries) || !country->check(number.substr(2))) return {};
  const std::string_view region = prefix == "EL" ? "GR" : prefix == "XI" ? "GB" : prefix;
  NumberFacts facts = valid_if(true);
  facts.region = {region[0], region[1]};
  return facts;
}

constexpr NamedCheck kChecks[] = {{"eu_vat", check_eu_vat}};

}  // namespace

std::span<const NamedCheck> eu_vat_checks() { return kChecks; }

}  // namespace privet
