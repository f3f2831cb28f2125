// Tables inside a text: what is the column called that a value stands in?
//
//   name,tax number          The first line names the columns; a value that
//   Jo Rey,12345678Z         fills a cell of a later line stands under one.
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
[[nodiscard]] std::optional<Span<ViewSpace>> column_name(std::string_view text, std::uint32_t at);

}  // namespace privet
