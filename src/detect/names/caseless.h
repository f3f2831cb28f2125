// Finds persons' names in scripts without capitals: Han and kana, Hangul,
// Arabic, Hebrew, Devanagari.
//
// By rules and lists, precision first. A name needs a cue (a title, honorific
// or role beside it, a label, a speaker's place at the beginning of a line, a
// salutation, a verb of saying) or has to be a match of two parts from lists,
// with boundaries that make it a word of its own. A family name that is an
// ordinary word too never counts alone.
#pragma once

#include <vector>

#include "base/span.h"

namespace privet {

struct CaselessName {
  Span<ViewSpace> span;  // the name only: no title, honorific or particle
  float score = 0;
};

inline constexpr float kCueAndList = 0.9F;
inline constexpr float kCueAndForm = 0.8F;  // the cue alone, and the right form
inline constexpr float kListsAlone = 0.75F;

// Appends the names in `text` (valid UTF-8, folded), in order, none overlapping
// another. Linear; text without such scripts costs one pass over its bytes.
void find_caseless_names(Bytes<ViewSpace> text, std::vector<CaselessName>& out);

}  // namespace privet
