// Names before an honorific, in scripts that are written without spaces:
// "田中さん", "김다라 님", "李小明先生".
#pragma once

#include <string_view>
#include <vector>

#include "detect/names/cue_names.h"

namespace privet {

// Appends what stands before an honorific and looks like a name of its language:
// of Han a known family name first, of Hangul too and three syllables, or
// katakana. Linear; one search a honorific.
void find_honorifics(std::string_view text, NameReader& reader, std::vector<CuedName>& out);

}  // namespace privet
