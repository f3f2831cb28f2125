// E-mail addresses, plain and spelled out. The validators are declared in
// validators.h: validate_email takes any match that holds an `@`, and
// validate_spelled_email any that holds a spelled `@` or dot.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace privet {

// An address in a text: where it stands and its two halves.
struct Address {
  Span<ViewSpace> span;
  std::string_view local;   // quoted locals with their quotes
  std::string_view domain;  // or an address literal with its brackets
};

// The address around the `@` at `at`, if there is one by shape: a local part
// before it and a domain with a known suffix behind it.
[[nodiscard]] std::optional<Address> address_at(std::string_view text, std::uint32_t at);

// An address as it would be typed: "jo [at] example [dot] com" gives
// "jo@example.com". Anything else is returned as it is.
[[nodiscard]] std::string plain_address(std::string_view value);

}  // namespace privet
