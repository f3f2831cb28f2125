// One record, taken apart: its fields, where they stand in its raw bytes, and
// how to name them.
//
// A Record borrows everything: the raw bytes from the batch, the rest from the
// RecordReader that made it. It is valid until that reader's next record.
// Strings and numbers of fewer than three bytes are not listed, but for keys
// and values of a letter and another or a digit (codes such as "de" and "t4"),
// unless ReadOptions::every_leaf asks for it: nothing that is looked for fits
// into them, and an array of a million small numbers would be all bookkeeping.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/ids.h"
#include "base/offset_map.h"
#include "base/span.h"

namespace privet {

enum class FieldKind : std::uint8_t { kString, kNumber, kBoolean, kNull, kKey };

// `value` or `key`, as findings say it.
[[nodiscard]] constexpr bool is_key(FieldKind kind) { return kind == FieldKind::kKey; }

inline constexpr std::uint32_t kNoContainer = 0xFFFFFFFF;

class CsvHeader;

// One string, number or key. 32 bytes, since a record may hold millions.
struct Field {
  Span<RecordSpace> raw;      // between the quotes, or the whole number or line of text
  std::uint32_t decoded = 0;  // offset of the text in Record::decoded, if edit_count != 0
  std::uint32_t size = 0;     // bytes of the decoded text
  std::uint32_t edit_begin = 0;
  std::uint32_t edit_count = 0;            // 0: the text is the raw bytes
  std::uint32_t container = kNoContainer;  // index of its JsonNode; a key belongs to its object
  std::uint32_t ordinal : 28 = 0;          // which member or element of the container it is (is the key of), from 0
  std::uint32_t kind_bits : 4 = 0;

  [[nodiscard]] FieldKind kind() const { return static_cast<FieldKind>(kind_bits); }
};
static_assert(sizeof(Field) <= 32);

// An object or array. Parents stand before their children. 16 bytes, since
// three bytes of input make one.
struct JsonNode {
  std::uint32_t parent = kNoContainer;
  std::uint32_t ordinal : 31 = 0;  // in the parent, from 0
  bool is_object : 1 = false;
  Span<RecordSpace> name;  // raw bytes of its key between the quotes, if the parent is an object
};
static_assert(sizeof(JsonNode) == 16);

struct Record {
  Bytes<RecordSpace> raw;
  std::span<const Field> fields;  // document order; a key stands before its value
  std::span<const JsonNode> containers;
  std::span<const Edit> edits;
  std::string_view decoded;
  std::uint32_t strings = 0;  // string leaves in the record, listed or not
  std::int32_t id = -1;       // the field that --id-field names, or -1
  // Of a row of CSV or of the header itself, else null: one object, whose names
  // are the header's, by column.
  const CsvHeader* header = nullptr;

  [[nodiscard]] Bytes<FieldSpace> text(const Field& field) const {
    return Bytes<FieldSpace>(field.edit_count == 0 ? raw.text().substr(field.raw.begin, field.size)
                                                   : decoded.substr(field.decoded, field.size));
  }
  [[nodiscard]] OffsetMap<RecordSpace, FieldSpace> escapes(const Field& field) const {
    return {field.raw.begin, edits.subspan(field.edit_begin, field.edit_count)};
  }
  [[nodiscard]] const Field& field(FieldIndex i) const { return fields[index(i)]; }
};

}  // namespace privet
