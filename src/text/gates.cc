#include "text/gates.h"

#include <algorithm>
#include <array>
#include <bit>

namespace privet {
namespace {

enum CharClass : std::uint8_t { kDigit = 1, kHex = 2, kWord = 4, kSeparator = 8, kColon = 16 };

constexpr auto kClasses = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = kDigit | kHex | kWord;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = c <= 'f' ? kHex | kWord : kWord;
  table['_'] = kWord;
  table[':'] = kColon;
  for (const unsigned char c : {' ', '.', '-', '(', ')', '/'}) table[c] = kSeparator;
  return table;
}();

bool is(std::string_view text, std::size_t at, int classes) {
  return (kClasses[static_cast<std::uint8_t>(text[at])] & classes) != 0;
}

std::uint32_t narrow(std::size_t at) { return static_cast<std::uint32_t>(at); }

// The mask `mask` moved so that bit i tells about byte i - n (before) or
// i + n (after) of the text; 0 < n < 64.
std::uint64_t before(const std::uint64_t* mask, std::size_t w, unsigned n) {
  return mask[w] << n | (w == 0 ? 0 : mask[w - 1] >> (64 - n));
}
std::uint64_t after(const std::uint64_t* mask, std::size_t w, unsigned n) {
  return mask[w] >> n | mask[w + 1] << (64 - n);  // the word past the end is there, and 0
}

// Calls visit(position) for each bit of `bits`, word `w` of a mask.
template <class Visit>
void for_each_bit(std::uint64_t bits, std::size_t w, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
}

bool joins(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin > 3) return false;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is(text, i, kSeparator)) return false;
  }
  return true;
}

// The end of the run of letters and digits that `at` lies in. Whole words of
// 64 at a time.
std::size_t alnum_end(const MaskWords& m, std::size_t at) {
  std::size_t w = at / 64;
  std::uint64_t stops = ~(m.ascii_letter[w] | m.digit[w]) & (~std::uint64_t{0} << (at % 64));
  while (stops == 0) {
    ++w;  // ends at the latest in the word of zeros past the end
    stops = ~(m.ascii_letter[w] | m.digit[w]);
  }
  return w * 64 + static_cast<std::size_t>(std::countr_zero(stops));
}

// Its begin, at `least` or behind it.
std::size_t alnum_begin(const MaskWords& m, std::size_t at, std::size_t least) {
  std::size_t w = at / 64;
  std::uint64_t stops = ~(m.ascii_letter[w] | m.digit[w]) & ((std::uint64_t{1} << (at % 64)) - 1);
  while (stops == 0) {
    if (w == least / 64) return least;
    --w;
    stops = ~(m.ascii_letter[w] | m.digit[w]);
  }
  return std::max(least, w * 64 + 64 - static_cast<std::size_t>(std::countl_zero(stops)));
}

}  // namespace

void find_digit_groups(std::string_view text, const MaskWords& masks, std::vector<DigitGroup>& out) {
  if (!masks.has.digit) return;
  std::size_t begin = 0;
  std::size_t previous_end = 0;
  bool inside = false;
  bool first = true;
  // One word past the last, so that a group at the very end is closed.
  for (std::size_t w = 0; w <= masks.words(); ++w) {
    if (masks.digit[w] == 0 && !inside) continue;
    // A bit where digits begin, and where they have ended, by turns.
    const std::uint64_t turns = masks.digit[w] ^ (masks.digit[w] << 1 | (inside ? 1 : 0));
    for_each_bit(turns, w, [&](std::size_t at) {
      if (!inside) {
        begin = at;
      } else {
        out.push_back({narrow(begin), narrow(at), !first && joins(text, previous_end, begin)});
        previous_end = at;
        first = false;
      }
      inside = !inside;
    });
  }
}

void find_mixed_tokens(const MaskWords& masks, std::vector<MixedToken>& out) {
  if (!masks.has.digit) return;
  std::size_t done = 0;  // the end of the last token
  for (std::size_t w = 0; w < masks.words(); ++w) {
    // Numbers by themselves are most of the digits of a text: only a digit with
    // a letter on one side is in a mixed token.
    const std::uint64_t beside = before(masks.ascii_letter, w, 1) | after(masks.ascii_letter, w, 1);
    for_each_bit(masks.digit[w] & beside, w, [&](std::size_t digit) {
      if (digit < done) return;
      const std::size_t begin = alnum_begin(masks, digit, done);
      done = alnum_end(masks, digit);
      out.push_back({narrow(begin), narrow(done)});
    });
  }
}

void find_ip4_starts(std::string_view text, const MaskWords& masks, std::vector<std::uint32_t>& out) {
  if (!masks.has.digit) return;
  for (std::size_t w = 0; w < masks.words(); ++w) {
    const std::uint64_t dots = masks.dot[w] & before(masks.digit, w, 1) & after(masks.digit, w, 1);
    for_each_bit(dots, w, [&](std::size_t dot) {
      std::size_t begin = dot;
      while (begin > 0 && dot - begin < 4 && is(text, begin - 1, kDigit)) --begin;
      if (dot - begin > 3) return;
      std::size_t next = dot + 1;
      for (int group = 0; group < 2; ++group) {
        std::size_t end = next;
        while (end < text.size() && end - next < 3 && is(text, end, kDigit)) ++end;
        if (end == next || end == text.size() || text[end] != '.') return;
        next = end + 1;
      }
      if (next < text.size() && is(text, next, kDigit)) out.push_back(narrow(begin));
    });
  }
}

void find_ip6_starts(std::string_view text, const MaskWords& masks, std::vector<std::uint32_t>& out) {
  if (!masks.has.colon) return;
  std::size_t done = 0;  // the end of the last run that was looked at
  for (std::size_t w = 0; w < masks.words(); ++w) {
    if (masks.colon[w] == 0) continue;
    std::uint64_t earlier = 0;
    for (unsigned n = 1; n <= 5; ++n) earlier |= before(masks.colon, w, n);
    for_each_bit(masks.colon[w] & earlier, w, [&](std::size_t colon) {
      if (colon < done) return;
      // `colon` is the second of two close colons, but perhaps not of one run.
      std::size_t begin = colon;
      while (begin > done && is(text, begin - 1, kHex | kColon)) --begin;
      std::size_t end = colon;
      while (end < text.size() && is(text, end, kHex | kColon)) ++end;
      done = end;
      if (begin > 0 && is(text, begin - 1, kWord)) {
        while (text[begin] != ':') ++begin;
      }
      if (text[begin] == ':' && (begin + 1 == end || text[begin + 1] != ':')) ++begin;
      std::size_t last = end;  // the colon before, if any
      for (std::size_t i = begin; i < end; ++i) {
        if (text[i] != ':') continue;
        if (last != end && i - last <= 5) {
          out.push_back(narrow(begin));
          return;
        }
        last = i;
      }
    });
  }
}

void find_mac_starts(std::string_view text, const MaskWords& masks, std::vector<std::uint32_t>& out) {
  for (std::size_t w = 0; w < masks.words(); ++w) {
    const std::uint64_t pairs = (masks.colon[w] & after(masks.colon, w, 3)) | (masks.dash[w] & after(masks.dash, w, 3));
    const std::uint64_t quads = masks.dot[w] & after(masks.dot, w, 5);
    if ((pairs | quads) == 0) continue;
    for_each_bit(pairs | quads, w, [&](std::size_t at) {
      const std::size_t h = text[at] == '.' ? 4 : 2;
      if (at < h || (at > h && is(text, at - h - 1, kHex))) return;
      for (std::size_t i = 1; i <= h; ++i) {
        if (!is(text, at - i, kHex) || !is(text, at + i, kHex)) return;
      }
      out.push_back(narrow(at - h));
    });
  }
}

void find_clock_times(const MaskWords& masks, std::vector<std::uint32_t>& out) {
  if (!masks.has.colon || !masks.has.digit) return;
  for (std::size_t w = 0; w < masks.words(); ++w) {
    if (masks.colon[w] == 0) continue;
    const std::uint64_t times =
        masks.colon[w] & before(masks.digit, w, 1) & after(masks.digit, w, 1) & after(masks.digit, w, 2);
    for_each_bit(times, w, [&](std::size_t colon) { out.push_back(narrow(colon)); });
  }
}

}  // namespace privet
