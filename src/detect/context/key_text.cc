#include "detect/context/key_text.h"

#include "record/pointer.h"

namespace privet {

std::string_view key_text(const Record& record, FieldIndex at, std::string& room) {
  const Field& field = record.field(at);
  if (is_key(field.kind())) return {};
  std::optional<Span<RecordSpace>> name = name_of(record, field);
  for (std::uint32_t c = field.container; !name && c != kNoContainer; c = record.containers[c].parent) {
    const JsonNode& node = record.containers[c];
    if (node.parent != kNoContainer && record.containers[node.parent].is_object) name = node.name;
    if (node.is_object) break;
  }
  if (!name) return {};
  const std::string_view raw = record.raw.slice(*name);
  if (raw.find('\\') == std::string_view::npos) return raw;
  room.clear();
  append_segment_text(record, {.is_name = true, .name = *name, .key = {}}, room);
  return room;
}

}  // namespace privet
