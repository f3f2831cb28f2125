#include "detect/places/place_text.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"
#include "text/script.h"

namespace privet {
namespace {

constexpr std::size_t kLongestShort = 6;  // of words that a dot may follow
constexpr std::uint32_t kLongestWord = 48;

bool joins(char c) { return c == '-' || c == '\'' || c == '/'; }

bool is_letter_at(std::string_view text, std::size_t at, std::uint32_t& bytes) {
  if (at >= text.size()) return false;
  if (is_ascii(text[at])) {
    bytes = 1;
    return is_alnum(text[at]);
  }
  const Decoded d = decode_utf8(text, at);
  bytes = d.bytes;
  return is_word(d.code_point) && !is_cjk(d.code_point);
}

constexpr std::string_view kUnits =
    "apt apartment suite ste unit flat floor fl room rm bldg building lot penthouse ph dept piso planta puerta pta esc "
    "escalera apto apartamento depto dpto int interno interior scala piano appartamento edif edificio casa torre appt "
    "appartement bât bat bâtiment étage etage og "
    "stock "
    "m lok кв корп корпус стр стр. подъезд andar ap bloco bl sala lote whg wohnung top stiege tür bte bus mieszkanie "
    "квартира";
constexpr std::string_view kUnitsBehind = "floor fl piso planta andar og stock etage étage izq izquierda dcha derecha";

}  // namespace

std::uint32_t place_word_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  std::uint32_t bytes = 0;
  while (end - at < kLongestWord) {
    if (is_letter_at(text, end, bytes)) {
      end += bytes;
      continue;
    }
    const char c = at_or(text, end);
    const bool may_join = end > at && (joins(c) || (c == '.' && end - at <= 2));
    if (may_join && is_letter_at(text, end + 1, bytes)) {
      ++end;
      continue;
    }
    break;
  }
  if (end > at && at_or(text, end) == '.' && end - at <= kLongestShort && !is_digit(text[end - 1])) ++end;
  return end;
}

std::uint32_t place_word_begin(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  std::uint32_t bytes = 0;
  if (begin > 1 && text[begin - 1] == '.' && is_letter_at(text, previous_utf8(text, begin - 1), bytes)) --begin;
  while (begin > 0 && at - begin < kLongestWord) {
    const auto previous = static_cast<std::uint32_t>(previous_utf8(text, begin));
    if (is_letter_at(text, previous, bytes)) {
      begin = previous;
      continue;
    }
    const bool dotted = text[previous] == '.' && begin < at && (text[begin] == '-' || at - begin <= 3);
    const bool inside = begin < at && previous > 0 && is_letter_at(text, previous_utf8(text, previous), bytes);
    if ((joins(text[previous]) || dotted) && (inside || text[previous] == '-')) {
      begin = previous;
      continue;
    }
    break;
  }
  while (begin < at && (joins(text[begin]) || text[begin] == '.')) ++begin;
  return begin;
}

bool is_house_number(std::string_view word) {
  if (word.empty() || word.size() > 11 || !is_digit(word[0]) || word[0] == '0') return false;
  std::size_t digits = 0, letters = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (is_digit(c)) {
      if (++digits > 5 || letters > 0) return false;
    } else if (is_letter(c)) {
      if (++letters > 1) return false;
    } else if (c == '-' || c == '/') {
      digits = letters = 0;
    } else {
      return false;
    }
  }
  return true;
}

bool is_ordinal(std::string_view word) {
  if (word.size() < 3 || !is_digit(word[0])) return false;
  const std::size_t digits = word.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits <= 3 && holds_word("st nd rd th", word.substr(digits));
}

bool house_number_may_begin(std::string_view text, std::uint32_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  const char far = at > 1 ? text[at - 2] : ' ';
  if (before == '#' || before == ',') return !is_digit(far);
  if (before == ' ') return far != '$' && far != '+' && far != '=' && far != '*' && far != '<' && far != '>';
  constexpr std::string_view kOpening = "\n\t(\"':;>|=[*_";
  return kOpening.find(before) != std::string_view::npos || begins_cjk(text[previous_utf8(text, at)]);
}

Break skip_break(std::string_view text, std::uint32_t& at) {
  const std::uint32_t begin = at;
  const auto skip_spaces = [&] {
    for (int i = 0; i < 4 && (at_or(text, at) == ' ' || at_or(text, at) == '\t' || at_or(text, at) == '\r'); ++i) ++at;
  };
  Break kind = Break::kSpace;
  skip_spaces();
  const bool dash = at > begin && at_or(text, at) == '-' && at_or(text, at + 1) == ' ';
  if (dash || at_or(text, at) == ',') {
    kind = Break::kComma;
    ++at;
  }
  skip_spaces();
  if (at_or(text, at) == '\n') {
    kind = Break::kLine;
    ++at;
    skip_spaces();
  } else if (text.substr(std::min<std::size_t>(at, text.size())).starts_with("<br")) {
    const std::size_t close = text.substr(at, 8).find('>');
    if (close != std::string_view::npos) {
      kind = Break::kLine;
      at += static_cast<std::uint32_t>(close) + 1;
      skip_spaces();
    }
  }
  return at == begin ? Break::kNone : kind;
}

bool place_word_in(std::string_view words, std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (word.empty()) return false;
  if (std::all_of(word.begin(), word.end(), is_ascii)) return holds_word(words, word);
  std::string folded;
  append_casefolded(word, folded);
  return holds_word(words, folded);
}

namespace {

// 4B, 200, C, 12-3: what a unit is called.
std::uint32_t unit_name_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t end = place_word_end(text, at);
  const std::string_view name = text.substr(at, end - at);
  const bool digits = std::any_of(name.begin(), name.end(), is_digit);
  return name.size() <= 6 && (digits || name.size() == 1) ? end : at;
}

// One unit that begins at `at`, or `at`.
std::uint32_t unit_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  if (at_or(text, end) == '#') {
    ++end;
    if (at_or(text, end) == ' ') ++end;
    const std::uint32_t name = unit_name_end(text, end);
    return name == end ? at : name;
  }
  const std::uint32_t word = place_word_end(text, at);
  const std::string_view first = text.substr(at, word - at);
  if (place_word_in(kUnits, first)) {
    end = word;
    if (at_or(text, end) == ' ') ++end;
    if (at_or(text, end) == '#') ++end;
    const std::uint32_t name = unit_name_end(text, end);
    return name == end || name == word ? at : name;
  }
  // "2nd Floor", "2º B" (which folding makes "2o B"), "3. OG".
  if (first.empty() || !is_digit(first[0]) || first.size() > 4) return at;
  end = word;
  if (at_or(text, end) == '.') ++end;
  if (at_or(text, end) != ' ') return at;
  const std::uint32_t behind = place_word_end(text, end + 1);
  const std::string_view last = text.substr(end + 1, behind - end - 1);
  const bool lettered = last.size() == 1 && is_upper(last[0]) && !is_digit(first.back());
  return place_word_in(kUnitsBehind, last) || lettered ? behind : at;
}

}  // namespace

void skip_units(std::string_view text, std::uint32_t& at) {
  for (int i = 0; i < 3; ++i) {
    std::uint32_t next = at;
    if (skip_break(text, next) == Break::kNone) return;
    const std::uint32_t end = unit_end(text, next);
    if (end == next) return;
    at = end;
  }
}

std::uint32_t unit_begin(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  if (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0 || text[at - 1] != ',') return begin;
  --at;
  const std::uint32_t name = place_word_begin(text, at);
  if (name == at || unit_name_end(text, name) != at || name == 0 || text[name - 1] != ' ') return begin;
  const std::uint32_t word = place_word_begin(text, name - 1);
  return place_word_in(kUnits, text.substr(word, name - 1 - word)) ? word : begin;
}

}  // namespace privet
