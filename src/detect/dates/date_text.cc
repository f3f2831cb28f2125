#include "detect/dates/date_text.h"

#include <array>

#include "base/utf8.h"
#include "detect/dates/month_names.h"
#include "detect/proof/chars.h"
#include "text/script.h"

namespace privet {
namespace {

// A number of one to four digits, or of more that are none.
struct Digits {
  int value = 0;
  std::uint32_t size = 0;
};

Digits digits_at(std::string_view text, std::uint32_t at) {
  Digits out;
  while (is_digit(at_or(text, at + out.size)) && out.size < 9) {
    out.value = out.value * 10 + (text[at + out.size] - '0');
    ++out.size;
  }
  return out;
}

bool is_day(int day, int month, int year) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month - 1)]) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month != 2 || day < 29 || leap || year < 100;
}

bool is_year(const Digits& digits) { return digits.size == 4 && digits.value >= 1000 && digits.value <= 2199; }

// Longer numbers, versions, decimals and words are no dates.
bool ends_here(std::string_view text, std::uint32_t end, char separator) {
  const char next = at_or(text, end, ' ');
  const char far = at_or(text, end + 1, ' ');
  if (next == 'T' && is_digit(far)) return true;  // 1990-01-02T00:00
  if (next == 'r' && !is_word(far)) return true;  // 2.1.1990r.
  if (is_word(next)) return false;
  return !((next == separator || next == '.' || next == '-' || next == '/') && is_digit(far) && separator != ' ');
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t most = 2) {
  for (; most > 0 && at_or(text, at) == ' '; --most) ++at;
  return at;
}

bool skip(std::string_view text, std::uint32_t& at, std::string_view wanted) {
  if (!text.substr(std::min<std::size_t>(at, text.size())).starts_with(wanted)) return false;
  at += static_cast<std::uint32_t>(wanted.size());
  return true;
}

// 1990年1月2日, 1990년 1월 2일; the last unit may be left out before another word.
std::optional<WrittenDate> read_units(std::string_view text, std::uint32_t at, const Digits& year) {
  std::uint32_t end = at + year.size;
  end = skip_spaces(text, end);
  if (!skip(text, end, "年") && !skip(text, end, "년")) return std::nullopt;
  end = skip_spaces(text, end);
  const Digits month = digits_at(text, end);
  end = skip_spaces(text, end + month.size);
  if (!skip(text, end, "月") && !skip(text, end, "월")) return std::nullopt;
  end = skip_spaces(text, end);
  const Digits day = digits_at(text, end);
  end += day.size;
  if (month.size > 2 || day.size > 2 || !is_day(day.value, month.value, year.value)) return std::nullopt;
  std::uint32_t unit = skip_spaces(text, end);
  if (skip(text, unit, "日") || skip(text, unit, "일") || skip(text, unit, "号")) end = unit;
  return WrittenDate{.end = end, .year = year.value, .named = true};
}

// 1990-01-02, 2.1.1990, 01/02/90, 2. 1. 1990, 02 01 1990.
std::optional<WrittenDate> read_numbers(std::string_view text, std::uint32_t at, const Digits& a) {
  const std::uint32_t after = at + a.size;
  const char separator = at_or(text, after);
  if (separator != '-' && separator != '/' && separator != '.' && separator != ' ') return std::nullopt;
  const auto next_number = [&](std::uint32_t& end) -> Digits {
    if (at_or(text, end) == ' ' && separator != ' ') ++end;
    if (at_or(text, end) != separator) return {};
    ++end;
    if (separator != ' ') end = skip_spaces(text, end, 1);
    const Digits number = digits_at(text, end);
    end += number.size;
    return number;
  };
  std::uint32_t end = after;
  const Digits b = next_number(end);
  if (b.size < 1 || b.size > 2) return std::nullopt;
  const Digits c = next_number(end);
  if (c.size < 1 || c.size > 4 || c.size == 3 || !ends_here(text, end, separator)) return std::nullopt;
  WrittenDate date{.end = end};
  if (is_year(a)) {
    if (c.size > 2 || !is_day(c.value, b.value, a.value)) return std::nullopt;
    date.year = a.value;
    return date;
  }
  if (a.size > 2) return std::nullopt;
  if (is_year(c)) {
    if (!is_day(a.value, b.value, c.value) && !is_day(b.value, a.value, c.value)) return std::nullopt;
    date.year = c.value;
    return date;
  }
  if (c.size != 2 || separator == ' ') return std::nullopt;
  date.short_year = true;
  date.year = c.value;
  if (is_day(a.value, b.value, c.value) || is_day(b.value, a.value, c.value)) return date;
  if (a.size != 2 || !is_day(c.value, b.value, a.value)) return std::nullopt;
  date.year = a.value;
  return date;
}

// 19900102, 02011990.
std::optional<WrittenDate> read_undivided(std::string_view text, std::uint32_t at, const Digits& all) {
  const std::uint32_t end = at + all.size;
  if (!ends_here(text, end, '.')) return std::nullopt;
  WrittenDate date{.end = end, .year = all.value / 10000, .undivided = true};
  if (date.year >= 1880 && date.year <= 2099 && is_day(all.value % 100, all.value / 100 % 100, date.year)) return date;
  date.year = all.value % 10000;
  const int first = all.value / 1000000;
  const int second = all.value / 10000 % 100;
  if (date.year < 1880 || date.year > 2099) return std::nullopt;
  if (!is_day(first, second, date.year) && !is_day(second, first, date.year)) return std::nullopt;
  return date;
}

// What may stand between a day, a month and a year: a space, a dot, a comma,
// and one of these words.
constexpr std::string_view kLinks = "of de del do d' di the anno год року roku";

bool skip_link(std::string_view text, std::uint32_t& at) {
  const std::uint32_t begin = at;
  if (at_or(text, at) == '.') ++at;
  if (at_or(text, at) == ',') ++at;
  const std::uint32_t space = at;
  at = skip_spaces(text, at);
  const bool spaced = at > space;
  const std::uint32_t word = letters_end(text, at);
  if (spaced && word > at && holds_word(kLinks, text.substr(at, word - at)) && at_or(text, word) == ' ') {
    at = skip_spaces(text, word);
  } else if (spaced && !skip(text, at, "d'")) {
    skip(text, at, "d\u2019");
  }
  if (at == begin && (at_or(text, at) == '-' || at_or(text, at) == '/')) ++at;
  return at > begin;
}

// The year of a date with a name: four digits, or two behind an apostrophe or
// another sign than a space.
std::optional<WrittenDate> read_year(std::string_view text, std::uint32_t at, int day, int month, bool dashed) {
  if (at_or(text, at) == '(') ++at;
  const bool apostrophe = at_or(text, at) == '\'';
  if (apostrophe) ++at;
  const Digits year = digits_at(text, at);
  const bool two = year.size == 2 && (apostrophe || dashed);
  if (!two && !is_year(year)) return std::nullopt;
  const std::uint32_t end = at + year.size;
  if (!ends_here(text, end, dashed ? '-' : '.') || !is_day(day, month, year.value)) return std::nullopt;
  return WrittenDate{.end = end, .year = year.value, .named = true, .short_year = two};
}

// Behind the digits of a day: 1st, 2nd, 12., 1er, 1º (which folding makes an o).
std::uint32_t day_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t word = letters_end(text, at);
  if (word > at && holds_word("st nd rd th er ere e o a re te de ste den", text.substr(at, word - at))) at = word;
  return at;
}

// 2 January 1990, 2nd of Jan., 1990, 2-Jan-90, 2 de enero de 1990, 2 tháng 1 năm 1990.
std::optional<WrittenDate> read_day_first(std::string_view text, std::uint32_t at, const Digits& day) {
  std::uint32_t end = day_end(text, at + day.size);
  const bool dashed = at_or(text, end) == '-' || at_or(text, end) == '/';
  skip_link(text, end);
  if (skip(text, end, "tháng ")) {
    const Digits month = digits_at(text, end);
    end += month.size;
    if (month.size < 1 || month.size > 2 || !(skip(text, end, " năm ") || skip(text, end, ", "))) return std::nullopt;
    return read_year(text, end, day.value, month.value, false);
  }
  const std::uint32_t word = letters_end(text, end);
  const int month = month_named(text.substr(end, word - end));
  if (month == 0) return std::nullopt;
  end = word;
  if (!skip_link(text, end)) return std::nullopt;
  return read_year(text, end, day.value, month, dashed);
}

// 1990 January 2, 1990. január 2.
std::optional<WrittenDate> read_year_first(std::string_view text, std::uint32_t at, const Digits& year) {
  std::uint32_t end = at + year.size;
  if (!skip_link(text, end)) return std::nullopt;
  const std::uint32_t word = letters_end(text, end);
  const int month = month_named(text.substr(end, word - end));
  if (month == 0) return std::nullopt;
  end = word;
  if (!skip_link(text, end)) return std::nullopt;
  const Digits day = digits_at(text, end);
  if (day.size < 1 || day.size > 2 || !is_day(day.value, month, year.value)) return std::nullopt;
  end += day.size;
  if (!ends_here(text, end, '.')) return std::nullopt;
  return WrittenDate{.end = end, .year = year.value, .named = true};
}

// January 2, 1990, Jan. 2nd 1990.
std::optional<WrittenDate> read_month_first(std::string_view text, std::uint32_t at) {
  const std::uint32_t word = letters_end(text, at);
  const int month = month_named(text.substr(at, word - at));
  if (month == 0) return std::nullopt;
  std::uint32_t end = word;
  if (!skip_link(text, end)) return std::nullopt;
  const bool dashed = text[end - 1] == '-' || text[end - 1] == '/';
  const Digits day = digits_at(text, end);
  if (day.size < 1 || day.size > 2) return std::nullopt;
  end = day_end(text, end + day.size);
  if (!skip_link(text, end)) return std::nullopt;
  return read_year(text, end, day.value, month, dashed);
}

}  // namespace

std::uint32_t letters_end(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    if (is_ascii(text[at])) {
      if (!is_letter(text[at])) return at;
      ++at;
      continue;
    }
    const Decoded d = decode_utf8(text, at);
    if (!is_word(d.code_point) || is_cjk(d.code_point)) return at;
    at += d.bytes;
  }
  return at;
}

std::optional<WrittenDate> read_date(std::string_view text, std::uint32_t at) {
  if (!is_digit(at_or(text, at))) return read_month_first(text, at);
  const Digits first = digits_at(text, at);
  if (first.size == 8) return read_undivided(text, at, first);
  if (first.size > 4) return std::nullopt;
  if (const auto date = read_numbers(text, at, first)) return date;
  if (first.size == 4) {
    if (!is_year(first)) return std::nullopt;
    if (const auto date = read_units(text, at, first)) return date;
    return read_year_first(text, at, first);
  }
  return first.size <= 2 ? read_day_first(text, at, first) : std::nullopt;
}

}  // namespace privet
