// Australia, New Zealand.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// Business numbers: two check digits from 11, then nine; with one taken from the
// first digit, the weighted sum is a multiple of 89 (Australian Business Register,
// "Format of the ABN").
NumberFacts check_au_abn(std::string_view number) {
  return valid_if(number.substr(0, 2) >= "11" &&
                  (weighted_sum(number, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10) % 89 == 0);
}

// Company numbers: the last digit completes the weighted sum to a multiple of
// ten (ASIC, "Australian Company Number digit check").
NumberFacts check_au_acn(std::string_view number) {
  return valid_if(!all_same(number) && weighted_sum(number, {8, 7, 6, 5, 4, 3, 2, 1, 1}) % 10 == 0);
}

// Tax file numbers: the weighted sum is a multiple of eleven (ATO; Income Tax
// Assessment Act 1936, part VA).
NumberFacts check_au_tfn(std::string_view number) {
  return valid_if(!all_same(number) && weighted_sum(number, {1, 4, 3, 7, 5, 8, 6, 9, 10}) % 11 == 0);
}

// Medicare cards: eight digits from 2 to 6, a check digit, the card's issue from
// 1, perhaps the person's line on it, which is not checked (Services Australia;
// METeOR 270101).
NumberFacts check_au_medicare(std::string_view number) {
  return valid_if(number[0] >= '2' && number[0] <= '6' && number[9] != '0' &&
                  weighted_sum(number, {1, 3, 7, 9, 1, 3, 7, 9}) % 10 == digit_at(number, 8));
}

// Inland Revenue numbers: eight or nine digits from 10,000,000 to 150,000,000;
// the check digit by one set of weights, or by another where that gives 10
// (Inland Revenue, "RWT and NRWT specification", validation of IRD numbers).
NumberFacts check_nz_ird(std::string_view number) {
  const int value = value_of(number);
  if (value <= 10'000'000 || value >= 150'000'000) return {};
  constexpr int kFirst[] = {3, 2, 7, 6, 5, 4, 3, 2};
  constexpr int kSecond[] = {7, 4, 3, 2, 5, 2, 7, 6};
  const std::size_t skipped = 9 - number.size();  // a leading zero, if any
  const auto check_by = [&](std::span<const int> weights) {
    return (11 - weighted_sum(number.substr(0, number.size() - 1), weights.subspan(skipped)) % 11) % 11;
  };
  int check = check_by(kFirst);
  if (check == 10) check = check_by(kSecond);
  return valid_if(check == digit_at(number, number.size() - 1));
}

// National Health Index: three letters without I and O, then three digits and a
// check digit by modulo 11, or two digits, a letter and a check letter by modulo
// 23; those from Z are for tests (HISO 10046:2023 Consumer Health Identity Standard).
NumberFacts check_nz_nhi(std::string_view number) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  const auto worth = [&](char c) {
    return c <= '9' ? c - '0' : static_cast<int>(kLetters.find(c)) + 1;  // 0: not a letter of these
  };
  int sum = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    if (number[i] >= 'A' && worth(number[i]) == 0) return {};
    sum += worth(number[i]) * (7 - static_cast<int>(i));
  }
  const bool old_form = number[5] <= '9';
  const bool valid =
      old_form ? sum % 11 != 0 && (11 - sum % 11) % 10 == worth(number[6]) : worth(number[6]) == 23 - sum % 23;
  return valid_if(valid, number[0] == 'Z');
}

constexpr NamedCheck kChecks[] = {
    {"au_abn", check_au_abn}, {"au_acn", check_au_acn}, {"au_medicare", check_au_medicare},
    {"au_tfn", check_au_tfn}, {"nz_ird", check_nz_ird}, {"nz_nhi", check_nz_nhi},
};

}  // namespace

std::span<const NamedCheck> oceanian_checks() { return kChecks; }

}  // namespace privet
