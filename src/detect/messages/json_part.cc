#include "detect/messages/json_part.h"

#include <algorithm>
#include <cstdint>

#include "detect/messages/either_of.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::size_t behind_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && kSpaces.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

// An object with a key, or an array that begins with one.
bool begins_value(std::string_view text, std::size_t at) {
  std::size_t next = at;
  if (text[next] == '[') next = behind_spaces(text, next + 1);
  if (at_or(text, next) != '{') return false;
  return at_or(text, behind_spaces(text, next + 1)) == '"';
}

bool is_small(Span<ViewSpace> part) { return part.size() < kLeastJsonPart; }

// Behind the bracket that closes the one at `at`; npos if none does.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (bool in_string = false; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

void find_json_parts(std::string_view text, std::vector<Span<ViewSpace>>& out) {
  const std::size_t known = out.size();
  EitherOf brackets(text, '{', '[');
  for (std::size_t at = brackets.next(0); at != std::string_view::npos;) {
    if (!begins_value(text, at)) {
      at = brackets.next(at + 1);
      continue;
    }
    const std::size_t end = end_of_value(text, at);
    if (end == std::string_view::npos) break;  // nothing that begins behind it is outside of it
    const Span<ViewSpace> part{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const bool follows =
        out.size() > known &&
        text.substr(out.back().end, at - out.back().end).find_first_not_of(", \t\r\n") == std::string_view::npos;
    if (follows) {
      out.back().end = part.end;
    } else {
      if (out.size() > known && is_small(out.back())) out.pop_back();
      if (out.size() - known == kMostJsonParts) return;
      out.push_back(part);
    }
    at = brackets.next(end);
  }
  if (out.size() > known && is_small(out.back())) out.pop_back();
}

bool begins_like_json(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  if (begins_value(text, 0)) return true;
  const std::size_t last = text.find_last_not_of(kSpaces);
  return text[0] == '[' && text[last] == ']';
}

std::string_view first_value(std::string_view part) {
  return part.substr(0, std::min(end_of_value(part, 0), part.size()));
}

}  // namespace privet
