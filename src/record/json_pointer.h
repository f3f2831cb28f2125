// JSON Pointer (RFC 6901) as text and as segments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace privet {

// Segments with ~0 and ~1 resolved; none: the whole document.
struct JsonPointer {
  std::vector<std::string> segments;
};

// Fails with a message that names `text` and says what a pointer looks like.
[[nodiscard]] Result<JsonPointer> parse_pointer(std::string_view text);

// Appends "/" and the segment, its ~ and / escaped.
void append_pointer_segment(std::string_view segment, std::string& out);

// The element that a segment names in an array: decimal without leading zeros.
[[nodiscard]] std::optional<std::uint32_t> element_index(std::string_view segment);

}  // namespace privet
