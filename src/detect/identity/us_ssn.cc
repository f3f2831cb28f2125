// US social security numbers, three, two and four digits. The number has no
// check digit: what the agency never issues is ruled out, and only dashes are
// telling enough to stand without a cue.
#include <algorithm>
#include <string>
#include <string_view>

#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// SSA, "Social Security Number Randomization" and POMS RM 10201.035: area
// numbers 000, 666 and 900 to 999, group 00 and serial 0000 are never issued.
bool is_issuable(std::string_view digits) {
  const std::string_view area = digits.substr(0, 3);
  return area != "000" && area != "666" && area[0] != '9' && digits.substr(3, 2) != "00" && digits.substr(5) != "0000";
}

// Voided because they were printed on specimens (SSA, "The Story of Hilda
// Schrader Whitcher"), and the range kept for advertising, which is in no
// issued area: 987-65-4320 to 4329.
bool is_specimen(std::string_view digits) {
  return digits == "078051120" || digits == "219099999" || digits == "457555462" || digits.starts_with("98765432");
}

// What else is numbered in this form, when the word stands right before.
constexpr std::string_view kOtherNumbers =
    "part parts item sku model order invoice ticket case ref reference serial catalog catalogue cat lot batch tracking "
    "phone tel "
    "telephone fax mobile cell call isbn ein itin cas zip version policy claim member artikel article artículo "
    "articolo";

}  // namespace

// Takes a match that begins with the number.
Verdict validate_us_ssn(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  std::string digits;
  std::uint32_t end = begin;
  std::uint32_t separators = 0;
  char separator = '\0';
  while (end < text.size() && digits.size() < 9) {
    if (is_digit(text[end])) {
      digits.push_back(text[end]);
    } else if ((text[end] == '-' || text[end] == ' ') && (separator == '\0' || separator == text[end]) &&
               (digits.size() == 3 || digits.size() == 5)) {
      separator = text[end];
      ++separators;
    } else {
      break;
    }
    ++end;
  }
  if (digits.size() != 9 || (separators != 0 && separators != 2)) return {};
  const char before = before_or(text, begin, ' ');
  const char after = at_or(text, end, ' ');
  const char next = at_or(text, end + 1, ' ');
  if (is_word(before) || is_word(after)) return {};
  // Between columns, a comma joins nothing.
  const std::string_view joints = separator == '-' ? "-./+:" : "-.,/+:";
  if (joints.find(before) != std::string_view::npos && (before != ':' || (begin > 1 && is_digit(text[begin - 2]))) &&
      (begin > 1 ? !is_space(text[begin - 2]) : before == '/')) {
    return {};
  }
  if ((joints.find(after) != std::string_view::npos || after == ' ') && is_digit(next)) return {};
  if (after == '-' && is_alnum(next)) return {};
  if (before == ' ' && separator == ' ' && begin > 1 && is_digit(text[begin - 2])) return {};
  if (holds_word(kOtherNumbers, word_before(text, begin))) return {};
  const bool specimen = is_specimen(digits);
  if (!specimen && !is_issuable(digits)) return {};
  if (std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits[0]; })) return {};
  Verdict verdict{
      .accepted = true, .reserved = specimen, .alone = separator == '-', .region = {'U', 'S'}, .span = {begin, end}};
  return verdict;
}

}  // namespace privet
