// What redaction must know of a cell's quotes.
#pragma once

#include <cstdint>

#include "record/record.h"

namespace privet {

// Whether the cell of a row that a field is of begins with a quote.
[[nodiscard]] inline bool is_quoted_cell(const Record& row, const Field& field) {
  return field.raw.begin > 0 && row.raw[field.raw.begin - 1] == '"';
}

inline constexpr std::uint32_t kNoQuote = 0xFFFFFFFF;

// Of a cell with more text behind its closing quote (`"ab"c`): where that quote
// stands among the field's raw bytes. kNoQuote: the cell is no such.
[[nodiscard]] std::uint32_t inner_closing_quote(const Record& row, const Field& field);

[[nodiscard]] inline bool holds(Span<RecordSpace> raw, std::uint32_t at) { return raw.begin <= at && at < raw.end; }

}  // namespace privet
