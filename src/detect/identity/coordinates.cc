// Where something is on the globe: pairs of latitude and longitude, in degrees
// with decimals, or in degrees, minutes and seconds (ISO 6709).
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// A number of degrees: value and decimals, read from `at`, which moves behind it.
struct Degrees {
  double value = 0;
  int decimals = 0;
};

//   comma: whether a decimal comma may stand for the point
std::optional<Degrees> read_degrees(std::string_view text, std::uint32_t& at, std::uint32_t end, bool comma = false) {
  while (at < end && !is_digit(text[at])) ++at;
  if (at == end) return std::nullopt;
  Degrees degrees;
  for (; at < end && is_digit(text[at]); ++at) degrees.value = degrees.value * 10 + (text[at] - '0');
  if (at < end && (text[at] == '.' || (comma && text[at] == ',' && is_digit(at_or(text, at + 1))))) {
    double place = 0.1;
    for (++at; at < end && is_digit(text[at]); ++at, place /= 10, ++degrees.decimals)
      degrees.value += place * (text[at] - '0');
  }
  return degrees;
}

// "1.2345, " before or ", 1.2345" behind: a list of numbers, not a pair.
bool is_in_list(std::string_view text, Span<ViewSpace> span) {
  std::uint32_t before = span.begin;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == ',')) --before;
  if (before < span.begin && before > 1 && is_digit(text[before - 1])) {
    std::uint32_t digits = before;
    while (digits > 0 && is_digit(text[digits - 1])) --digits;
    if (before_or(text, digits, ' ') == '.') return true;
  }
  std::uint32_t after = span.end;
  while (at_or(text, after) == ' ' || at_or(text, after) == ',') ++after;
  if (after == span.end) return false;
  if (at_or(text, after) == '-') ++after;
  while (is_digit(at_or(text, after))) ++after;
  return at_or(text, after) == '.' && is_digit(at_or(text, after + 1)) && is_digit(at_or(text, after + 2)) &&
         is_digit(at_or(text, after + 3));
}

bool touches_word(std::string_view text, Span<ViewSpace> span) {
  const char before = before_or(text, span.begin, ' ');
  const char after = at_or(text, span.end, ' ');
  const char next = at_or(text, span.end + 1, ' ');
  if (is_digit(before) || before == '.' || before == '_' || is_letter(before)) {
    // Google's links write "!3d52.5!4d13.4", other parameters "q=52.5,13.4".
    if (!(before == 'd' && span.begin > 2 && text[span.begin - 2] == '3' && text[span.begin - 3] == '!')) return true;
  }
  return is_word(after) || after == '%' || (after == '.' && is_digit(next));
}

bool begins_with_degree_sign(std::string_view text) {
  return text.starts_with("\xC2\xB0") || text.starts_with(" \xC2\xB0") || text.starts_with(" deg");
}

}  // namespace

// Takes a match of two numbers with decimals. Latitude first or, as in GeoJSON
// and WKT, longitude.
Verdict validate_coordinates(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (touches_word(text, match.span) || is_in_list(text, match.span)) return {};
  std::uint32_t at = match.span.begin;
  const std::optional<Degrees> first = read_degrees(text, at, match.span.end);
  if (at < match.span.end && text[at] == '!') at += 3;  // "!4d"
  const std::optional<Degrees> second = read_degrees(text, at, match.span.end);
  if (!first || !second || first->value > 180 || second->value > 180) return {};
  if (first->value > 90 && second->value > 90) return {};
  // Both below 1: weights, probabilities and other shares.
  if (first->value < 1 && second->value < 1) return {};
  return {.accepted = true, .span = match.span};
}

// Takes a match of two places with a degree sign, or "deg" as cameras write it, and a letter each.
Verdict validate_degrees(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (is_word(before_or(text, match.span.begin, ' ')) || is_word(at_or(text, match.span.end, ' '))) return {};
  if (before_or(text, match.span.begin, ' ') == '.') return {};
  std::uint32_t at = match.span.begin;
  // Degrees, minutes and seconds, twice: a part that follows one with the
  // degree sign is what it is by the sign behind it.
  int axes = 0;
  int parts = 0;
  while (at < match.span.end) {
    const std::optional<Degrees> number = read_degrees(text, at, match.span.end, true);
    if (!number) break;
    if (begins_with_degree_sign(text.substr(at))) {
      ++axes;
      parts = 0;
      if (number->value > (axes == 1 ? 90 : 180)) return {};
    } else {
      ++parts;
      if (axes == 0 || parts > 2 || number->value >= 60) return {};
    }
  }
  return {.accepted = axes == 2, .alone = true, .span = match.span};
}

}  // namespace privet
