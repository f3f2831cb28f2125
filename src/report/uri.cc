#include "report/uri.h"

#include <algorithm>

namespace privet {
namespace {

// Not isalnum: that asks the locale.
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

void append_uri(std::string_view path, std::string& out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  if (path.substr(0, 1) == "/") out += "file://";
  while (path.substr(0, 2) == "./") {
    path.remove_prefix(2);
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  }
  char before = 0;
  for (const char c : path) {
    if (c == '/' && before == '/') continue;
    before = c;
    if (is_plain(c)) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 0xF]);
  }
}

}  // namespace privet
