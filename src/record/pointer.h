// What a field is called: its JSON Pointer (RFC 6901).
//
// A key is named by the pointer of the value it belongs to. Names of keys that
// are not listed as fields are read again from the record's raw bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "record/json_pointer.h"
#include "record/pointer_set.h"  // who names fields also selects them
#include "record/record.h"

namespace privet {

[[nodiscard]] std::string pointer_of(const Record& record, FieldIndex field);

// A member's name: where it stands in the record, or, of CSV, in the header.
struct MemberName {
  Span<RecordSpace> raw;      // between the quotes; empty if the header has it
  std::uint32_t ordinal = 0;  // which member of its object
};

// The name, decoded; borrowed from the record, its header, or from `room`.
[[nodiscard]] std::string_view name_text(const Record& record, const MemberName& name, std::string& room);

// One step of the way: a key's name or an element's index.
struct PointerSegment {
  bool is_name = false;
  std::uint32_t ordinal = 0;      // element, or which member of the object, from 0
  Span<RecordSpace> name;         // a name's raw bytes, as MemberName's
  std::optional<FieldIndex> key;  // the field of that key, if it is listed
};

// The way from the document to the field, outermost first.
void pointer_segments(const Record& record, FieldIndex field, std::vector<PointerSegment>& out);

// Appends the segment as plain text: the name decoded, or the index in decimal.
// (append_pointer_segment makes it a part of a pointer.)
void append_segment_text(const Record& record, const PointerSegment& segment, std::string& out);

// The key that `field` is or belongs to; nothing for an element of an array and
// for the document itself.
[[nodiscard]] std::optional<MemberName> name_of(const Record& record, const Field& field);

// The listed field whose raw bytes begin there.
[[nodiscard]] std::optional<FieldIndex> field_at(const Record& record, std::uint32_t raw_begin);

}  // namespace privet
