// Records for tests of the stages behind the reader, from JSON written in the
// test, without that reader.
//
//   TestRecord r = json_record(R"({"to": "jo@example.com", "n": 12345})");
//   Finding f = r.find("jo@example.com", EntityIndex{0});
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "record/record.h"
#include "resolve/finding.h"

namespace privet {

// Owns what its Record borrows. Movable; every leaf and key is listed.
struct TestRecord {
  std::string raw;
  std::string decoded;
  std::vector<Field> fields;
  std::vector<JsonNode> containers;
  std::vector<Edit> edits;

  [[nodiscard]] Record record() const;

  // The `nth` place (from 0, over all fields) where a decoded text holds
  // `value`, with all its spans; the view is the field's text. Aborts if there
  // is none.
  [[nodiscard]] Finding find(std::string_view value, EntityIndex entity, Action action = Action::kReplace,
                             std::size_t nth = 0) const;
  // The finding of these bytes of a field's text.
  [[nodiscard]] Finding at(FieldIndex field, Span<FieldSpace> bytes, EntityIndex entity,
                           Action action = Action::kReplace) const;
};

// Well-formed JSON only; a broken one aborts.
[[nodiscard]] TestRecord json_record(std::string_view json);
// One line of a text container: one field, no escapes.
[[nodiscard]] TestRecord text_record(std::string_view line);

}  // namespace privet
