// Hardware addresses: six pairs with colons or dashes, three quads with dots,
// and EUI-64 with eight pairs (or four quads), which needs a cue.
#include <algorithm>
#include <array>
#include <string_view>

#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

struct Hardware {
  std::uint32_t end = 0;
  std::uint32_t groups = 0;
};

// Groups of `width` hexadecimal digits with `separator` between them.
Hardware read_groups(std::string_view text, std::uint32_t at, std::uint32_t width, char separator) {
  Hardware out;
  while (true) {
    std::uint32_t n = 0;
    while (n <= width && is_hex(at_or(text, at + n))) ++n;
    if (n != width) return out;
    out.end = at + width;
    ++out.groups;
    if (at_or(text, out.end) != separator || out.groups > 16) return out;
    at = out.end + 1;
  }
}

// How many pairs of the same row stand before `begin`; no more than 15 are counted.
std::uint32_t pairs_before(std::string_view text, std::uint32_t begin, char separator) {
  std::uint32_t pairs = 0;
  while (pairs < 15 && begin >= 3 && text[begin - 1] == separator && is_hex(text[begin - 2]) &&
         is_hex(text[begin - 3])) {
    begin -= 3;
    ++pairs;
  }
  return begin > 0 && is_word(text[begin - 1]) ? 0 : pairs;
}

// A firewall logs the head of an Ethernet frame as one row of fourteen pairs:
// the receiver, the sender, and the type, which is that of IPv4 or IPv6.
// Whether an address begins at `begin` in such a row.
bool is_in_frame_head(std::string_view text, std::uint32_t begin) {
  constexpr std::uint32_t kPairs = 14, kSender = 6;
  const std::uint32_t before = pairs_before(text, begin, ':');
  if (before != 0 && before != kSender) return false;
  const Hardware rest = read_groups(text, begin, 2, ':');
  if (rest.groups + before != kPairs || is_word(at_or(text, rest.end))) return false;
  const std::string_view type = text.substr(rest.end - 5, 5);
  return type == "08:00" || type == "86:dd" || type == "86:DD";
}

// "E2-A2-D3-G3-B3-E4": notes, from A to G in some octave.
bool are_notes(std::string_view address) {
  for (std::size_t i = 0; i < address.size(); i += 3) {
    if (to_upper(address[i]) < 'A' || to_upper(address[i]) > 'G' || !is_digit(address[i + 1])) return false;
  }
  return true;
}

// Nobody's: all zeros, broadcast and multicast, and the ranges for
// documentation (RFC 9542 2.1.4: 00-00-5E-00-53-xx, 01-00-5E-90-10-xx).
bool is_reserved_hardware(std::string_view digits) {
  if (digits.find_first_not_of('0') == std::string_view::npos) return true;
  if (digits.starts_with("00005e0053")) return true;
  const int second = is_digit(digits[1]) ? digits[1] - '0' : digits[1] - 'a' + 10;
  return (second & 1) != 0;
}

}  // namespace

// Takes a match that begins with the address.
Verdict validate_mac(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  const bool quads = is_hex(at_or(text, begin + 2));
  const std::uint32_t width = quads ? 4 : 2;
  const char separator = at_or(text, begin + width);
  if (std::string_view(quads ? "." : ":-").find(separator) == std::string_view::npos) return {};
  Hardware found = read_groups(text, begin, width, separator);
  const bool frame = separator == ':' && is_in_frame_head(text, begin);
  if (frame) found = {.end = begin + 17, .groups = 6};
  const std::uint32_t bytes = found.groups * width / 2;
  if (bytes != 6 && bytes != 8) return {};
  const char before = before_or(text, begin, ' ');
  const char after = at_or(text, found.end, ' ');
  if (is_word(before) || is_word(after)) return {};
  if (!frame && after == separator && is_alnum(at_or(text, found.end + 1))) return {};
  // Another group before: the tail of a longer number, as of a fingerprint.
  if (!frame && before == separator) {
    std::uint32_t word = begin - 1;
    while (word > 0 && begin - word < 8 && is_word(text[word - 1])) --word;
    const std::string_view group = text.substr(word, begin - 1 - word);
    // One digit and a dash may be the end of a name ("port-1-00-00-5e-...").
    // Three or four digits behind a colon are a group of IPv6.
    const bool whole = separator == '-'        ? group.size() == width
                       : group.size() <= width ? true
                                               : group.size() <= 4 && before_or(text, word) == ':';
    if (whole && std::all_of(group.begin(), group.end(), is_hex)) return {};
  }
  std::string digits;
  for (const char c : text.substr(begin, found.end - begin)) {
    if (is_hex(c)) digits.push_back(to_lower(c));
  }
  // Decimal digits alone may be a date, a time or a list of numbers.
  const bool letters = std::any_of(digits.begin(), digits.end(), is_letter);
  const bool notes = separator == '-' && are_notes(text.substr(begin, found.end - begin));
  const bool zeros = digits.find_first_not_of('0') == std::string::npos;
  return {.accepted = true,
          .reserved = is_reserved_hardware(digits),
          .alone = frame || (bytes == 6 && (letters || (!quads && (zeros || digits.starts_with("00")))) && !notes),
          .span = {begin, found.end}};
}

}  // namespace privet
