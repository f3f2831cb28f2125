// International bank account numbers: the country's length and format, and the
// check digits (ISO 13616, ISO/IEC 7064 mod 97-10).
#include <algorithm>
#include <string>
#include <string_view>

#include "detect/identity/checksums.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

struct Country {
  std::string_view code;
  std::uint32_t length;
  std::string_view structure;  // "4a14n"
};
constexpr Country kCountries[] = {
#include "detect/finance/tables/iban.inc"
};
constexpr std::string_view kExamples[] = {
#include "detect/finance/tables/iban_examples.inc"
};
static_assert(std::is_sorted(std::begin(kExamples), std::end(kExamples)));

const Country* country_of(std::string_view code) {
  const auto it =
      std::lower_bound(std::begin(kCountries), std::end(kCountries), code,
                       [](const Country& country, std::string_view wanted) { return country.code < wanted; });
  return it != std::end(kCountries) && it->code == code ? it : nullptr;
}

bool fits(std::string_view account, std::string_view structure) {
  std::size_t count = 0;
  for (const char s : structure) {
    if (is_digit(s)) {
      count = count * 10 + static_cast<std::size_t>(s - '0');
      continue;
    }
    for (; count > 0; --count, account.remove_prefix(1)) {
      if (account.empty()) return false;
      if (s == 'n' ? !is_digit(account[0]) : s == 'a' ? !is_upper(account[0]) : !is_alnum(account[0])) return false;
    }
  }
  return account.empty();
}

// Reads `length` letters and digits from `begin`; one separator, always the
// same, may stand between groups of two or more. Banks group in fours, but not
// all of them do, and the check digits tell more than the groups. Returns the
// end, or `begin`.
std::uint32_t read_form(std::string_view text, std::uint32_t begin, std::uint32_t length, std::string& out) {
  constexpr std::string_view kSeparators = " -.";
  char separator = '\0';
  std::uint32_t at = begin;
  std::uint32_t group = 0;
  while (out.size() < length) {
    const char c = at_or(text, at);
    if (is_alnum(c)) {
      out.push_back(to_upper(c));
      ++group;
    } else if (group >= 2 && kSeparators.find(c) != std::string_view::npos && (separator == '\0' || c == separator)) {
      separator = c;
      group = 0;
    } else {
      return begin;
    }
    ++at;
  }
  return at;
}

}  // namespace

// Takes a match that begins with the country code. The country says how long
// the number is, so that words behind it are left alone.
Verdict validate_iban(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  if (text.size() - begin < 4 || is_word(before_or(text, begin, ' '))) return {};
  const char code[2] = {to_upper(text[begin]), to_upper(text[begin + 1])};
  const Country* country = country_of({code, 2});
  if (country == nullptr) return {};
  std::string iban;
  const std::uint32_t end = read_form(text, begin, country->length, iban);
  if (end == begin || is_word(at_or(text, end, ' '))) return {};
  if (!fits(std::string_view(iban).substr(4), country->structure) ||
      !has_mod_97_digits(iban.substr(4) + iban.substr(0, 4)))
    return {};
  return {.accepted = true,
          .reserved = std::binary_search(std::begin(kExamples), std::end(kExamples), std::string_view(iban)),
          .alone = true,
          .region = {code[0], code[1]},
          .span = {begin, end}};
}

}  // namespace privet
