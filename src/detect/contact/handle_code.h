// Whether an `@name` stands in a program rather than in running text.
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

// True for annotations, decorators, at-rules, doc tags and variables, told by
// what stands around the name: what follows it, a keyword before it, the
// comment it opens, the look of its line. Looks a bounded way to both sides.
//   begin, end: of the `@` and behind the name
[[nodiscard]] bool is_in_program(std::string_view text, std::uint32_t begin, std::uint32_t end);

// True if a good part of the lines near by are a program's: a mention there is
// a comment at best. Bounded as well.
[[nodiscard]] bool is_among_code(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace privet
