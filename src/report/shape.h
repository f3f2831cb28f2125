// What a report shows in place of a value: its shape.
//
//   jo@example.com       l{2}@l{7}.l{3}
//   +1 415 555 0123      +d d{3} d{3} d{4}
//
// l small letter, u capital, d digit, L any other letter, s anything else.
// Only @ . - _ + ( ) / : and the space stand for themselves. A run of n equal
// classes is written with {n}. No letter or digit of the value survives; at
// most 64 bytes are written, then `~`.
#pragma once

#include <string>
#include <string_view>

namespace privet {

// Appends the shape of valid UTF-8.
void append_shape(std::string_view value, std::string& out);
[[nodiscard]] std::string shape_of(std::string_view value);

}  // namespace privet
