#include "gate/glob.h"

namespace privet {
namespace {

// A character that is no '/': UTF-8, or whatever byte it is.
constexpr std::string_view kCharacter = R"((?:[\xC2-\xF4][\x80-\xBF]+|[^/]))";

void append_literal(char c, std::string& out) {
  // RE2 takes a backslash before any punctuation for the character itself.
  const auto byte = static_cast<unsigned char>(c);
  const bool is_word = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '_' || byte <= ' ';
  if (!is_word) out.push_back('\\');
  out.push_back(c);
}

// "[a-z]" at `at`: appends it and returns where it ends; `at` if it is none.
std::size_t append_class(std::string_view glob, std::size_t at, std::string& out) {
  std::size_t begin = at + 1;
  const bool inverted = begin < glob.size() && (glob[begin] == '!' || glob[begin] == '^');
  if (inverted) ++begin;
  // A bracket that stands first is a member.
  const std::size_t end = glob.find(']', begin + 1);
  if (end == std::string_view::npos || glob.substr(begin, end - begin).find('/') != std::string_view::npos) return at;
  out += inverted ? "[^/" : "[";
  for (std::size_t i = begin; i < end; ++i) {
    append_literal(glob[i], out);
    // A range that goes backwards is its two ends and the hyphen.
    const bool is_range = i + 2 < end && glob[i + 1] == '-' &&
                          static_cast<unsigned char>(glob[i]) <= static_cast<unsigned char>(glob[i + 2]);
    if (!is_range) continue;
    out.push_back('-');
    append_literal(glob[i + 2], out);
    i += 2;
  }
  out.push_back(']');
  return end + 1;
}

}  // namespace

std::string glob_pattern(std::string_view glob) {
  while (glob.starts_with("./")) glob.remove_prefix(2);
  const bool is_folder = glob.ends_with('/');
  if (is_folder) glob.remove_suffix(1);
  std::string out;
  if (glob.find('/') == std::string_view::npos) out = "(?:.*/)?";
  if (glob.starts_with('/')) glob.remove_prefix(1);
  for (std::size_t at = 0; at < glob.size();) {
    const bool begins_name = at == 0 || glob[at - 1] == '/';
    if (begins_name && glob.substr(at, 3) == "**/") {
      out += "(?:.*/)?";
      at += 3;
    } else if (glob.substr(at, 2) == "**") {
      out += ".*";
      at += 2;
    } else if (glob[at] == '*') {
      out += "[^/]*";
      ++at;
    } else if (glob[at] == '?') {
      out += kCharacter;
      ++at;
    } else if (glob[at] == '\\' && at + 1 < glob.size()) {
      append_literal(glob[at + 1], out);
      at += 2;
    } else {
      const std::size_t end = glob[at] == '[' ? append_class(glob, at, out) : at;
      if (end == at) append_literal(glob[at], out);
      at = end == at ? at + 1 : end;
    }
  }
  // A folder is all that is in it.
  out += is_folder ? "/.*" : "(?:/.*)?";
  return out;
}

}  // namespace privet
