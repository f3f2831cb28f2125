#include "record/member_value.h"

#include <cstddef>

#include "record/json_grammar.h"

namespace privet {
namespace {

// The record has been read, so all that is asked here is where things end.
std::size_t string_end(std::string_view raw, std::size_t at) {
  for (++at; raw[at] != '"'; ++at) {
    if (raw[at] == '\\') ++at;
  }
  return at + 1;
}

std::size_t value_end(std::string_view raw, std::size_t at) {
  std::size_t depth = 0;
  do {
    const char c = raw[at];
    if (c == '"') {
      at = string_end(raw, at);
    } else if (depth == 0 && c != '{' && c != '[') {
      return raw.find_first_of(", \t\r\n}", at);
    } else {
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++at;
    }
  } while (depth > 0);
  return at;
}

}  // namespace

std::optional<FieldIndex> outermost_key(const Record& record, std::string_view name) {
  if (record.containers.empty() || !record.containers[0].is_object) return {};
  std::optional<FieldIndex> last;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    if (field.container == 0 && is_key(field.kind()) && field.size == name.size() && record.text(field).text() == name)
      last = FieldIndex{i};
  }
  return last;
}

Span<RecordSpace> member_value(const Record& record, FieldIndex key) {
  const std::string_view raw = record.raw.text();
  std::size_t at = raw.find(':', record.field(key).raw.end) + 1;
  while (is_json_space(raw[at])) ++at;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(value_end(raw, at))};
}

}  // namespace privet
