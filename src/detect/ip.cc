// IP addresses in text, and the versions, sections, masks, scopes and times
// that look like them.
#include <algorithm>
#include <string_view>

#include "detect/chars.h"
#include "detect/network.h"
#include "detect/validators.h"

namespace privet {
namespace {

constexpr std::string_view kVersionWords =
    "v ver vers version versions versión versão versie versio wersja verze verzió версия версии version: release releases "
    "rel build kernel firmware driver section sections sec chapter clause paragraph appendix figure table see rule "
    "article step item oid sdk revision rev patch update upgrade package libc glibc gcc";

// The digits and dots at `begin` as far as they make a dotted quad.
std::uint32_t quad_end(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  for (int part = 0; part < 4; ++part) {
    const std::uint32_t first = at;
    while (at < text.size() && at - first < 4 && is_digit(text[at])) ++at;
    if (at == first) return begin;
    if (part == 3) return at;
    if (at_or(text, at) != '.') return begin;
    ++at;
  }
  return begin;
}

// True if the word before is one of those that number versions and sections.
bool is_numbered(std::string_view text, std::uint32_t begin) {
  const std::string_view head = trimmed_right(text.substr(0, begin));
  for (const std::string_view word : {"§", "版本", "バージョン", "버전", "версия", "версии", "версию", "versión", "versão"}) {
    if (head.ends_with(word)) return true;
  }
  return holds_word(kVersionWords, word_before(text, begin));
}

// ">= 1.2.3.4", "==1.2.3.4", "~1.2.3.4": what packages depend on.
bool is_compared(std::string_view text, std::uint32_t begin) {
  const std::string_view head = trimmed_right(text.substr(begin > 4 ? begin - 4 : 0, begin > 4 ? 4 : begin));
  if (head.empty()) return false;
  if (head.back() == '~' || head.back() == '^') return true;
  return head.size() > 1 && head.back() == '=' && std::string_view("<>=~!").find(head[head.size() - 2]) != std::string_view::npos;
}

// An address before "-": the first of a range.
bool ends_with_quad(std::string_view text, std::uint32_t end) {
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < 15 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  return parse_ip4(text.substr(begin, end - begin)).has_value();
}

bool is_public_resolver(Ip4 ip) {
  return ip == 0x01010101 || ip == 0x01000001 || ip == 0x08080808 || ip == 0x08080404 || ip == 0x09090909;
}

// Numbers so small that four of them are more often a version or a section.
bool is_small(Ip4 ip) {
  if (ip >> 24 == 10 || is_public_resolver(ip)) return false;
  for (int shift = 0; shift < 32; shift += 8) {
    if ((ip >> shift & 0xFF) >= 32) return false;
  }
  return true;
}

// Names and tokens that the numbers are part of, on either side.
bool stands_in_token(std::string_view text, std::uint32_t begin, std::uint32_t end, bool small) {
  const char before = before_or(text, begin, ' ');
  const char after = at_or(text, end, ' ');
  const char next = at_or(text, end + 1, ' ');
  const bool letter_before = begin > 1 && (is_word(text[begin - 2]) || !is_ascii(text[begin - 2]));
  if (is_word(before) || is_word(after)) return true;
  if (before == '.' && begin > 1 && !is_space(text[begin - 2])) return true;
  if ((before == '-' || before == '+') && letter_before && !(before == '-' && ends_with_quad(text, begin - 1))) return true;
  if (before == '/' && begin > 1 && is_letter(text[begin - 2])) return true;  // Product/1.2.3.4
  if (after == '.' && (is_digit(next) || is_lower(next) || next == '*')) return true;  // a fifth part, or a host name
  if ((after == '+' || after == '~') && is_alnum(next)) return true;
  if (after == '-' && is_letter(next)) return true;
  return after == '-' && is_digit(next) && small;
}

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

// Takes a match that begins at the first digit. Small numbers stand only with
// a cue; masks and 0.x are no addresses.
Verdict validate_ip4(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  const std::uint32_t end = quad_end(text, begin);
  const std::optional<Ip4> ip = parse_ip4(text.substr(begin, end - begin));
  if (!ip || *ip >> 24 == 0 || *ip >> 24 == 255) return {};
  const bool small = is_small(*ip);
  if (stands_in_token(text, begin, end, small) || is_numbered(text, begin) || is_compared(text, begin)) return {};
  return {.accepted = true, .reserved = is_reserved_ip4(*ip), .alone = !small, .span = {begin, end}};
}

// Takes a match that begins with the address. The longest run of its
// characters must be one, so that no part of a longer number is taken for it.
Verdict validate_ip6(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  constexpr std::uint32_t kMaxBytes = 48;
  std::uint32_t end = begin;
  while (end < text.size() && end - begin < kMaxBytes && (is_hex(text[end]) || text[end] == ':' || text[end] == '.')) ++end;
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
  verdict.alone = loopback || (address[0] != ':' && longest_group(address) >= 3) || address.find('.') != std::string_view::npos;
  if (at_or(text, end) == '%' && is_alnum(at_or(text, end + 1))) {
    std::uint32_t zone = end + 1;
    while (zone < text.size() && zone - end < 16 && (is_word(text[zone]) || text[zone] == '-')) ++zone;
    verdict.span.end = zone;
  }
  return verdict;
}

}  // namespace privet
