#include "detect/messages/when.h"

#include <algorithm>
#include <array>

namespace privet {
namespace {

constexpr std::array<std::string_view, 17> kHalfAfter = {"AM",    "PM",    "am",   "pm",   "a.m.", "p.m.",
                                                         "a. m.", "p. m.", "A.M.", "P.M.", "ص",    "م",
                                                         "π.μ.",  "μ.μ.",  "Uhr",  "h",    "uur"};
constexpr std::array<std::string_view, 8> kHalfBefore = {"오전", "오후", "午前", "午後", "上午", "下午", "ÖÖ", "ÖS"};
constexpr std::array<std::string_view, 12> kBetween = {"at",    "um", "à", "om", "alle", "kl.",
                                                       "a las", "às", "o", "в",  "的",   "klo"};
constexpr std::array<std::string_view, 6> kDays = {"Today", "Yesterday", "today", "yesterday", "Heute", "Gestern"};
constexpr std::size_t kLongestDate = 48;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool ends_with(std::string_view text, std::size_t end, std::string_view word) {
  return end >= word.size() && text.substr(end - word.size(), word.size()) == word;
}

std::size_t skip_back(std::string_view text, std::size_t end, std::string_view chars) {
  while (end > 0 && chars.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}
std::size_t digits_back(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  return begin;
}

// 3/2/2024, 2024-02-03, 3. 2. 24, 2024. 2. 3.
std::optional<DateBefore> numeric_before(std::string_view text, std::size_t end) {
  std::size_t at = end;
  if (at > 0 && text[at - 1] == '.') --at;  // the Korean and Hungarian last dot
  std::size_t sizes[3] = {};
  for (int part = 2; part >= 0; --part) {
    const std::size_t begin = digits_back(text, at);
    sizes[part] = at - begin;
    if (sizes[part] == 0 || sizes[part] > 4 || sizes[part] == 3) return {};
    at = begin;
    if (part == 0) break;
    at = skip_back(text, at, " ");
    if (at == 0 || std::string_view("/.-").find(text[at - 1]) == std::string_view::npos) return {};
    at = skip_back(text, at - 1, " ");
  }
  if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '/')) return {};
  const int years = static_cast<int>(sizes[0] == 4) + static_cast<int>(sizes[2] == 4);
  if (years > 1 || sizes[1] > 2) return {};
  return DateBefore{at, sizes[0] == 4 ? DateForm::kIso : DateForm::kNumeric};
}

// 3/14 behind a bracket: a year is not written.
std::optional<DateBefore> day_before(std::string_view text, std::size_t end) {
  const std::size_t second = digits_back(text, end);
  if (second == end || end - second > 2 || second == 0 || (text[second - 1] != '/' && text[second - 1] != '.'))
    return {};
  const std::size_t first = digits_back(text, second - 1);
  if (first == second - 1 || second - 1 - first > 2 || first == 0 || text[first - 1] != '[') return {};
  return DateBefore{first, DateForm::kNumeric};
}

// "12 March 2024", "Mar 12, 2024", "2024年3月11日", "2020년 12월 31일", with a
// day of the week before or behind it.
std::optional<DateBefore> words_before(std::string_view text, std::size_t end) {
  const std::size_t least = end > kLongestDate ? end - kLongestDate : 0;
  std::size_t at = end;
  std::size_t years = 0, days = 0, words = 0, tokens = 0;
  std::size_t begin = end;
  while (at > least && tokens < 7) {
    at = skip_back(text, at, " ,.");
    const std::size_t token_end = at;
    if (at > 0 && is_digit(text[at - 1])) {
      at = digits_back(text, at);
      const std::size_t size = token_end - at;
      if (size == 4 && years == 0) {
        ++years;
      } else if (size <= 2 && size > 0 && days < 2) {
        ++days;
      } else {
        break;
      }
    } else if (at > 0 && is_letter(text[at - 1])) {
      while (at > least && is_letter(text[at - 1])) --at;
      if (years == 1 && days >= 1 && words > 0 && (at > 0 && text[at - 1] != '[' && text[at - 1] != '\n')) break;
      ++words;
    } else {
      break;
    }
    ++tokens;
    begin = at;
    if (years == 1 && days >= 1 && words >= 1 && at > 0 && (text[at - 1] == '\n' || text[at - 1] == '[')) break;
  }
  if (years == 1 && days >= 1 && words >= 1) return DateBefore{begin, DateForm::kWords};
  return {};
}

}  // namespace

std::optional<ClockTime> clock_time_at(std::string_view text, std::size_t colon) {
  ClockTime time;
  const std::size_t begin = digits_back(text, colon);
  if (begin == colon || colon - begin > 2) return {};
  if (begin > 0 &&
      (text[begin - 1] == ':' || text[begin - 1] == '.' || text[begin - 1] == '+' || text[begin - 1] == '/'))
    return {};
  time.begin = begin;
  time.end = colon + 3;
  if (time.end + 2 < text.size() && text[time.end] == text[colon] && is_digit(text[time.end + 1]) &&
      is_digit(text[time.end + 2])) {
    time.end += 3;
    time.seconds = true;
  }
  if (time.end < text.size() && (is_digit(text[time.end]) || text[time.end] == ':')) return {};
  if (time.end + 1 < text.size() && (text[time.end] == '.' || text[time.end] == ',') && is_digit(text[time.end + 1]))
    return {};
  std::size_t after = time.end;
  if (after < text.size() && text[after] == ' ') ++after;
  for (const std::string_view half : kHalfAfter) {
    if (text.substr(after, half.size()) != half) continue;
    const std::size_t behind = after + half.size();
    if (behind < text.size() && is_letter(text[behind]) && static_cast<unsigned char>(text[behind]) < 0x80) continue;
    time.end = behind;
    break;
  }
  const std::size_t before = skip_back(text, begin, " ");
  for (const std::string_view half : kHalfBefore) {
    if (!ends_with(text, before, half)) continue;
    time.begin = before - half.size();
    time.half_before = true;
    break;
  }
  return time;
}

std::optional<DateBefore> date_before(std::string_view text, std::size_t end) {
  std::size_t at = skip_back(text, end, " ,");
  if (ends_with(text, at, "،")) at -= std::string_view("،").size();
  if (at == 0 || (at == end && text[at - 1] != 'T')) {
    if (!ends_with(text, at, "日")) return {};
  }
  if (text[at - 1] == 'T' && at >= 2 && is_digit(text[at - 2])) --at;
  for (const std::string_view word : kBetween) {
    if (!ends_with(text, at, word) || at == word.size()) continue;
    const char before = text[at - word.size() - 1];
    if (before != ' ' && before != ',') continue;
    at = skip_back(text, at - word.size(), " ,");
    break;
  }
  for (const std::string_view day : kDays) {
    if (ends_with(text, at, day)) return DateBefore{at - day.size(), DateForm::kWords};
  }
  if (const auto date = numeric_before(text, at)) return date;
  if (const auto date = day_before(text, at)) return date;
  // "BE" and other eras: "3/2/2567 BE".
  return words_before(text, at);
}

std::size_t date_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  int parts = 0;
  while (at < text.size() && at - begin < 16 &&
         (is_digit(text[at]) || std::string_view("/.- ").find(text[at]) != std::string_view::npos)) {
    if (is_digit(text[at]) && (at == begin || !is_digit(text[at - 1]))) ++parts;
    ++at;
  }
  return parts == 3 ? at : begin;
}

}  // namespace privet
