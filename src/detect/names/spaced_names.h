// Names in a script that puts spaces between words, by its lists of words.
#pragma once

#include <vector>

#include "detect/names/caseless_line.h"
#include "detect/names/spaced_words.h"

namespace privet {

// Appends the names of the line; says whether it takes leave.
bool find_spaced_names(const SpacedScript& script, const CaselessLine& line, std::vector<CaselessName>& out);

}  // namespace privet
