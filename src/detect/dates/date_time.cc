// Dates and clock times of any kind, for those who ask for them (they are off
// by default).
#include <string_view>

#include "detect/dates/date_text.h"
#include "detect/dates/month_names.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

bool two_digits(std::string_view text, std::uint32_t at, int most) {
  return is_digit(at_or(text, at)) && is_digit(at_or(text, at + 1)) &&
         (text[at] - '0') * 10 + (text[at + 1] - '0') <= most;
}

// "12:30", "12:30:45.123", behind it " pm", "Z", "+02:00"; `at` if there is no time.
std::uint32_t clock_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (is_digit(at_or(text, end)) && end - at < 3) ++end;
  const std::uint32_t hour = end - at;
  if (hour < 1 || hour > 2 || (hour == 2 && !two_digits(text, at, 24))) return at;
  if (at_or(text, end) != ':' || !two_digits(text, end + 1, 59)) return at;
  end += 3;
  if (at_or(text, end) == ':' && two_digits(text, end + 1, 60)) {
    end += 3;
    if ((at_or(text, end) == '.' || at_or(text, end) == ',') && is_digit(at_or(text, end + 1))) {
      for (++end; is_digit(at_or(text, end));) ++end;
    }
  }
  return end;
}

std::uint32_t zone_end(std::string_view text, std::uint32_t at) {
  if (at_or(text, at) == 'Z' && !is_word(at_or(text, at + 1, ' '))) return at + 1;
  if (at_or(text, at) == ' ' && (at_or(text, at + 1) == '+' || at_or(text, at + 1) == '-')) {
    const std::uint32_t end = zone_end(text, at + 1);
    return end == at + 1 ? at : end;
  }
  const char sign = at_or(text, at);
  if ((sign != '+' && sign != '-') || !two_digits(text, at + 1, 14)) return at;
  const std::uint32_t colon = at_or(text, at + 3) == ':' ? 1 : 0;
  return two_digits(text, at + 3 + colon, 59) ? at + 5 + colon : at + 3;
}

std::uint32_t half_of_day_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  if (at_or(text, end) == ' ') ++end;
  const char half = to_lower(at_or(text, end));
  if (half != 'a' && half != 'p') return at;
  const bool dots = at_or(text, end + 1) == '.';
  end += dots ? 2 : 1;
  if (to_lower(at_or(text, end)) != 'm') return at;
  end += dots && at_or(text, end + 1) == '.' ? 2 : 1;
  return is_word(at_or(text, end, ' ')) ? at : end;
}

// The time of day that follows a date, or `at`.
std::uint32_t time_behind(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  if (at_or(text, begin) == ',') ++begin;
  if (at_or(text, begin) == ' ' || at_or(text, begin) == 'T') ++begin;
  if (begin == at) return at;
  const std::uint32_t clock = clock_end(text, begin);
  if (clock == begin) return at;
  const std::uint32_t half = half_of_day_end(text, clock);
  const std::uint32_t zone = zone_end(text, half);
  return is_word(at_or(text, zone, ' ')) ? at : zone;
}

bool stands_free(std::string_view text, Span<ViewSpace> span) {
  const char before = before_or(text, span.begin, ' ');
  const char far = span.begin > 1 ? text[span.begin - 2] : ' ';
  if (is_word(before) || before == '$' || before == '%') return false;
  if ((before == '.' || before == '-' || before == '/' || before == ',' || before == ':') && is_digit(far))
    return false;
  const char after = at_or(text, span.end, ' ');
  const char next = at_or(text, span.end + 1, ' ');
  return !is_word(after) && !((after == '.' || after == '-' || after == '/' || after == ':') && is_digit(next));
}

Verdict accept(std::string_view text, Span<ViewSpace> span) {
  if (!stands_free(text, span)) return {};
  return {.accepted = true, .alone = true, .span = span};
}

}  // namespace

// Takes the first digits of a date, or the name of a month that begins one.
Verdict validate_date(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  std::uint32_t begin = match.span.begin;
  const auto date = read_date(text, begin);
  if (!date || date->undivided) return {};
  return accept(text, {begin, time_behind(text, date->end)});
}

// Takes a time of day: "12:30", "9 a.m.".
Verdict validate_time(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  std::uint32_t end = clock_end(text, begin);
  if (end > begin) {
    end = zone_end(text, half_of_day_end(text, end));
    return accept(text, {begin, end});
  }
  while (is_digit(at_or(text, end))) ++end;
  const std::uint32_t half = half_of_day_end(text, end);
  if (half == end || end - begin > 2 || (end - begin == 2 && !two_digits(text, begin, 12))) return {};
  return accept(text, {begin, half});
}

}  // namespace privet
