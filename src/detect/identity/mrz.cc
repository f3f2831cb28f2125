// The machine readable lines of passports, identity cards and visas (ICAO Doc
// 9303, parts 4 to 7), and of the French identity card of 1988.
//
// A document has two lines of 44 or 36 characters, or three of 30, out of A-Z,
// 0-9 and the filler `<`. Number, date of birth and date of expiry have a check
// digit each; all but visas have one more over all of them.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "detect/context/country_tables.h"
#include "detect/identity/checksums.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// Between two lines: a line's end, blanks around it, or nothing.
constexpr std::uint32_t kMostSpaces = 4;

bool is_mrz(char c) { return is_upper(c) || is_digit(c) || c == '<'; }

bool is_filled(std::string_view field) { return field.find_first_not_of('<') == std::string_view::npos; }

bool is_state(std::string_view field) {
  return is_upper(field[0]) && (field == "D<<" || (is_upper(field[1]) && is_upper(field[2])));
}

bool is_sex(char c) { return c == 'M' || c == 'F' || c == 'X' || c == '<'; }

bool checks(std::string_view field, char digit) { return is_digit(digit) && icao_check_digit(field) == digit - '0'; }

// The day, or day and month, may be unknown (part 3, 4.8); the year may not.
bool is_birth(std::string_view date) {
  if (all_digits(date)) return is_short_date(date);
  const std::string_view known = date.substr(0, date.find('<'));
  return (known.size() == 2 || known.size() == 4) && all_digits(known) && is_filled(date.substr(known.size()));
}

// Some states leave out when a document expires.
bool is_expiry(std::string_view date) { return all_digits(date) ? is_short_date(date) : is_filled(date); }

// A number of more than nine characters goes on in the optional data, its check
// digit behind it (part 5, 4.2.2).
bool checks_number(std::string_view number, char digit, std::string_view optional) {
  if (is_filled(number)) return false;
  if (digit != '<' || number.back() == '<') return checks(number, digit);
  const std::string_view rest = optional.substr(0, optional.find('<'));
  if (rest.size() < 2) return false;
  return checks(std::string(number).append(rest.substr(0, rest.size() - 1)), rest.back());
}

bool is_document(char first, std::string_view kinds) { return kinds.find(first) != std::string_view::npos; }

// A name: letters, single fillers between its parts, two behind the surname.
bool is_name(std::string_view field) {
  for (const char c : field) {
    if (is_digit(c)) return false;
  }
  return is_upper(field[0]);
}

// The second line, which two formats share up to the expiry.
bool is_second_line(std::string_view line, std::string_view optional) {
  return checks_number(line.substr(0, 9), line[9], optional) && is_state(line.substr(10, 3)) &&
         is_birth(line.substr(13, 6)) && checks(line.substr(13, 6), line[19]) && is_sex(line[20]) &&
         is_expiry(line.substr(21, 6)) && (checks(line.substr(21, 6), line[27]) || is_filled(line.substr(21, 7)));
}

// Number, birth and expiry with their check digits and the optional data, as
// the last check digit counts them.
std::string all_of_second_line(std::string_view line, std::size_t end) {
  return std::string(line.substr(0, 10)).append(line.substr(13, 7)).append(line.substr(21, end - 21));
}

// TD3 (part 4) and the visa MRV-A (part 7).
bool is_td3(std::string_view first, std::string_view second) {
  const std::string_view optional = second.substr(28, 14);
  if (!is_state(first.substr(2, 3)) || !is_name(first.substr(5))) return false;
  if (!is_second_line(second, optional)) return false;
  if (first[0] == 'V') return true;
  return first[0] == 'P' && (checks(optional, second[42]) || (is_filled(optional) && second[42] == '<')) &&
         checks(all_of_second_line(second, 43), second[43]);
}

// "IDFRA": department and serial with a check digit, the given names, birth,
// sex; a check digit over both lines.
bool is_french_card(std::string_view first, std::string_view second) {
  return first.starts_with("IDFRA") && is_name(first.substr(5, 25)) && checks(second.substr(0, 12), second[12]) &&
         is_name(second.substr(13, 14)) && is_birth(second.substr(27, 6)) && checks(second.substr(27, 6), second[33]) &&
         is_sex(second[34]) && checks(std::string(first).append(second.substr(0, 35)), second[35]);
}

// TD2 (part 6) and the visa MRV-B (part 7).
bool is_td2(std::string_view first, std::string_view second) {
  if (is_french_card(first, second)) return true;
  if (!is_state(first.substr(2, 3)) || !is_name(first.substr(5))) return false;
  if (!is_second_line(second, second.substr(28, 7))) return false;
  if (first[0] == 'V') return true;
  return is_document(first[0], "PIAC") && checks(all_of_second_line(second, 35), second[35]);
}

// TD1 (part 5).
bool is_td1(std::string_view first, std::string_view second, std::string_view third) {
  if (!is_document(first[0], "IAC") || !is_state(first.substr(2, 3)) || !is_name(third)) return false;
  if (!checks_number(first.substr(5, 9), first[14], first.substr(15))) return false;
  if (!is_birth(second.substr(0, 6)) || !checks(second.substr(0, 6), second[6]) || !is_sex(second[7])) return false;
  const bool expires =
      is_expiry(second.substr(8, 6)) && (checks(second.substr(8, 6), second[14]) || is_filled(second.substr(8, 7)));
  if (!expires || !is_state(second.substr(15, 3))) return false;
  const std::string all = std::string(first.substr(5))
                              .append(second.substr(0, 7))
                              .append(second.substr(8, 7))
                              .append(second.substr(18, 11));
  return checks(all, second[29]);
}

// Lines of one length, read from a place on.
struct Lines {
  std::array<std::string_view, 3> line;
  std::uint32_t end = 0;
};

std::optional<Lines> read_lines(std::string_view text, std::uint32_t begin, std::size_t count, std::uint32_t length) {
  Lines lines;
  std::uint32_t at = begin;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t line_begin = at;
    while (at - line_begin < length && is_mrz(at_or(text, at))) ++at;
    if (at - line_begin < length) return std::nullopt;
    lines.line[i] = text.substr(line_begin, length);
    lines.end = at;
    for (std::uint32_t spaces = 0; i + 1 < count && spaces < kMostSpaces && is_space(at_or(text, at)); ++spaces) ++at;
  }
  const char after = at_or(text, lines.end, ' ');
  if (is_mrz(after) || is_word(after)) return std::nullopt;
  return lines;
}

// The codes that are no country's are left out: UN, EU, Interpol, stateless.
std::array<char, 2> region_of(std::string_view state) {
  if (state == "D<<") return {'D', 'E'};
  // British citizens come in kinds (part 3, section 5, part D).
  if (state.starts_with("GB")) return {'G', 'B'};
  for (std::size_t at = 0; at + 5 <= kCountryCodes.size(); at += 6) {
    if (kCountryCodes.substr(at + 2, 3) == state && state != "XKX") return {kCountryCodes[at], kCountryCodes[at + 1]};
  }
  return {};
}

}  // namespace

// Takes a match that begins with the first line. UTO is Utopia, the state of
// the standard's specimens.
Verdict validate_mrz(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  const char before = before_or(text, begin, ' ');
  if (is_mrz(before) || is_word(before)) return {};
  std::optional<Lines> found = read_lines(text, begin, 2, 44);
  if (found && !is_td3(found->line[0], found->line[1])) found.reset();
  if (!found) {
    found = read_lines(text, begin, 2, 36);
    if (found && !is_td2(found->line[0], found->line[1])) found.reset();
  }
  if (!found) {
    found = read_lines(text, begin, 3, 30);
    if (found && !is_td1(found->line[0], found->line[1], found->line[2])) found.reset();
  }
  if (!found) return {};
  const std::string_view state = found->line[0].substr(2, 3);
  return {.accepted = true, .reserved = state == "UTO", .region = region_of(state), .span = {begin, found->end}};
}

}  // namespace privet
