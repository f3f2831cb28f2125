// What validators ask of single characters. What scripts are is text/'s
// knowledge; here are the families that one name is not mixed from.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/utf8.h"

namespace privet {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
[[nodiscard]] constexpr bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
[[nodiscard]] constexpr bool is_word(char c) { return is_alnum(c) || c == '_'; }
[[nodiscard]] constexpr bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
[[nodiscard]] constexpr bool is_ascii(char c) { return static_cast<std::uint8_t>(c) < 0x80; }
// The first byte of a letter of Chinese, Japanese or Korean, or of what has as many bytes.
[[nodiscard]] constexpr bool begins_cjk(char c) { return static_cast<std::uint8_t>(c) >= 0xE3; }
[[nodiscard]] constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
[[nodiscard]] constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
[[nodiscard]] constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }

// The byte at `at`, or `otherwise` outside the text.
[[nodiscard]] constexpr char at_or(std::string_view text, std::size_t at, char otherwise = '\0') {
  return at < text.size() ? text[at] : otherwise;
}
// The byte before `at`, or `otherwise` at the beginning.
[[nodiscard]] constexpr char before_or(std::string_view text, std::size_t at, char otherwise = '\0') {
  return at > 0 ? text[at - 1] : otherwise;
}

// Of any script that has capitals.
[[nodiscard]] bool begins_upper(std::string_view word);

[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);  // ASCII
[[nodiscard]] bool ends_with_ignoring_case(std::string_view text, std::string_view tail);
[[nodiscard]] std::string_view trimmed_right(std::string_view text);  // spaces off the end
[[nodiscard]] std::string_view trimmed(std::string_view text);        // and off the beginning

// ASCII, Latin-1, Greek and Cyrillic capitals to small letters, in place: enough
// for names of countries and frequent words, and never another length.
void lower_name(std::span<char> utf8);

// True if `words` ("alpha beta gamma", lower case) holds `word` in any ASCII case.
[[nodiscard]] bool holds_word(std::string_view words, std::string_view word);

// The ASCII word that ends at `at`, or before it with one `: = #` and a few
// spaces between.
[[nodiscard]] std::string_view word_before(std::string_view text, std::size_t at);

// Families of scripts that one name is not mixed from.
enum class Script : std::uint8_t {
  kNone,
  kMark,
  kLatin,
  kGreek,
  kCyrillic,
  kArabic,
  kHebrew,
  kDevanagari,
  kHan,
  kHangul,
  kThai,
  kOther
};

// kNone for what is no letter (digits, punctuation, symbols); kMark for
// combining marks, which belong to any script.
[[nodiscard]] Script script_of(char32_t code_point);

// Written without spaces between words, or, as Hangul, with particles glued to
// foreign words: a name in Latin letters ends where these begin.
[[nodiscard]] constexpr bool is_glued(Script script) {
  return script == Script::kHan || script == Script::kHangul || script == Script::kThai;
}

}  // namespace privet
