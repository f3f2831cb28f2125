#include "detect/phone/phone_surroundings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/utf8.h"
#include "detect/phone/phone_words.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"

namespace privet {
namespace {

constexpr std::size_t kReach = 64;
constexpr int kFewestDigits = 8;  // of a number that makes a list with this one

constexpr bool is_joiner(char c) { return c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' || c == '/'; }

std::string_view before(std::string_view text, std::size_t at) {
  const std::size_t begin = at > kReach ? at - kReach : 0;
  return text.substr(begin, at - begin);
}

// A letter of a script that puts spaces between words (Latin with accents to
// Ethiopic): U+00C0 to U+1FFF, in UTF-8 led by C3 to E1.
bool is_spaced_script(unsigned char lead) { return lead >= 0xC3 && lead <= 0xE1 && lead != 0xE0; }

// The last word of `text`, letters of any script, and what stands before it.
struct LastWord {
  std::string word;  // case folded
  std::string_view rest;
};

LastWord last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_ascii(text[end - 1]) && !is_word(text[end - 1]) && text[end - 1] != '\n') --end;
  std::size_t begin = end;
  while (begin > 0 && (is_letter(text[begin - 1]) || !is_ascii(text[begin - 1]))) --begin;
  // The stretch may begin within a character.
  while (begin < end && is_continuation(text[begin])) ++begin;
  LastWord last{.word = {}, .rest = text.substr(0, begin)};
  append_casefolded(text.substr(begin, end - begin), last.word);
  return last;
}

bool is_phone_word_before(std::string_view left) {
  LastWord last = last_word(left);
  if (is_phone_word(last.word)) return true;
  return is_number_word(last.word) && is_phone_word(last_word(last.rest).word);
}

// "ISBN 0 306 40615 2", "Order no. 2125550123": another kind of number by name.
bool is_other_number_before(std::string_view left) {
  // "ABN 51 824 ...": digits of the same number may stand between.
  if (left.ends_with(' ')) {
    while (!left.empty() && (left.back() == ' ' || is_digit(left.back()))) left.remove_suffix(1);
  }
  LastWord last = last_word(left);
  // A joined word may say both ("phone_id"): the last part decides, as it does for people.
  if (!is_number_word(last.word)) return is_other_number_word(last.word);
  return is_other_before_number_word(last_word(last.rest).word);
}

// The token that ends at `left`'s end, up to white space, quotes or brackets.
std::string_view token_before(std::string_view left) {
  std::size_t begin = left.size();
  while (begin > 0) {
    const char c = left[begin - 1];
    if (!is_ascii(c) || static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' ||
        c == '[' || c == ']' || c == '|' || c == '`' || c == ',' || c == ';' || c == '(') {
      break;
    }
    --begin;
  }
  return left.substr(begin);
}

bool ends_in(std::string_view text, std::initializer_list<std::string_view> tails) {
  return std::any_of(tails.begin(), tails.end(), [&](std::string_view tail) { return text.ends_with(tail); });
}

bool is_in_url(std::string_view left) {
  // "?phone=", "&tel=": the address itself says what follows.
  if (left.ends_with('=') && is_phone_word_before(left)) return false;
  const std::string_view token = token_before(left);
  if (ends_in(token, {"t.me/"})) return false;
  return token.find("://") != std::string_view::npos || token.starts_with("www.") || token.size() == kReach;
}

// Groups of digits to the left that only spaces and dots divide from the number.
template <class At>
int table_groups(At at, std::size_t size) {
  int groups = 0;
  bool digit = false;
  for (std::size_t i = 0; i < size; ++i) {
    const char c = at(i);
    if (!is_digit(c) && c != ' ' && c != '.' && c != '\t') break;
    groups += is_digit(c) && !digit;
    digit = is_digit(c);
  }
  return groups;
}

bool is_in_table(std::string_view left, std::string_view right) {
  constexpr int kTable = 6;
  return table_groups([&](std::size_t i) { return left[left.size() - 1 - i]; }, left.size()) +
             table_groups([&](std::size_t i) { return right[i]; }, right.size()) >=
         kTable;
}

// "06 39 98 12 34/06 39 98 12 35": a list of numbers.
bool ends_in_phone_digits(std::string_view left) {
  int digits = 0;
  for (std::size_t at = left.size(); at > 0 && (is_digit(left[at - 1]) || is_joiner(left[at - 1])); --at) {
    digits += is_digit(left[at - 1]);
  }
  return digits >= kFewestDigits;
}

// Digits at the front of `text`, over signs that join groups.
int count_digits(std::string_view text) {
  int digits = 0;
  for (std::size_t at = 0; at < text.size() && (is_digit(text[at]) || is_joiner(text[at])); ++at)
    digits += is_digit(text[at]);
  return digits;
}

bool is_currency_or_sign(std::string_view left) {
  return ends_in(left, {"$", "£", "¥", "€", "₹", "₽", "₩", "₪", "₺", "¢", "№", "#", "§", "×", "÷", "±"});
}

bool left_rules_out(std::string_view text, std::size_t begin, PhoneLook look) {
  std::string_view left = before(text, begin);
  if (left.empty()) return false;
  if (is_in_url(left)) return true;
  const bool paren = left.back() == '(';
  if (paren) left.remove_suffix(1);
  if (left.empty()) return false;
  const char c = left.back();

  if (is_currency_or_sign(left)) return true;
  if (c == '_' || c == '@' || c == '$' || c == '%' || c == '&' || c == '\\' || c == '^' || c == '+') return true;
  if (is_letter(c)) return !(paren && (look.divided || look.international));
  if (is_digit(c)) return !paren;
  if (!is_ascii(c)) {
    std::size_t lead = left.size() - 1;
    while (lead > 0 && (static_cast<unsigned char>(left[lead]) & 0xC0) == 0x80) --lead;
    return is_spaced_script(static_cast<unsigned char>(left[lead]));
  }
  if (c == '=') return !look.international && !is_phone_word_before(left);

  const std::string_view rest = left.substr(0, left.size() - 1);
  const char d = rest.empty() ? ' ' : rest.back();
  if (c == '/') {
    if (look.international) return false;
    return !(look.divided && ends_in_phone_digits(rest)) && !is_phone_word_before(rest);
  }
  if (c == '-') {
    if (is_digit(d)) return true;
    if (is_letter(d) || d == '_') return !is_phone_word_before(rest);
    return d == '-' && !look.divided ? rest.size() > 1 && is_word(rest[rest.size() - 2]) : false;
  }
  if (c == '.') return (is_digit(d) || (is_letter(d) && !is_phone_word_before(rest)));
  if (c == ',' || c == ':') return is_digit(d);
  if (c != ' ' && c != '\xA0') return false;

  // One or more spaces.
  std::string_view far = left;
  while (!far.empty() && far.back() == ' ') far.remove_suffix(1);
  if (far.empty()) return false;
  if (is_currency_or_sign(far)) return true;
  const char f = far.back();
  if (look.international) return false;
  if (f == '=' || f == '+' || f == '*' || f == '<' || f == '>') return !look.divided && !is_phone_word_before(far);
  const bool opens = text[begin] == '(' || text[begin] == '0';
  if (f == '-') {
    // " - 2125550123" behind digits: a range.
    while (!far.empty() && (far.back() == '-' || far.back() == ' ')) far.remove_suffix(1);
    return !far.empty() && is_digit(far.back()) && !look.divided && !ends_in_phone_digits(far);
  }
  if (is_digit(f) && left.size() - far.size() <= 3) {
    if (look.divided && !look.spaced) return false;
    std::size_t group = far.size();
    while (group > 0 && is_digit(far[group - 1])) --group;
    // In a row of groups, one with a zero in front begins no number unless another ends there.
    return !opens || (far[group] == '0' && !ends_in_phone_digits(far));
  }
  return false;
}

// The letters at the front, case folded.
std::string letters_of(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_letter(text[end]) || !is_ascii(text[end]))) ++end;
  // The stretch may end within a character.
  std::size_t last = end;
  while (last > 0 && is_continuation(text[last - 1])) --last;
  if (last > 0 && !is_ascii(text[last - 1]) && end == text.size()) end = last - 1;
  std::string word;
  append_casefolded(text.substr(0, end), word);
  return word;
}

// "647F 2865 4894 E3BD": rows of hexadecimal groups.
bool is_hex_group(std::string_view token) {
  bool digit = false, letter = false;
  for (const char c : token) {
    digit |= is_digit(c);
    letter |= c >= 'A' && c <= 'F';
    if (!is_digit(c) && !(c >= 'A' && c <= 'F') && !(c >= 'a' && c <= 'f')) return false;
  }
  return digit && letter && token.size() >= 2 && token.size() <= 8;
}

bool is_among_hex(std::string_view left, std::string_view right) {
  if (left.ends_with(' ')) {
    left.remove_suffix(1);
    const std::size_t space = left.find_last_of(" \n\t");
    if (is_hex_group(left.substr(space == std::string_view::npos ? 0 : space + 1))) return true;
  }
  if (!right.starts_with(' ')) return false;
  right.remove_prefix(1);
  return is_hex_group(right.substr(0, right.find_first_of(" \n\t.,;")));
}

bool starts_unit(std::string_view right) {
  constexpr std::string_view kSigns[] = {"€",  "£",  "$",  "¥",  "₽", "₩",  "₹",  "%",  "°",   "元", "円", "원",
                                         "万", "亿", "年", "人", "个",  "個", "zł", "kr", "руб", "Kč", "Ft", "lei"};
  const bool apart = right.starts_with(" ");
  if (apart) right.remove_prefix(1);
  for (const std::string_view sign : kSigns) {
    if (!right.starts_with(sign)) continue;
    const char next = right.size() > sign.size() ? right[sign.size()] : ' ';
    if (!is_letter(next)) return true;
  }
  const std::string word = letters_of(right);
  return is_unit_word(word) || is_currency_word(word);
}

bool right_rules_out(std::string_view text, std::size_t begin, std::size_t end, PhoneLook look) {
  std::string_view right = text.substr(end, kReach);
  if (right.empty()) return false;
  const char c = right.front();
  const char d = right.size() > 1 ? right[1] : ' ';
  if (starts_unit(right)) return true;
  if (c == '&') return !is_phone_word_before(before(text, begin)) && !look.international;
  if (is_word(c) || c == '%' || c == '@' || c == '=' || c == '\\' || c == '^' || c == '+') return true;
  if (!is_ascii(c)) return is_spaced_script(static_cast<unsigned char>(c));
  if (c == '.') return is_digit(d) || (is_letter(d) && (!look.divided || is_file_suffix(letters_of(right.substr(1)))));
  if (c == ',') return is_digit(d) && (look.spaced || !look.divided);
  if (c == ':') return is_digit(d);
  if (c == '-') return !look.international && (is_word(d) || (d == '-' && !look.divided));
  if (c == '/') {
    if (look.international) return false;
    // "347/1234567/2020": numbered by the year.
    const int behind = count_digits(right);
    if (text.substr(begin, end - begin).find('/') != std::string_view::npos && behind > 0 && behind <= 4) return true;
    return (is_digit(d) || is_letter(d)) && !look.divided;
  }
  if (look.international) return false;

  std::size_t at = 0;
  while (at < right.size() && is_joiner(right[at])) ++at;
  if (at == 0 || at > 3 || at >= right.size() || !is_digit(right[at])) return false;
  const std::string_view joiner = right.substr(0, at);
  // ") 123": our own parenthesis closed before; "(123": another number opens.
  if (joiner.find('(') != std::string_view::npos) return false;
  // "912345678 / 612345678": a list.
  const bool listed = (joiner == " / " || joiner == " - ") && count_digits(right.substr(at)) >= kFewestDigits;
  if (listed) return false;
  if (joiner.find('-') != std::string_view::npos) return !look.divided;
  if (look.divided && !look.spaced) return false;
  // Another number, with a zero in front as here: "06 39 98 12 34 06 39 98 12 35".
  const bool opens = text[begin] == '0' || text[begin] == '(';
  return !(opens && right[at] == '0' && count_digits(right.substr(at)) >= kFewestDigits);
}

}  // namespace

bool surroundings_rule_out_phone(std::string_view text, std::uint32_t begin, std::uint32_t end, PhoneLook look) {
  if (look.link) return end < text.size() && is_word(text[end]);
  if (left_rules_out(text, begin, look) || right_rules_out(text, begin, end, look)) return true;
  const std::string_view left = before(text, begin);
  if (look.international) return false;
  if (is_currency_word(last_word(left).word)) return true;
  if (look.spaced && is_among_hex(left, text.substr(end, kReach))) return true;
  return (text[begin] != '(' && is_other_number_before(left)) || is_in_table(left, text.substr(end, kReach));
}

bool is_printed_date(std::string_view printed) {
  // "20240315"
  if (printed.size() == 8 && std::all_of(printed.begin(), printed.end(), is_digit)) {
    const auto part = [&](std::size_t at) { return (printed[at] - '0') * 10 + (printed[at + 1] - '0'); };
    return (part(0) == 19 || part(0) == 20) && part(4) >= 1 && part(4) <= 12 && part(6) >= 1 && part(6) <= 31;
  }
  std::array<int, 3> value{};
  std::array<std::size_t, 3> size{};
  std::array<char, 2> separator{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    while (at < printed.size() && is_digit(printed[at]) && size[i] < 5) {
      value[i] = value[i] * 10 + (printed[at++] - '0');
      ++size[i];
    }
    // Two groups only: a span of years?
    const bool last = at >= printed.size();
    if (last && i == 1)
      return size[0] == 4 && size[1] == 4 && value[0] > 1000 && value[0] < 2100 && value[1] >= value[0] &&
             value[1] < 2200;
    if (last && i < 2) return false;
    if (i == 2) break;
    separator[i] = printed[at++];
    // "15. 3. 2024"
    if (at < printed.size() && printed[at] == ' ' && separator[i] == '.') ++at;
  }
  if (separator[0] != separator[1]) return false;
  if (at < printed.size() && is_digit(printed[at])) return false;
  const auto is_year = [&](std::size_t i) { return size[i] == 4 && value[i] >= 1800 && value[i] < 2200; };
  const auto is_day_month = [&](std::size_t i, std::size_t j) {
    return size[i] <= 2 && size[j] <= 2 && value[i] >= 1 && value[j] >= 1 && std::max(value[i], value[j]) <= 31 &&
           std::min(value[i], value[j]) <= 12;
  };
  return (is_year(0) && is_day_month(1, 2)) || (is_year(2) && is_day_month(0, 1));
}

bool is_labelled_phone(std::string_view text, std::uint32_t begin) {
  constexpr std::string_view kLetters = "TtPpMmFfCcHh";
  std::string_view left = before(text, begin);
  while (left.ends_with(' ')) left.remove_suffix(1);
  if (left.ends_with("\uFE0F")) left.remove_suffix(3);  // shown as a picture
  if (ends_in(left, {"☎", "☏", "✆", "📞", "📱", "📲", "📠"})) return true;
  const bool colon = left.ends_with(':');
  if (colon) left.remove_suffix(1);
  if (left.empty() || kLetters.find(left.back()) == std::string_view::npos) return false;
  const char letter = left.back();
  left.remove_suffix(1);
  if (!left.empty() && (is_word(left.back()) || !is_ascii(left.back()) || left.back() == '\'')) return false;
  while (left.ends_with(' ')) left.remove_suffix(1);
  if (colon) return true;
  // Without the colon, only where a line or an entry of a row begins.
  return letter < 'a' && (left.empty() || left.back() == '\n' || left.back() == '|' || is_digit(left.back()));
}

std::uint32_t end_of_extension(std::string_view text, std::uint32_t end) {
  std::string_view right = text.substr(end, kReach);
  std::size_t at = 0;
  while (at < right.size() && at < 3 && (right[at] == ' ' || right[at] == ',' || right[at] == ';')) ++at;
  const bool paren = at < right.size() && right[at] == '(';
  if (paren) ++at;
  const std::size_t label = extension_label_size(right.substr(at));
  if (label == 0) return end;
  // "x" and "#" are signs only right at the digits.
  const bool sign = label == 1;
  at += label;
  for (int i = 0; !sign && i < 3 && at < right.size() &&
                  (right[at] == ' ' || right[at] == '.' || right[at] == ':' || right[at] == '=');
       ++i)
    ++at;
  const std::size_t digits = at;
  while (at < right.size() && is_digit(right[at])) ++at;
  constexpr std::size_t kMostDigits = 6;
  if (at == digits || at - digits > kMostDigits) return end;
  if (at < right.size() &&
      (is_word(right[at]) || (right[at] == '-' && at + 1 < right.size() && is_word(right[at + 1])))) {
    return end;
  }
  if (paren) {
    if (at >= right.size() || right[at] != ')') return end;
    ++at;
  }
  return end + static_cast<std::uint32_t>(at);
}

}  // namespace privet
