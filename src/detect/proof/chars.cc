#include "detect/proof/chars.h"

#include <algorithm>

#include "text/casefold.h"
#include "text/script.h"

namespace privet {

bool begins_upper(std::string_view word) {
  if (word.empty()) return false;
  if (is_ascii(word[0])) return is_upper(word[0]);
  const char32_t first = decode_utf8(word, 0).code_point;
  return small_letter(first) != first;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

bool ends_with_ignoring_case(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && equal_ignoring_case(text.substr(text.size() - tail.size()), tail);
}

std::string_view trimmed_right(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return trimmed_right(text);
}

void lower_name(std::span<char> utf8) {
  for (char& c : utf8) c = to_lower(c);
  for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
    const auto lead = static_cast<std::uint8_t>(utf8[i]);
    const auto next = static_cast<std::uint8_t>(utf8[i + 1]);
    if (lead == 0xC3 && next >= 0x80 && next <= 0x9E) utf8[i + 1] = static_cast<char>(next + 0x20);
    if ((lead == 0xCE && next >= 0x91 && next <= 0x9F) || (lead == 0xD0 && next >= 0x90 && next <= 0x9F)) {
      utf8[i + 1] = static_cast<char>(next + 0x20);
    }
    if (next >= 0xA0 && ((lead == 0xCE && next <= 0xA9) || (lead == 0xD0 && next <= 0xAF))) {
      utf8[i] = static_cast<char>(lead + 1);
      utf8[i + 1] = static_cast<char>(next - 0x20);
    }
  }
}

bool holds_word(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (equal_ignoring_case(words.substr(0, end), word)) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const auto skip_spaces = [&] {
    for (int i = 0; i < 2 && end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t'); ++i) --end;
  };
  skip_spaces();
  if (end > 0 && (text[end - 1] == ':' || text[end - 1] == '=' || text[end - 1] == '#')) {
    --end;
    skip_spaces();
  }
  std::size_t begin = end;
  while (begin > 0 && end - begin < 32 && is_word(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

Script script_of(char32_t code_point) {
  if (code_point < 0x80) return is_letter(static_cast<char>(code_point)) ? Script::kLatin : Script::kNone;
  if (is_mark(code_point)) return Script::kMark;
  if (!is_word(code_point)) return Script::kNone;
  switch (script_group(code_point)) {
    case ScriptGroup::kLatin:
      return Script::kLatin;
    case ScriptGroup::kCyrillic:
      return Script::kCyrillic;
    case ScriptGroup::kGreek:
      return Script::kGreek;
    case ScriptGroup::kArabic:
      return Script::kArabic;
    case ScriptGroup::kHebrew:
      return Script::kHebrew;
    case ScriptGroup::kDevanagari:
      return Script::kDevanagari;
    case ScriptGroup::kThai:
      return Script::kThai;
    case ScriptGroup::kHan:
    case ScriptGroup::kKana:
      return Script::kHan;
    case ScriptGroup::kHangul:
      return Script::kHangul;
    case ScriptGroup::kOther:
      return Script::kOther;
  }
  return Script::kOther;
}

}  // namespace privet
