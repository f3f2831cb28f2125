#include "base/utf8.h"

#include <algorithm>

namespace privet {

void append_utf8_long(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out.push_back(static_cast<char>(0x80 | ((c >> shift) & 0x3F))); };
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | c >> 12));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0 | c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

bool is_valid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < bytes) return false;
    for (std::size_t i = 1; i < bytes; ++i) {
      if (!is_continuation(text[at + i])) return false;
    }
    const char32_t c = decode_utf8(text, at).code_point;
    if ((bytes == 3 && (c < 0x800 || (c >= 0xD800 && c < 0xE000))) || (bytes == 4 && (c < 0x10000 || c > 0x10FFFF))) {
      return false;
    }
    at += bytes;
  }
  return true;
}

std::string with_bytes_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0x80 ? 2 : 1;
    const std::string_view character = text.substr(at, bytes);
    if (is_valid_utf8(character)) {
      out += character;
      at += character.size();
      continue;
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    out += {'\\', 'x', kHex[lead >> 4], kHex[lead & 15]};
    ++at;
  }
  return out;
}

}  // namespace privet
