#include "rule/pattern_alternatives.h"

#include <optional>

namespace privet {
namespace {

// Behind the part that begins at `at`: a class, a group, an escape or one byte;
// npos if it has no end.
std::size_t part_end(std::string_view text, std::size_t at) {
  const auto class_end = [&](std::size_t begin) {
    std::size_t i = begin + 1;
    if (i < text.size() && text[i] == '^') ++i;
    for (bool first = true; i < text.size(); ++i, first = false) {
      if (text[i] == ']' && !first) return i + 1;
      if (text[i] == '\\') ++i;
      if (text.substr(i, 2) == "[:") return std::string_view::npos;
    }
    return std::string_view::npos;
  };
  std::size_t depth = 0;
  do {
    if (at >= text.size()) return std::string_view::npos;
    const char c = text[at];
    if (c == '[') {
      at = class_end(at);
      continue;
    }
    if (c == ')' && depth == 0) return std::string_view::npos;
    if (c == '(') ++depth;
    if (c == ')') --depth;
    at += c == '\\' ? 2 : 1;
  } while (depth > 0);
  return at;
}

// "(?i)": holds for the rest of its group, the alternatives behind it included.
bool is_flags(std::string_view part) {
  return part.starts_with("(?") && part.find_first_not_of("imsU-", 2) == part.size() - 1;
}

// Of a text that is one group and nothing else, what stands in it.
std::optional<std::string_view> inside(std::string_view text) {
  if (!text.starts_with("(?:") || part_end(text, 0) != text.size()) return {};
  return text.substr(3, text.size() - 4);
}

}  // namespace

std::vector<std::string> alternatives_of(std::string_view pattern) {
  const std::vector<std::string> whole = {std::string(pattern)};
  // Quoted text, and names, of which each may stand but once.
  if (pattern.find("\\Q") != std::string_view::npos || pattern.find("(?P<") != std::string_view::npos) return whole;
  std::string flags;
  std::string_view rest = pattern;
  for (;;) {
    const std::size_t end = rest.empty() ? std::string_view::npos : part_end(rest, 0);
    if (end != std::string_view::npos && is_flags(rest.substr(0, end))) {
      flags += rest.substr(0, end);
      rest.remove_prefix(end);
    } else if (const auto group = inside(rest)) {
      rest = *group;
    } else {
      break;
    }
  }
  std::vector<std::string> out = {flags};
  for (std::size_t at = 0; at < rest.size();) {
    if (rest[at] == '|') {
      out.push_back(flags);
      ++at;
      continue;
    }
    const std::size_t end = part_end(rest, at);
    if (end == std::string_view::npos || end > rest.size()) return whole;
    const std::string_view part = rest.substr(at, end - at);
    if (is_flags(part)) flags += part;
    out.back() += part;
    at = end;
  }
  return out.size() > 1 ? out : whole;
}

}  // namespace privet
