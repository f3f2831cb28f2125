// The cells of one row of CSV (RFC 4180, section 2, and what real files do).
//
//   Jo,"a ""b"", c",12"x,"d"e
//   cell, quoted cell (a "b", c), cell with a plain quote, quoted cell (de)
//
// A quote opens a cell only as its first byte; in it `""` stands for one. What
// follows a closing quote belongs to the cell as it is, quotes included.
#pragma once

#include <cstdint>
#include <string_view>

#include "record/record.h"
#include "record/unescape.h"

namespace privet {

struct CsvCell {
  std::uint32_t begin = 0;  // with its quotes
  std::uint32_t end = 0;
  std::uint32_t close = 0;    // of a quoted cell: its closing quote; `end` if there is none
  std::uint32_t doubled = 0;  // pairs of quotes that stand for one
  bool quoted = false;

  [[nodiscard]] bool is_closed() const { return !quoted || close != end; }
  // Whether anything stands behind the closing quote.
  [[nodiscard]] bool has_tail() const { return quoted && close + 1 < end; }
  // The cell's text is made of these bytes, and is them if no quote is among
  // those that go.
  [[nodiscard]] Span<RecordSpace> content() const {
    if (!quoted) return {begin, end};
    return {begin + 1, has_tail() ? end : close};
  }
  // How many edits lead from the content to the text.
  [[nodiscard]] std::uint32_t edits() const { return doubled + (has_tail() ? 1 : 0); }
};

// The cell that begins at `at` (<= row.size()); the next one begins at its end
// + 1, if that is in the row or just behind it.
//   delimiter: '\0' for none: the row is one cell
[[nodiscard]] CsvCell csv_cell_at(std::string_view row, std::uint32_t at, char delimiter);

// The text of a closed cell: to `out` (room for its content's size) and its
// edits to `edits` (room for edits()).
Unescaped unquote(std::string_view row, const CsvCell& cell, char* out, Edit* edits);

}  // namespace privet
