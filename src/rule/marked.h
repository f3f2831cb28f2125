// Marked text: expectations inside the text itself, so that nobody counts
// offsets. "write to [[jo@example.com]] now" is a text and one span.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace privet {

struct Marked {
  std::string text;                     // without the brackets
  std::vector<Span<FieldSpace>> spans;  // ascending
};

// Brackets that do not pair are text.
[[nodiscard]] Marked parse_marked(std::string_view marked);

// The inverse, for messages of tests and of `rules check`.
[[nodiscard]] std::string mark(std::string_view text, const std::vector<Span<FieldSpace>>& spans);

}  // namespace privet
