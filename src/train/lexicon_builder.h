// Reads the word list of the lexicon and lays it out as the model holds it.
//
// A line a word: the word (case folded), its grades as given name, family name
// and plain word (0 to 3 each), the name of its part ("title", or "-"), and its
// lean (NameLean), with tabs between.
#pragma once

#include <string>

#include "base/result.h"

namespace privet {

// Fails on a line that is not as above, and if the list is longer than a table
// of at most `most_bytes` holds well.
Result<std::string> build_lexicon(const std::string& path, std::size_t most_bytes);

}  // namespace privet
