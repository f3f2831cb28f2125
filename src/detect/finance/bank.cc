// What names a bank, and accounts that are written behind their branch.
#include <cstdint>
#include <string>
#include <string_view>

#include "detect/identity/checksums.h"
#include "detect/identity/surroundings.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"
#include "rule/regions.h"

namespace privet {

// Business identifier codes: four characters of the bank, a country, two of the
// place, three of a branch (ISO 9362). Takes a match that ends with the code;
// the word that announces it may stand before, and is left out.
Verdict validate_bic(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const Span<ViewSpace> all = match.span;
  if (is_word(before_or(text, all.begin, ' ')) || is_word(at_or(text, all.end, ' '))) return {};
  std::uint32_t begin = all.end;
  while (begin > all.begin && (is_upper(text[begin - 1]) || is_digit(text[begin - 1]))) --begin;
  // In groups: "DEUT DE FF 500".
  std::string code(text.substr(begin, all.end - begin));
  while (code.size() < 8 && begin > all.begin + 1 && text[begin - 1] == ' ') {
    std::uint32_t group = begin - 1;
    while (group > all.begin && (is_upper(text[group - 1]) || is_digit(text[group - 1]))) --group;
    if (group + 1 == begin) return {};
    code.insert(0, text.substr(group, begin - 1 - group));
    begin = group;
  }
  if (code.size() != 8 && code.size() != 11) return {};
  const std::string_view country = std::string_view(code).substr(4, 2);
  for (const std::string_view known : country_codes()) {
    if (known == country) return {.accepted = true, .region = {country[0], country[1]}, .span = {begin, all.end}};
  }
  return {};
}

// A branch and an account behind it, with words between.
Verdict validate_branch_account(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (!stands_apart(text, match.span)) return {};
  std::string digits;
  for (const char c : text.substr(match.span.begin, match.span.size())) {
    if (is_digit(c)) digits.push_back(c);
  }
  const std::string_view branch = std::string_view(digits).substr(0, 6);
  const std::string_view account = std::string_view(digits).substr(6);
  return {.accepted = !all_same(branch) && !all_same(account), .span = match.span};
}

}  // namespace privet
