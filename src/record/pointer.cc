#include "record/pointer.h"

#include <algorithm>

#include "record/csv_header.h"
#include "record/json_grammar.h"
#include "record/unescape.h"

namespace privet {
namespace {

// The key before the value that begins at `at`: back over the colon and white
// space to the closing quote, then to the opening one, which no odd run of
// backslashes precedes. The record is known to be good JSON.
Span<RecordSpace> key_before(std::string_view raw, std::uint32_t at) {
  const auto skip_space = [&] {
    while (is_json_space(raw[at - 1])) --at;
  };
  skip_space();
  assert(raw[at - 1] == ':');
  --at;
  skip_space();
  assert(raw[at - 1] == '"');
  const std::uint32_t end = at - 1;
  std::size_t quote = end;
  for (;;) {
    quote = raw.rfind('"', quote - 1);
    std::size_t run = quote;
    while (run > 0 && raw[run - 1] == '\\') --run;
    if ((quote - run) % 2 == 0) break;
  }
  return {static_cast<std::uint32_t>(quote) + 1, end};
}

bool is_member(const Record& record, const Field& field) {
  return field.container != kNoContainer && record.containers[field.container].is_object;
}

}  // namespace

std::optional<MemberName> name_of(const Record& record, const Field& field) {
  if (field.kind() == FieldKind::kKey) return MemberName{field.raw, field.ordinal};
  if (record.header != nullptr) return MemberName{{}, field.ordinal};
  if (!is_member(record, field)) return std::nullopt;
  const std::uint32_t quote = field.kind() == FieldKind::kString ? 1 : 0;
  return MemberName{key_before(record.raw.text(), field.raw.begin - quote), field.ordinal};
}

std::string_view name_text(const Record& record, const MemberName& name, std::string& room) {
  if (record.header != nullptr) return record.header->name(name.ordinal, room);
  const std::string_view raw = record.raw.slice(name.raw);
  if (raw.find('\\') == std::string_view::npos) return raw;
  room.clear();
  append_unescaped(raw, room);
  return room;
}

std::optional<FieldIndex> field_at(const Record& record, std::uint32_t raw_begin) {
  const auto it = std::lower_bound(record.fields.begin(), record.fields.end(), raw_begin,
                                   [](const Field& f, std::uint32_t v) { return f.raw.begin < v; });
  if (it == record.fields.end() || it->raw.begin != raw_begin) return std::nullopt;
  return FieldIndex{static_cast<std::uint32_t>(it - record.fields.begin())};
}

void pointer_segments(const Record& record, FieldIndex index, std::vector<PointerSegment>& out) {
  out.clear();
  const auto add = [&](std::uint32_t ordinal, std::optional<MemberName> name) {
    PointerSegment& segment = out.emplace_back();
    segment.ordinal = ordinal;
    segment.is_name = name.has_value();
    if (!name) return;
    segment.name = name->raw;
    if (record.header == nullptr || is_key(record.field(index).kind())) segment.key = field_at(record, name->raw.begin);
  };
  const Field& field = record.field(index);
  if (field.container == kNoContainer) return;
  add(field.ordinal, name_of(record, field));
  for (std::uint32_t at = field.container; record.containers[at].parent != kNoContainer;) {
    const JsonNode& node = record.containers[at];
    at = node.parent;
    add(node.ordinal,
        record.containers[at].is_object ? std::optional(MemberName{node.name, node.ordinal}) : std::nullopt);
  }
  std::reverse(out.begin(), out.end());
}

void append_segment_text(const Record& record, const PointerSegment& segment, std::string& out) {
  if (segment.is_name) {
    std::string room;
    out.append(name_text(record, {segment.name, segment.ordinal}, room));
  } else {
    out.append(std::to_string(segment.ordinal));
  }
}

std::string pointer_of(const Record& record, FieldIndex field) {
  std::vector<PointerSegment> segments;
  pointer_segments(record, field, segments);
  std::string pointer;
  std::string text;
  for (const PointerSegment& segment : segments) {
    text.clear();
    append_segment_text(record, segment, text);
    append_pointer_segment(text, pointer);
  }
  return pointer;
}

}  // namespace privet
