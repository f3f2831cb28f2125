#include "record/json_write.h"

#include <cmath>

namespace privet {
namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void escape_one(char c, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out.append("\\\"");
      return;
    case '\\':
      out.append("\\\\");
      return;
    case '\b':
      out.append("\\b");
      return;
    case '\f':
      out.append("\\f");
      return;
    case '\n':
      out.append("\\n");
      return;
    case '\r':
      out.append("\\r");
      return;
    case '\t':
      out.append("\\t");
      return;
    default:
      break;
  }
  const auto code = static_cast<unsigned char>(c);
  out.append("\\u00");
  out.push_back(kHex[code >> 4]);
  out.push_back(kHex[code & 0xF]);
}

}  // namespace

void escape_json(std::string_view text, std::string& out) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_plain(text[i])) continue;
    out.append(text.substr(copied, i - copied));
    escape_one(text[i], out);
    copied = i + 1;
  }
  out.append(text.substr(copied));
}

void JsonWriter::number(double value) {
  PRIVET_CHECK(std::isfinite(value));
  append(value);
}

}  // namespace privet
