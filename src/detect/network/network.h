// Addresses of machines: reading IPv4 and IPv6, and which of them the IANA
// special-purpose registries take out of the public network.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace privet {

using Ip4 = std::uint32_t;  // most significant byte first
using Ip6 = std::array<std::uint16_t, 8>;

// Four decimal numbers to 255 without leading zeros, and nothing else.
[[nodiscard]] std::optional<Ip4> parse_ip4(std::string_view text);

// Every text form of RFC 4291 2.2, without zone or prefix length.
[[nodiscard]] std::optional<Ip6> parse_ip6(std::string_view text);

// Nobody's public address: loopback, private, link-local, documentation,
// shared, multicast, reserved (IANA IPv4 and IPv6 Special-Purpose Address
// Registries, RFC 6890, RFC 5737, RFC 3849, RFC 9637).
[[nodiscard]] bool is_reserved_ip4(Ip4 ip);
[[nodiscard]] bool is_reserved_ip6(const Ip6& ip);

}  // namespace privet
