// Bytes written in 58 letters and digits: no 0, O, I and l, which look like
// others.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace privet {

inline constexpr std::string_view kBitcoinAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
inline constexpr std::string_view kRippleAlphabet = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

// The number that `text` writes, as bytes, the highest first, with a zero byte
// for each leading zero. Empty if a character is not in the alphabet. The time
// grows with the square of the length: for addresses, at most 100 characters.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> decode_base58(std::string_view text, std::string_view alphabet);

// The same without the last four bytes, if these begin the double SHA-256 of
// the others (Bitcoin's Base58Check).
[[nodiscard]] std::optional<std::vector<std::uint8_t>> decode_base58_check(std::string_view text,
                                                                           std::string_view alphabet);

// Monero's: blocks of eleven characters are eight bytes each, a last one of
// seven is five.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> decode_base58_blocks(std::string_view text);

}  // namespace privet
