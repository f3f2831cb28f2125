// Invisible characters that are part of how a word or an emoji is written.
#pragma once

namespace privet {

// Whether the invisible character `c` stays where it stands between `before`,
// marks on that aside, and `after` (0: there is none): a joiner between letters
// of a script that needs it, a joiner, selector or tag inside an emoji. A letter
// and what it composes to with a mark give the same answer, on either side.
[[nodiscard]] bool keeps_invisible(char32_t before, char32_t c, char32_t after);

}  // namespace privet
