#include "report/shape.h"

#include <charconv>

#include "base/utf8.h"

namespace privet {
namespace {

constexpr std::size_t kMostBytes = 64;

char class_of(char32_t c) {
  if (c >= 'a' && c <= 'z') return 'l';
  if (c >= 'A' && c <= 'Z') return 'u';
  if (c >= '0' && c <= '9') return 'd';
  if (c >= 0x80) return 'L';
  return std::string_view("@.-_+()/: ").find(static_cast<char>(c)) == std::string_view::npos ? 's'
                                                                                             : static_cast<char>(c);
}

}  // namespace

void append_shape(std::string_view value, std::string& out) {
  const std::size_t begin = out.size();
  for (std::size_t at = 0; at < value.size();) {
    const char kind = class_of(decode_utf8(value, at).code_point);
    std::size_t run = 0;
    while (at < value.size()) {
      const Decoded next = decode_utf8(value, at);
      if (class_of(next.code_point) != kind) break;
      at += next.bytes;
      ++run;
    }
    char digits[24];
    const auto end = run > 1 ? std::to_chars(digits, digits + sizeof digits, run).ptr : digits;
    const std::size_t size = run > 1 ? 3 + static_cast<std::size_t>(end - digits) : 1;
    if (out.size() - begin + size > kMostBytes) {
      out.push_back('~');
      return;
    }
    out.push_back(kind);
    if (run > 1) out.append("{").append(digits, end).append("}");
  }
}

std::string shape_of(std::string_view value) {
  std::string out;
  append_shape(value, out);
  return out;
}

}  // namespace privet
