// Patterns of paths, as .gitignore has them.
//
//   *.md            in whatever folder
//   tests/data      this file or folder, with all that is in it
//   /README.md      here alone
//   corpus/**/a?.*  ** is any number of folders; * and ? stay within one name
//   [a-z] [!a-z]    one of these characters, or none of them; \* is a star
#pragma once

#include <string>
#include <string_view>

namespace privet {

// An RE2 pattern over bytes (Latin-1) that the whole path must match. Paths have
// '/' between names and none in front. Never fails: what is no pattern stands for
// itself.
[[nodiscard]] std::string glob_pattern(std::string_view glob);

}  // namespace privet
