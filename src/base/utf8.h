// The few things about UTF-8 that every stage needs. What characters mean is
// text/'s business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace privet {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One code point and the bytes it takes. `text` must be valid UTF-8 and `at`
// the beginning of a character; both are broken invariants otherwise.
struct Decoded {
  char32_t code_point = 0;
  std::uint32_t bytes = 0;
};
[[nodiscard]] inline Decoded decode_utf8(std::string_view text, std::size_t at) {
  const auto b = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
  const std::uint8_t lead = b(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1F) << 6 | (b(1) & 0x3F)), 2};
  if (lead < 0xF0) return {static_cast<char32_t>((lead & 0x0F) << 12 | (b(1) & 0x3F) << 6 | (b(2) & 0x3F)), 3};
  return {static_cast<char32_t>((lead & 0x07) << 18 | (b(1) & 0x3F) << 12 | (b(2) & 0x3F) << 6 | (b(3) & 0x3F)), 4};
}

[[nodiscard]] constexpr bool is_continuation(char c) { return (static_cast<std::uint8_t>(c) & 0xC0) == 0x80; }

// The beginning of the character that ends just before `at` (> 0).
[[nodiscard]] inline std::size_t previous_utf8(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && is_continuation(text[at]));
  return at;
}

// Appends a scalar value (not a surrogate) as one to four bytes.
void append_utf8_long(std::string& out, char32_t code_point);
inline void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
  } else {
    append_utf8_long(out, code_point);
  }
}

// Code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Counts the code points of a text from where it last was, so that a text is
// read about once however many places in it are asked for.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  [[nodiscard]] std::uint32_t before(std::uint32_t at) {
    if (at >= at_) {
      passed_ += between(at_, at);
    } else {
      passed_ -= between(at, at_);
    }
    at_ = at;
    return passed_;
  }

 private:
  [[nodiscard]] std::uint32_t between(std::uint32_t begin, std::uint32_t end) const {
    return static_cast<std::uint32_t>(count_code_points(text_.substr(begin, end - begin)));
  }
  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t passed_ = 0;
};

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

// The text with each byte that is no part of valid UTF-8 written as `\xE9`:
// names of files may hold any, what we write may not.
[[nodiscard]] std::string with_bytes_escaped(std::string_view text);

}  // namespace privet
