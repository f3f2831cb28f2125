// Any bytes as a record, of JSON and of text: what the plain reader takes is
// taken and read alike, and what it refuses is refused.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "record/pointer.h"
#include "record/record_reader.h"
#include "support/exact_buffer.h"
#include "support/json_reference.h"

namespace {

using namespace privet;

constexpr std::size_t kShortestListed = 3;

// A letter and another or a digit, as a key or a value, may be a code.
bool is_code(const ReferenceLeaf& leaf) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return (leaf.kind == FieldKind::kString || leaf.kind == FieldKind::kKey) && leaf.text.size() == 2 &&
         letter(leaf.text[0]) && (letter(leaf.text[1]) || digit(leaf.text[1]));
}

void check_leaf(const Record& record, std::uint32_t i, const ReferenceLeaf& leaf) {
  const Field& field = record.fields[i];
  PRIVET_CHECK(field.kind() == leaf.kind && record.text(field).text() == leaf.text);
  PRIVET_CHECK(field.raw.begin == leaf.begin && field.raw.end == leaf.end);
  PRIVET_CHECK(pointer_of(record, FieldIndex{i}) == leaf.pointer);
  const auto escapes = record.escapes(field);
  const Span<FieldSpace> whole = record.text(field).whole();
  if (!whole.empty()) PRIVET_CHECK(escapes.to_source(whole) == field.raw && escapes.to_derived(field.raw) == whole);
  PRIVET_CHECK(field_at(record, field.raw.begin).has_value());
}

void check_json(std::string_view json, RecordReader& reader) {
  const auto expected = ReferenceReader(json).read();
  Record record;
  const Read read = reader.read(RecordFormat::kJson, json, {.every_leaf = true}, record);
  PRIVET_CHECK(read.ok() == expected.has_value());
  PRIVET_CHECK((read.damage == Damage::kInvalidUtf8) == !is_valid_utf8(json));
  if (!read.ok()) {
    PRIVET_CHECK(read.at <= json.size() && record.fields.empty() && record.raw.empty());
    PRIVET_CHECK(reader.read(RecordFormat::kJson, json, {}, record).damage == read.damage);
    return;
  }
  PRIVET_CHECK(record.fields.size() == expected->size());
  std::uint32_t strings = 0;
  for (std::uint32_t i = 0; i < expected->size(); ++i) {
    check_leaf(record, i, (*expected)[i]);
    strings += (*expected)[i].kind == FieldKind::kString ? 1 : 0;
  }
  PRIVET_CHECK(record.strings == strings);

  // Without the small ones: the same, but for them. The id is listed anyhow.
  PRIVET_CHECK(reader.read(RecordFormat::kJson, json, {}, record).ok() && record.strings == strings);
  std::uint32_t i = 0;
  std::int32_t id = -1;
  for (const ReferenceLeaf& leaf : *expected) {
    const bool text = leaf.kind == FieldKind::kString || leaf.kind == FieldKind::kNumber;
    const bool is_id = text && leaf.pointer == "/id" && json[json.find_first_not_of(" \t\r\n")] == '{';
    const bool large = (text || leaf.kind == FieldKind::kKey) && leaf.text.size() >= kShortestListed;
    if (is_id) id = static_cast<std::int32_t>(i);
    if (large || is_code(leaf) || is_id) check_leaf(record, i++, leaf);
  }
  PRIVET_CHECK(i == record.fields.size() && record.id == id);
}

void check_text(std::string_view line, RecordReader& reader) {
  Record record;
  const Read read = reader.read(RecordFormat::kText, line, {.every_leaf = true}, record);
  PRIVET_CHECK(read.ok() == is_valid_utf8(line));
  if (!read.ok()) {
    // Where it says, and not before.
    PRIVET_CHECK(read.damage == Damage::kInvalidUtf8 && read.at < line.size() &&
                 is_valid_utf8(line.substr(0, read.at)));
    return;
  }
  PRIVET_CHECK(record.fields.size() == 1 && record.text(record.fields[0]).text() == line);
  PRIVET_CHECK(record.fields[0].kind() == FieldKind::kString && pointer_of(record, FieldIndex{0}).empty());
  PRIVET_CHECK(record.escapes(record.fields[0]).identity() && record.fields[0].raw == record.raw.whole());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // One reader for all: what a record leaves behind must not reach the next.
  static auto* const reader = new RecordReader;
  const ExactBuffer record({reinterpret_cast<const char*>(data), size});
  check_json(record.text(), *reader);
  check_text(record.text(), *reader);
  return 0;
}
