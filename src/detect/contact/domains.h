// Which names are domain names: they end in a known suffix.
//
// A known suffix is a top-level domain of the IANA root zone (data with its
// date: tables/tlds.inc) or a name reserved for examples and tests, which is
// nobody's (RFC 2606, RFC 6761).
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

// In Unicode or punycode form, ASCII letters in either case; no dot.
[[nodiscard]] bool is_top_level_domain(std::string_view label);

// example.com, .net and .org, anything below them, and anything below (or
// named) example, test, invalid or localhost.
[[nodiscard]] bool is_reserved_domain(std::string_view domain);

// Where the longest domain name of two labels or more ends that begins at
// `begin` and has a known suffix; `begin` if there is none. Text that follows
// without a space ends it: a sentence ("example.com.Then"), another script
// ("example.com谢谢"), a hyphen.
//   begin: a beginning of a character in `text`, which is valid UTF-8
[[nodiscard]] std::uint32_t domain_end(std::string_view text, std::uint32_t begin);

// The last label of a domain name.
[[nodiscard]] std::string_view last_label(std::string_view domain);

}  // namespace privet
