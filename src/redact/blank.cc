#include "redact/blank.h"

#include "redact/placeholder.h"

namespace privet {

bool is_blanked(const Record& record, FieldIndex field) {
  return record.field(field).kind() == FieldKind::kString && static_cast<std::int32_t>(index(field)) != record.id;
}

void blank_strings(const Record& record, std::string& out) {
  const std::string_view raw = record.raw.text();
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    if (!is_blanked(record, FieldIndex{i})) continue;
    const Span<RecordSpace> place = record.fields[i].raw;
    out.append(raw, at, place.begin - at);
    out += kBlankedText;
    at = place.end;
  }
  out.append(raw, at);
}

}  // namespace privet
