#include "record/json_grammar.h"

#include "base/utf8.h"
#include "record/json_tokens.h"

namespace privet {

std::size_t valid_utf8_prefix(std::string_view text) {
  if (is_valid_utf8_fast(text)) return text.size();
  // Character by character: damage is rare.
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (!is_valid_utf8(text.substr(at, bytes))) break;
    at += bytes;
  }
  return at;
}

std::size_t first_control_in_string(std::string_view text) {
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      in_string = !in_string;
    } else if (in_string && c == '\\') {
      ++i;
    } else if (in_string && static_cast<unsigned char>(c) < 0x20) {
      return i;
    }
  }
  return text.size();
}

}  // namespace privet
