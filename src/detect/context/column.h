// Names that a text itself gives a value: the column of a table, and what it is
// assigned to.
//
//   name,tax number          The first line names the columns; a value that
//   Jo Rey,12345678Z         fills a cell of a later line stands under one.
//
//   TAX_NUMBER="12345678Z"   "taxNumber": "12345678Z"   tax-number: 12345678Z
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace privet {

// The cell of the first line above the cell that begins at `at`, but for spaces
// and quotes. Columns are parted by a comma, semicolon, tab or bar; a comma
// within quotes parts too. Nothing if `at` is not the beginning of a cell, its
// line is the first, the lines differ in what parts them, or a line's beginning
// is more than a kilobyte away.
// Where the text's first line has no such cell, that of the table: the first of the
// lines right above, two kilobytes of them at most, that have as many partings as this one;
// of commas only such as no space follows.
[[nodiscard]] std::optional<Span<ViewSpace>> column_name(std::string_view text, std::uint32_t at);

// The ASCII identifier before `=` or `:` right before `at`, but for spaces and
// quotes: at least two and at most 48 letters, digits, `_`, `-` and dots.
[[nodiscard]] std::optional<Span<ViewSpace>> assigned_name(std::string_view text, std::uint32_t at);

}  // namespace privet
