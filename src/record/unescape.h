// JSON string content to text, with the map back.
//
// "Content" is what stands between the quotes. Every escape becomes one edit,
// so a span of the text that touches part of a `\u00e9` or of a surrogate pair
// leads back to all of it. A lone surrogate, which json.dumps writes and real
// files hold, becomes U+FFFD instead of an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/offset_map.h"

namespace privet {

struct Unescaped {
  bool ok = true;
  std::uint32_t size = 0;    // bytes written
  std::uint32_t edits = 0;   // edits written
  std::uint32_t bad_at = 0;  // !ok: where in the content the bad escape begins
};

// The most edits that unescape() can write for `content`.
[[nodiscard]] std::size_t count_backslashes(std::string_view content);

// Writes the text to `out` (room for content.size() bytes: text is never longer
// than its source) and the edits to `edits` (room for count_backslashes()).
// Fails at an escape that JSON does not know or that is cut off. `content` must
// be valid UTF-8 without raw control characters; then so is the text, but for
// the characters that the escapes name.
[[nodiscard]] Unescaped unescape(std::string_view content, char* out, Edit* edits);

// The same for callers with one string at a time: appends the text to `out` and
// its edits to `map`. False: a bad escape; `map` is untouched, and what was
// appended means nothing.
[[nodiscard]] bool unescape(std::string_view content, std::string& out, OffsetMapBuilder& map);

// Appends the text of content that is known to be good (of a read Record).
void append_unescaped(std::string_view content, std::string& out);

}  // namespace privet
