// The definitions of gates.h as plain code: no masks, no bit tricks.
//
// This is what the gates mean. The reference path runs these, and tests hold
// the fast forms against them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/gates.h"

namespace privet::scalar {

void find_digit_groups(std::string_view text, std::vector<DigitGroup>& out);
void find_mixed_tokens(std::string_view text, std::vector<MixedToken>& out);
void find_ip4_starts(std::string_view text, std::vector<std::uint32_t>& out);
void find_ip6_starts(std::string_view text, std::vector<std::uint32_t>& out);
void find_mac_starts(std::string_view text, std::vector<std::uint32_t>& out);
void find_clock_times(std::string_view text, std::vector<std::uint32_t>& out);

}  // namespace privet::scalar
