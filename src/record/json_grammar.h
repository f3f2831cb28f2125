// The small parts of JSON's grammar (RFC 8259) that are checked byte by byte.
#pragma once

#include <cstddef>
#include <string_view>

namespace privet {

[[nodiscard]] constexpr bool is_json_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// RFC 8259, section 6; any number of digits.
[[nodiscard]] constexpr bool is_json_number(std::string_view text) {
  const auto digits = [&] {
    std::size_t n = 0;
    while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
    text.remove_prefix(n);
    return n;
  };
  if (text.starts_with('-')) text.remove_prefix(1);
  const bool leading_zero = text.starts_with('0');
  const std::size_t whole = digits();
  if (whole == 0 || (leading_zero && whole > 1)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (digits() == 0) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (digits() == 0) return false;
  }
  return text.empty();
}

// Where valid UTF-8 ends: text.size() if all of it is.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text);

// The first raw control character inside a string, or text.size(). For text
// that the tokenizer refused.
[[nodiscard]] std::size_t first_control_in_string(std::string_view text);

}  // namespace privet
