// RecordReader's part for rows of CSV: an object of strings whose names stand
// in the header, or, of the header itself, of keys without values.
#include <algorithm>

#include "record/csv_cell.h"
#include "record/csv_header.h"
#include "record/record_reader.h"

namespace privet {

Read RecordReader::read_row(const RecordForm& form) {
  if (!is_valid_utf8_fast(raw_)) return {Damage::kInvalidUtf8, 0};  // damaged() says where
  const CsvHeader& header = *form.header;
  const bool keys = form.format == RecordFormat::kCsvHeader;
  std::optional<std::uint32_t> id;
  if (!keys && options_->id_field && options_->id_field->segments.size() == 1) {
    id = header.column_of(options_->id_field->segments.front());
  }
  JsonNode row;
  row.is_object = true;
  containers_.push(row);
  const auto size = static_cast<std::uint32_t>(raw_.size());
  for (std::uint32_t at = 0, column = 0; at <= size; ++column) {
    const CsvCell cell = csv_cell_at(raw_, at, header.delimiter());
    if (!cell.is_closed()) return {Damage::kNotCsv, cell.begin};
    at = cell.end + 1;
    Field field;
    field.raw = cell.content();
    field.container = 0;
    field.ordinal = column & 0x0FFFFFFF;
    field.kind_bits = static_cast<std::uint32_t>(keys ? FieldKind::kKey : FieldKind::kString) & 0xF;
    // An empty cell that no header names is no field: a line of commas must
    // not make many of few bytes.
    if (field.raw.empty() && column >= header.size()) continue;
    field.size = field.raw.size();
    if (cell.edits() != 0) unquote_cell(cell, field);
    if (!keys) ++strings_;
    list(field, id == column);
  }
  return {};
}

void RecordReader::unquote_cell(const CsvCell& cell, Field& field) {
  make_room_for_text();
  take_text(unquote(raw_, cell, decoded_.get() + decoded_size_, edits_.room(cell.edits())), field);
}

}  // namespace privet
