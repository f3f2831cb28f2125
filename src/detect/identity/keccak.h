// Keccak-256 as it was submitted to NIST: SHA3-256 with another padding. What
// Ethereum and Monero check their addresses with.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace privet {

[[nodiscard]] std::array<std::uint8_t, 32> keccak_256(std::string_view bytes);

}  // namespace privet
