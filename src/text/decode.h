// Escapes written into the text itself: HTML entities, percent and backslash
// escapes.
//
//   jo&#64;example.com   jo%40example.com   jo\u0040example.com
//
// One call undoes one layer. Left alone: what would come out as a control
// character, a lone surrogate, and what is not well formed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/offset_map.h"

namespace privet {

// Writes `text` with its escapes decoded to `out`, and what it did to `edits`
// (both are emptied first). False: there are none from `from` on, where the
// first may stand; then both are empty.
//
// Understood, in all of them hexadecimal digits in either case:
//  - &#64; &#x40; (up to eight digits, the semicolon may be missing; 128 to 159
//    mean what Windows-1252 means by them, as in HTML) and &name; of
//    entities.h;
//  - %40; \x40: a run of these is decoded as a whole if it is valid UTF-8,
//    else only its ASCII bytes are;
//  - \u0040 and pairs of surrogates, \u{40}, \U00000040. One backslash or two:
//    JSON inside JSON doubles them.
[[nodiscard]] bool decode_escapes(std::string_view text, std::size_t from, std::string& out, OffsetMapBuilder& edits);

// Whether an escape may begin with the `&`, `%` or `\` at `at`; cheap, and not
// sure. Where this says no for all of them, decode_escapes() says false.
[[nodiscard]] bool may_begin_escape(std::string_view text, std::size_t at);

}  // namespace privet
