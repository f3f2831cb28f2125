// The Unicode part of folding: compatibility forms, dashes, spaces, digits,
// invisible characters, and marks that hide ASCII.
//
// Only clusters are touched: a flagged character, the character it may combine
// with, and what may combine with it. A cluster is at most 32 characters, each
// counted as what it decomposes to; marks and invisible characters past that are
// dropped, which bounds the work and the edits whatever the input.
//
// Folded text folds to itself: whether a joiner stays depends only on what
// composing, reordering and dropping marks leave as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"

namespace privet {

// Folds `text` (valid UTF-8) into `out`, and says in `edits` what it did (both
// are emptied first). Nothing before `from` begins a cluster. `stops` receives
// the offsets in the folded text of ideographic full stops, and `non_ascii` is
// set if there is any character above U+007F from `from` on. False: nothing
// changed; then `out` and `edits` are empty, and `stops` are offsets in `text`.
bool fold_unicode(std::string_view text, std::size_t from, std::string& out, OffsetMapBuilder& edits,
                  std::vector<std::uint32_t>& stops, bool& non_ascii);

}  // namespace privet
