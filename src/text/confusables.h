// Letters of other scripts that look like Latin ones.
#pragma once

namespace privet {

// The ASCII letter that a Cyrillic or Greek (or like) letter is mistaken for;
// 0: none. Only those that look the same in common fonts.
[[nodiscard]] char latin_look_alike(char32_t c);

// Whether `c` is a letter of Latin script, or of Cyrillic, Greek or Armenian,
// which are those it is mixed up with.
[[nodiscard]] bool is_latin_letter(char32_t c);
[[nodiscard]] bool is_look_alike_script(char32_t c);

}  // namespace privet
