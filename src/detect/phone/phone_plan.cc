#include "detect/phone/phone_plan.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "detect/context/country_tables.h"
#include "detect/phone/phone_plan_tables.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

// Whether one digit is in the list that `pattern` holds from its "[" on; steps over the list.
bool matches_list(std::string_view& pattern, char digit) {
  bool found = false;
  std::size_t at = 1;
  for (; pattern[at] != ']'; ++at) {
    if (pattern[at + 1] == '-') {
      found |= digit >= pattern[at] && digit <= pattern[at + 2];
      at += 2;
    } else {
      found |= digit == pattern[at];
    }
  }
  pattern.remove_prefix(at + 1);
  return found && is_digit(digit);
}

// Matches the whole pattern against the front of `text` and steps over both.
bool matches_front(std::string_view pattern, std::string_view& text) {
  while (!pattern.empty()) {
    if (text.empty()) return false;
    const char c = text.front();
    text.remove_prefix(1);
    if (pattern.front() == '[') {
      if (!matches_list(pattern, c)) return false;
      continue;
    }
    const char p = pattern.front();
    pattern.remove_prefix(1);
    const bool fits = p == 'X' ? is_digit(c) : p == 'N' ? c >= '2' && c <= '9' : c == p;
    if (!fits) return false;
    if (!pattern.starts_with('*')) continue;
    pattern.remove_prefix(1);
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  }
  return true;
}

bool matches_whole(std::string_view pattern, std::string_view text) {
  return matches_front(pattern, text) && text.empty();
}

bool fits_row(const PlanRow& row, std::string_view national) {
  if (national.size() < row.min_digits || national.size() > row.max_digits) return false;
  return matches_front(row.prefix, national);
}

// The length of the calling code that `digits` begin with; 0 if there is none.
std::size_t calling_code_size(std::string_view digits) {
  for (std::size_t size = 1; size <= 3 && size < digits.size(); ++size) {
    const std::string_view code = digits.substr(0, size);
    for (std::size_t at = 0; at < kCallingCodes.size(); at = kCallingCodes.find(' ', at) + 1) {
      if (kCallingCodes.substr(at, size) == code && kCallingCodes[at + size] == ':') return size;
    }
  }
  return 0;
}

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

bool has_plan(std::string_view region) {
  for (const PlanRow& row : kPlans) {
    if (row.region == region) return true;
  }
  return false;
}

NationalNumber read_national(std::string_view region, std::string_view digits) {
  if (region.size() != 2 || digits.empty()) return {};
  for (const PlanRow& row : kPlans) {
    // Two letters, compared in place: this runs for every sequence of digits that a plan's lengths fit.
    if (row.region[0] != region[0] || row.region[1] != region[1]) continue;
    const bool trunk = !row.trunk_prefix.empty() && digits.starts_with(row.trunk_prefix);
    const std::string_view rest = trunk ? digits.substr(row.trunk_prefix.size()) : digits;
    if (trunk && row.trunk != Trunk::kNever && fits_row(row, rest)) return {row.calling_code, rest, true};
    if (row.trunk != Trunk::kAlways && fits_row(row, digits)) return {row.calling_code, digits, false};
  }
  return {};
}

NationalNumber split_international(std::string_view digits) {
  const std::size_t code_size = calling_code_size(digits);
  if (code_size == 0) return {};
  return {to_int(digits.substr(0, code_size)), digits.substr(code_size), false};
}

bool is_planned_international(std::string_view digits) {
  const NationalNumber number = split_international(digits);
  const std::string_view national = number.national;
  for (const PlanRow& row : kPlans) {
    if (number.calling_code == 0 || row.calling_code != number.calling_code) continue;
    if (fits_row(row, national)) return true;
    if (!row.trunk_prefix.empty() && national.starts_with(row.trunk_prefix) &&
        fits_row(row, national.substr(row.trunk_prefix.size()))) {
      return true;
    }
  }
  return false;
}

bool may_be_international(std::string_view digits) {
  constexpr std::size_t kMostDigits = 15;  // E.164 6.2.1
  constexpr std::size_t kFewestDigits = 7;
  if (digits.size() < kFewestDigits) return false;
  const std::size_t code_size = calling_code_size(digits);
  // Satellite and other numbers of no country (+870, +881, +883, ...) begin so.
  if (code_size == 0) return digits.front() == '8' && digits.size() >= 10 && digits.size() <= kMostDigits;
  if (is_planned_international(digits)) return true;
  const int code = to_int(digits.substr(0, code_size));
  const std::string_view national = digits.substr(code_size);
  const bool planned =
      std::any_of(std::begin(kPlans), std::end(kPlans), [&](const PlanRow& row) { return row.calling_code == code; });
  // Mexico's and Argentina's mobile prefix, Italy's short numbers and the like are libphonenumber's to judge.
  if (planned)
    return (code == 52 && national.front() == '1') ||
           (code == 7 && (national.size() == 10 || (national.size() == 11 && national.front() == '8')));
  return digits.size() <= kMostDigits;
}

bool is_fictional_phone(std::string_view international_digits) {
  for (const FictionalRange& range : kFictional) {
    const std::size_t code_size = range.calling_code < 10 ? 1 : range.calling_code < 100 ? 2 : 3;
    if (international_digits.size() != code_size + range.number.size()) continue;
    if (to_int(international_digits.substr(0, code_size)) != range.calling_code) continue;
    if (matches_whole(range.number, international_digits.substr(code_size))) return true;
  }
  return false;
}

bool is_unmistakable_phone(std::string_view region, std::string_view printed) {
  for (const Layout& layout : kUnmistakable) {
    if (layout.region == region && matches_whole(layout.printed, printed)) return true;
  }
  return false;
}

}  // namespace privet
