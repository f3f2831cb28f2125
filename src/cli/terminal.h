// What may be written to a stream. Each is judged by itself: stdout may be a
// file while stderr is a terminal, and the other way round.
#pragma once

#include <string>
#include <string_view>

namespace privet {

[[nodiscard]] bool is_terminal(int stream);

// A terminal whose lines can be written over; with TERM=dumb, or none, it is not.
[[nodiscard]] bool can_redraw(int stream);

//   when: as --color has it. auto: on a terminal that is not dumb, unless
//         NO_COLOR is set to something (no-color.org)
[[nodiscard]] bool may_color(std::string_view when, int stream);

// In bold if `color`.
[[nodiscard]] std::string emphasised(std::string_view text, bool color);

}  // namespace privet
