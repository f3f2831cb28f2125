// Where numbers and addresses may begin: the gates that need no literal.
//
// A gate is part of a rule's meaning (rule/rule.h), so each is defined here
// exactly; gates_scalar.h holds the same definitions as plain code, and the
// functions below find the same places from character masks, in linear time.
// Everything is in bytes of the text that the masks were computed from, hits
// are appended in rising order, each once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/masks.h"

namespace privet {

// A maximal run of ASCII digits.
struct DigitGroup {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  // One to three separators out of space . - ( ) / and nothing else stand
  // between this group and the one before it.
  bool joined = false;

  friend bool operator==(const DigitGroup&, const DigitGroup&) = default;
};

// Every digit group of the text.
void find_digit_groups(std::string_view text, const MaskWords& masks, std::vector<DigitGroup>& out);

// A maximal run of ASCII letters and digits that holds one of each at least.
struct MixedToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const MixedToken&, const MixedToken&) = default;
};

// Every mixed token of the text. Which of them open a gate their shape decides
// (detect/gate/token_table.h).
void find_mixed_tokens(const MaskWords& masks, std::vector<MixedToken>& out);

// ip4: each begin of a digit group of one to three digits that a dot follows,
// two more such groups and dots, and a digit. (So 1.2.3.4.5 gives two starts,
// and 1234.5.6.7.8 the one at 5.)
void find_ip4_starts(std::string_view text, const MaskWords& masks, std::vector<std::uint32_t>& out);

// ip6: take each maximal run of hexadecimal digits and colons. Where an ASCII
// letter, digit or `_` stands before the run, its first group is the end of a
// word ("IPv6:fe80::1"): drop what comes before its first colon. Then drop the
// first colon if no other follows it ("addr:fe80::1"). If what is left holds
// two colons at most five bytes apart, its begin is a start.
void find_ip6_starts(std::string_view text, const MaskWords& masks, std::vector<std::uint32_t>& out);

// mac: each place with no hexadecimal digit before it, where `hh:hh:`,
// `hh-hh-` or `hhhh.hhhh.` stands, h a hexadecimal digit in either case.
void find_mac_starts(std::string_view text, const MaskWords& masks, std::vector<std::uint32_t>& out);

// clock: each colon with a digit before it and two digits behind it.
void find_clock_times(const MaskWords& masks, std::vector<std::uint32_t>& out);

}  // namespace privet
