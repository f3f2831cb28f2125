// JSON that stands in a text of another kind: a chat's export in an article, in
// a prompt, in a code fence.
//
//   here is the raw export: {"type":"personal_chat","messages":[...]} and so on
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace privet {

inline constexpr std::size_t kMostJsonParts = 4;
inline constexpr std::size_t kLeastJsonPart = 40;  // bytes

// The objects and arrays of objects in `text`, in order, as far as brackets
// balance; those with nothing but commas and spaces between them are one. At
// most kMostJsonParts, none shorter than kLeastJsonPart. Whether they are valid
// is for a parser to say. Linear.
void find_json_parts(std::string_view text, std::vector<Span<ViewSpace>>& out);

// Whether a text that begins with a bracket may be JSON, or an object or array
// of objects with something behind it: not `[14:05] Ida`, nor `{{template}}`.
[[nodiscard]] bool begins_like_json(std::string_view text);

// The first object or array of a part: what a parser can read.
[[nodiscard]] std::string_view first_value(std::string_view part);

}  // namespace privet
