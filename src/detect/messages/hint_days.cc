#include "detect/messages/hint_days.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "detect/proof/chars.h"

namespace privet {
namespace {

// Longer texts are no dates.
constexpr std::size_t kShortest = 8;
constexpr std::size_t kLongest = 64;
constexpr std::size_t kDay = 10;  // 2024-03-11

template <class Number>
std::optional<Number> number_of(std::string_view digits) {
  Number value{};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Of 1990 to 2099, where each fourth year has a 29th of February.
std::string day_of(unsigned year, unsigned month, unsigned day) {
  constexpr std::array<unsigned, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > kDays[month - 1] ||
      (month == 2 && day == 29 && year % 4 != 0))
    return "";
  const auto two = [](unsigned n) {
    return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
  };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

// Days since 1970-01-01 to a date (Gregorian; years begin in March here, so
// that a leap day is the last).
std::string day_of_epoch(std::uint64_t days) {
  const std::uint64_t z = days + 719468;
  const std::uint64_t era = z / 146097;
  const std::uint64_t day_of_era = z % 146097;
  const std::uint64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::uint64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::uint64_t shifted = (5 * day_of_year + 2) / 153;
  const auto month = static_cast<unsigned>(shifted < 10 ? shifted + 3 : shifted - 9);
  const auto year = static_cast<unsigned>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
  return day_of(year, month, static_cast<unsigned>(day_of_year - (153 * shifted + 2) / 5 + 1));
}

// Ten digits of seconds since 1970, or three, six or nine more.
std::string day_of_number(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  if (!std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; })) return "";
  std::optional<std::uint64_t> value = number_of<std::uint64_t>(whole);
  if (!value || whole.size() < 10 || whole.size() % 3 != 1) return "";
  for (std::size_t digits = whole.size(); digits > 10; digits -= 3) *value /= 1000;
  return day_of_epoch(*value / 86400);
}

std::string day_of_iso(std::string_view text) {
  if (text.size() < 8 || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return "";
  const bool dashed = text.size() >= 10 && (text[4] == '-' || text[4] == '/' || text[4] == '.') && text[7] == text[4];
  const std::size_t end = dashed ? 10 : 8;
  if (is_digit(at_or(text, end))) return "";
  const auto year = number_of<unsigned>(text.substr(0, 4));
  const auto month = number_of<unsigned>(text.substr(dashed ? 5 : 4, 2));
  const auto day = number_of<unsigned>(text.substr(dashed ? 8 : 6, 2));
  return year && month && day ? day_of(*year, *month, *day) : "";
}

// "Mon, 11 Mar 2024 08:14:52 +0000", "March 11, 2024 at 8:14": a month in
// words, its day beside it, the year.
std::string day_of_words(std::string_view text) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  unsigned year = 0, month = 0, day = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_alnum(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    const bool clock = at_or(text, end) == ':' || before_or(text, at) == ':';
    at = std::max(end, at + 1);
    if (word.empty() || clock) continue;
    if (const auto number = number_of<unsigned>(word); number) {
      if (word.size() <= 2 && day == 0) day = *number;
      if (word.size() == 4 && year == 0 && before_or(text, end - 4) != '+' && before_or(text, end - 4) != '-')
        year = *number;
      continue;
    }
    if (word.size() < 3 || month != 0) continue;
    const std::string head = {to_lower(word[0]), to_lower(word[1]), to_lower(word[2])};
    for (std::size_t i = 0; i < kMonths.size(); i += 3) {
      if (kMonths.substr(i, 3) == head) month = static_cast<unsigned>(i / 3 + 1);
    }
  }
  return year == 0 || month == 0 || day == 0 ? "" : day_of(year, month, day);
}

}  // namespace

std::string day_value(std::string_view text) {
  text = trimmed(text);
  if (text.size() < kShortest || text.size() > kLongest) return "";
  for (auto* reading : {day_of_number, day_of_iso, day_of_words}) {
    if (std::string day = reading(text); !day.empty()) return day;
  }
  return "";
}

std::string day_of_line(std::string_view line) {
  const bool bracketed = line.starts_with('[');
  if (bracketed) line.remove_prefix(1);
  if (is_digit(at_or(line, 0))) {
    // Somebody speaks behind it: a day alone may be one of birth.
    const std::string_view rest = line.substr(std::min(line.size(), kDay));
    const bool speaks =
        bracketed ? rest.find(']') != std::string_view::npos : rest.find(": ") != std::string_view::npos;
    // Eight digits without dashes begin a line as any number does.
    return speaks && !is_digit(line[4]) ? day_of_iso(line) : "";
  }
  for (const std::string_view name : {"Date:", "Sent:"}) {
    if (line.starts_with(name)) return day_of_words(line.substr(name.size(), kLongest));
  }
  return "";
}

}  // namespace privet
