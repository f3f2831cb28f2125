// IPv6 addresses in text, and the scopes, times, fingerprints and hardware
// addresses that look like them.
#include <algorithm>
#include <string_view>

#include "detect/network/network.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// Every group of two digits: a fingerprint or a long hardware address.
bool is_all_pairs(std::string_view text) {
  std::size_t run = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ':') {
      ++run;
      continue;
    }
    if (run != 2) return false;
    run = 0;
  }
  return true;
}

std::size_t longest_group(std::string_view text) {
  std::size_t run = 0, longest = 0;
  for (const char c : text) {
    run = c == ':' ? 0 : run + 1;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

// Takes a match that begins with the address. The longest run of its
// characters must be one, so that no part of a longer number is taken for it.
// The zone ("%eth0", RFC 4007) names an interface and stays outside.
Verdict validate_ip6(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  constexpr std::uint32_t kMaxBytes = 48;
  std::uint32_t end = begin;
  while (end < text.size() && end - begin < kMaxBytes && (is_hex(text[end]) || text[end] == ':' || text[end] == '.'))
    ++end;
  if (end - begin == kMaxBytes) return {};
  while (end > begin && (text[end - 1] == '.' || (text[end - 1] == ':' && before_or(text, end - 1) != ':'))) --end;
  std::optional<Ip6> ip = parse_ip6(text.substr(begin, end - begin));
  if (!ip) {
    const std::size_t dot = text.substr(begin, end - begin).find('.');
    if (dot == std::string_view::npos) return {};
    end = begin + static_cast<std::uint32_t>(dot);
    ip = parse_ip6(text.substr(begin, dot));
    if (!ip || is_alnum(before_or(text, end)) == false) return {};
  }
  const std::string_view address = text.substr(begin, end - begin);
  const char before = before_or(text, begin, ' ');
  if (is_word(before) || before == '.' || !is_ascii(before) || (before == ':' && address[0] == ':')) return {};
  if (is_word(at_or(text, end, ' '))) return {};
  // No digit: a scope in a program (abc::def). `::` alone: the same as 0.0.0.0.
  if (std::none_of(address.begin(), address.end(), is_digit) || is_all_pairs(address)) return {};
  const bool loopback = address == "::1";
  Verdict verdict{.accepted = true, .reserved = is_reserved_ip6(*ip), .span = {begin, end}};
  // Eight numbers in a row may be a ratio.
  const bool telling = longest_group(address) == 4 || address.find("::") != std::string_view::npos ||
                       std::any_of(address.begin(), address.end(), is_letter);
  verdict.alone = loopback || (address[0] != ':' && longest_group(address) >= 3 && telling) ||
                  address.find('.') != std::string_view::npos;
  return verdict;
}

}  // namespace privet
