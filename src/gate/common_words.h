// The words that an anchor may hold as they are: function words of the most
// used languages, and the names that members of records usually have.
//
// Frozen with anchor/1 (anchor.h): a word more or less is another anchor for
// every record that has it, and so another version. Nothing here can be part of
// what is looked for. Left out, though as common as the others, are
//   - words that are given or family names too ("will", "can", "ali", "hans");
//   - words for one ("un", "ein", "bir"), since numbers are also spelled out;
//   - single letters, which may be initials or parts of a code.
#pragma once

#include <string_view>

namespace privet {

// `word` as it stands in the text: only small letters are found, so that a name
// or the beginning of a sentence never is.
[[nodiscard]] bool is_common_word(std::string_view word);

// Whether a key may stand in an anchor as it is. `word` is a part of one, as
// anchor.h cuts keys, in small ASCII letters.
[[nodiscard]] bool is_key_word(std::string_view word);

}  // namespace privet
