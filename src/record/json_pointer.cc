#include "record/json_pointer.h"

#include <charconv>

namespace privet {

Result<JsonPointer> parse_pointer(std::string_view text) {
  JsonPointer pointer;
  if (text.empty()) return pointer;
  if (text.front() != '/') {
    return fail(ErrorCode::kUsage, "'" + std::string(text) + "' is not a JSON Pointer; write it as '/" +
                                       std::string(text) + "', with '/' between the names");
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '/') {
      pointer.segments.emplace_back();
    } else if (text[i] != '~') {
      pointer.segments.back().push_back(text[i]);
    } else if (i + 1 < text.size() && (text[i + 1] == '0' || text[i + 1] == '1')) {
      pointer.segments.back().push_back(text[++i] == '0' ? '~' : '/');
    } else {
      return fail(ErrorCode::kUsage,
                  "'" + std::string(text) + "' is not a JSON Pointer; write '~0' for '~' and '~1' for '/' in a name");
    }
  }
  return pointer;
}

void append_pointer_segment(std::string_view segment, std::string& out) {
  out.push_back('/');
  for (const char c : segment) {
    if (c == '~') {
      out.append("~0");
    } else if (c == '/') {
      out.append("~1");
    } else {
      out.push_back(c);
    }
  }
}

std::optional<std::uint32_t> element_index(std::string_view segment) {
  if (segment.empty() || (segment.size() > 1 && segment.front() == '0')) return std::nullopt;
  std::uint32_t index = 0;
  const auto [end, error] = std::from_chars(segment.data(), segment.data() + segment.size(), index);
  if (error != std::errc{} || end != segment.data() + segment.size()) return std::nullopt;
  return index;
}

}  // namespace privet
