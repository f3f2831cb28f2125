#include "detect/network/network.h"

#include <algorithm>

#include "detect/proof/chars.h"

namespace privet {
namespace {

struct Block4 {
  Ip4 base;
  int bits;
};
constexpr Ip4 ip4(Ip4 a, Ip4 b, Ip4 c, Ip4 d) { return a << 24 | b << 16 | c << 8 | d; }

// IANA IPv4 Special-Purpose Address Registry, and multicast (RFC 5771).
constexpr Block4 kReserved4[] = {
    {ip4(0, 0, 0, 0), 8},       {ip4(10, 0, 0, 0), 8},      {ip4(100, 64, 0, 0), 10},   {ip4(127, 0, 0, 0), 8},
    {ip4(169, 254, 0, 0), 16},  {ip4(172, 16, 0, 0), 12},   {ip4(192, 0, 0, 0), 24},    {ip4(192, 0, 2, 0), 24},
    {ip4(192, 31, 196, 0), 24}, {ip4(192, 52, 193, 0), 24}, {ip4(192, 88, 99, 0), 24},  {ip4(192, 168, 0, 0), 16},
    {ip4(192, 175, 48, 0), 24}, {ip4(198, 18, 0, 0), 15},   {ip4(198, 51, 100, 0), 24}, {ip4(203, 0, 113, 0), 24},
    {ip4(224, 0, 0, 0), 4},     {ip4(240, 0, 0, 0), 4},
};

struct Block6 {
  std::array<std::uint16_t, 4> base;  // the first 64 bits
  int bits;
};
// IANA IPv6 Special-Purpose Address Registry, and multicast (RFC 4291).
constexpr Block6 kReserved6[] = {
    {{0x0064, 0xff9b, 0x0001, 0}, 48},
    {{0x0100, 0, 0, 0}, 64},
    {{0x2001, 0x0db8, 0, 0}, 32},
    {{0x2001, 0, 0, 0}, 32},
    {{0x2001, 0x0002, 0, 0}, 48},
    {{0x2001, 0x0010, 0, 0}, 28},
    {{0x2001, 0x0020, 0, 0}, 28},
    {{0x3fff, 0, 0, 0}, 20},
    {{0x5f00, 0, 0, 0}, 16},
    {{0xfc00, 0, 0, 0}, 7},
    {{0xfe80, 0, 0, 0}, 10},
    {{0xfec0, 0, 0, 0}, 10},
    {{0xff00, 0, 0, 0}, 8},
};

// Appends the 16-bit groups of `text`; the last may be dotted decimal.
bool read_groups(std::string_view text, Ip6& groups, std::size_t& count) {
  while (!text.empty()) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view group = text.substr(0, colon);
    if (group.find('.') != std::string_view::npos) {
      const std::optional<Ip4> tail = parse_ip4(group);
      if (!tail || colon != text.size() || count > 6) return false;
      groups[count++] = static_cast<std::uint16_t>(*tail >> 16);
      groups[count++] = static_cast<std::uint16_t>(*tail & 0xFFFF);
      return true;
    }
    if (group.empty() || group.size() > 4 || count == groups.size()) return false;
    std::uint16_t value = 0;
    for (const char c : group) {
      if (!is_hex(c)) return false;
      const int digit = is_digit(c) ? c - '0' : to_lower(c) - 'a' + 10;
      value = static_cast<std::uint16_t>(value << 4 | digit);
    }
    groups[count++] = value;
    if (colon == text.size()) return true;
    text.remove_prefix(colon + 1);
    if (text.empty()) return false;  // a trailing colon
  }
  return true;
}

}  // namespace

std::optional<Ip4> parse_ip4(std::string_view text) {
  Ip4 out = 0;
  for (int part = 0; part < 4; ++part) {
    std::size_t n = 0;
    Ip4 value = 0;
    while (n < text.size() && n < 4 && is_digit(text[n])) value = value * 10 + static_cast<Ip4>(text[n++] - '0');
    if (n == 0 || n > 3 || value > 255 || (n > 1 && text[0] == '0')) return std::nullopt;
    out = out << 8 | value;
    text.remove_prefix(n);
    if (part == 3) break;
    if (text.empty() || text[0] != '.') return std::nullopt;
    text.remove_prefix(1);
  }
  if (!text.empty()) return std::nullopt;
  return out;
}

std::optional<Ip6> parse_ip6(std::string_view text) {
  if (text.size() < 2 || text.size() > 45) return std::nullopt;
  Ip6 head{}, tail{};
  std::size_t head_count = 0, tail_count = 0;
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    if (!read_groups(text, head, head_count) || head_count != 8) return std::nullopt;
    return head;
  }
  const std::string_view rest = text.substr(gap + 2);
  if (rest.find("::") != std::string_view::npos || rest.starts_with(':')) return std::nullopt;
  const std::string_view front = text.substr(0, gap);
  if (front.find('.') != std::string_view::npos) return std::nullopt;
  if (!read_groups(front, head, head_count) || !read_groups(rest, tail, tail_count)) return std::nullopt;
  if (head_count + tail_count > 7) return std::nullopt;
  std::copy_n(tail.begin(), tail_count, head.end() - static_cast<std::ptrdiff_t>(tail_count));
  return head;
}

bool is_reserved_ip4(Ip4 ip) {
  return std::any_of(std::begin(kReserved4), std::end(kReserved4),
                     [&](const Block4& block) { return (ip ^ block.base) >> (32 - block.bits) == 0; });
}

bool is_reserved_ip6(const Ip6& ip) {
  const bool leading_zeros = std::all_of(ip.begin(), ip.begin() + 5, [](std::uint16_t g) { return g == 0; });
  const Ip4 low = Ip4{ip[6]} << 16 | ip[7];
  if (leading_zeros && ip[5] == 0) return true;  // ::, ::1 and the deprecated ::a.b.c.d
  if ((leading_zeros && ip[5] == 0xFFFF) ||
      (ip[0] == 0x64 && ip[1] == 0xff9b && ip[2] == 0 && ip[3] == 0 && ip[4] == 0 && ip[5] == 0)) {
    return is_reserved_ip4(low);  // mapped and translated addresses are the IPv4 address in them
  }
  const auto first = [](std::uint16_t a, std::uint16_t b, std::uint16_t c, std::uint16_t d) {
    return std::uint64_t{a} << 48 | std::uint64_t{b} << 32 | std::uint64_t{c} << 16 | d;
  };
  const std::uint64_t high = first(ip[0], ip[1], ip[2], ip[3]);
  return std::any_of(std::begin(kReserved6), std::end(kReserved6), [&](const Block6& block) {
    const std::uint64_t base = first(block.base[0], block.base[1], block.base[2], block.base[3]);
    return (high ^ base) >> (64 - block.bits) == 0;
  });
}

}  // namespace privet
