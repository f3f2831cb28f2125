// Does a number stand by itself, or is it a part of something longer?
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace privet {

// False where what touches `span` makes another thing of it: a longer word or
// number, a decimal, a price, a percentage, a time, a GUID, a path, a file's
// name, a link.
[[nodiscard]] bool stands_apart(std::string_view text, Span<ViewSpace> span);

// Whether a word of what is counted follows: "12345678 members", "1234567 T pulses".
[[nodiscard]] bool counts_something(std::string_view text, Span<ViewSpace> span);

// Whether `begin` stands inside a link: digits in its path or query are ids.
[[nodiscard]] bool is_in_link(std::string_view text, std::uint32_t begin);

// Whether the words right before `begin` say what else the number is: of an order,
// an invoice, a part. For writings that would else be reason enough.
[[nodiscard]] bool is_named_otherwise(std::string_view text, std::uint32_t begin);

}  // namespace privet
