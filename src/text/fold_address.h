// The part of folding that looks at a neighbourhood: what surrounds an `@`.
//
// Cyrillic and Greek letters are letters of their languages nearly everywhere,
// and an ideographic full stop ends sentences; only in an address are they a
// spelling of Latin letters and of `.`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/offset_map.h"

namespace privet {

// Folds the addresses in `text`, which the other steps of folding have been
// through, into `out`, and says in `edits` what it did (both are emptied
// first). `stops` are the offsets of ideographic full stops. False: nothing
// changed; then both are empty.
//
//  - The run of word characters and . _ % + - on either side of an `@` is an
//    address; a token of it (letters, digits, marks) that holds both Latin
//    letters and Cyrillic, Greek or Armenian ones has their look-alikes
//    replaced, together with marks on them. A token of one script stays.
//  - A full stop becomes `.` between ASCII letters or digits (look-alikes
//    count), or after a letter of another script if a letter or digit follows
//    and the run leads back to an `@` within 128 characters.
bool fold_addresses(std::string_view text, std::span<const std::uint32_t> stops, std::string& out,
                    OffsetMapBuilder& edits);

}  // namespace privet
