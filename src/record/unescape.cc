#include "record/unescape.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"

namespace privet {
namespace {

constexpr std::array<std::int8_t, 256> make_hex_table() {
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (std::size_t i = 0; i < 10; ++i) table['0' + i] = static_cast<std::int8_t>(i);
  for (std::size_t i = 0; i < 6; ++i) table['a' + i] = table['A' + i] = static_cast<std::int8_t>(10 + i);
  return table;
}
constexpr std::array<std::int8_t, 256> kHex = make_hex_table();

// What `\x` stands for, or 0.
constexpr std::array<char, 256> make_short_table() {
  std::array<char, 256> table{};
  table['"'] = '"';
  table['\\'] = '\\';
  table['/'] = '/';
  table['b'] = '\b';
  table['f'] = '\f';
  table['n'] = '\n';
  table['r'] = '\r';
  table['t'] = '\t';
  return table;
}
constexpr std::array<char, 256> kShort = make_short_table();

std::uint8_t byte(char c) { return static_cast<std::uint8_t>(c); }

// Four hexadecimal digits, or a negative number.
int hex4(const char* at) {
  return kHex[byte(at[0])] * 4096 | kHex[byte(at[1])] * 256 | kHex[byte(at[2])] * 16 | kHex[byte(at[3])];
}

// The unit of a whole `\uXXXX` at `at`, or a negative number.
int unit_at(const char* at, const char* end) {
  return end - at >= 6 && at[0] == '\\' && at[1] == 'u' ? hex4(at + 2) : -1;
}

char* write_utf8(char* out, char32_t c) {
  const auto tail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<char>(0xC0 | c >> 6);
    *out++ = tail(0);
  } else if (c < 0x10000) {
    *out++ = static_cast<char>(0xE0 | c >> 12);
    *out++ = tail(6);
    *out++ = tail(0);
  } else {
    *out++ = static_cast<char>(0xF0 | c >> 18);
    *out++ = tail(12);
    *out++ = tail(6);
    *out++ = tail(0);
  }
  return out;
}

// Which byte in memory is the first that is not 0.
int first_byte(std::uint64_t word) {
  return (std::endian::native == std::endian::little ? std::countr_zero(word) : std::countl_zero(word)) / 8;
}

// Sixteen bytes at once: GCC and clang make one register of it on x86 and Arm.
using Block = unsigned char __attribute__((vector_size(16)));
constexpr std::ptrdiff_t kBlock = sizeof(Block);

// Copies up to the next backslash or the end. Most runs are a word or a line of
// text, for which a call of memchr and one of memcpy cost more than they copy,
// so each block is stored before it is known how much of it counts.
void copy_run(const char*& at, const char* end, char*& out) {
  while (end - at >= kBlock) {
    Block block;
    std::memcpy(&block, at, kBlock);
    std::memcpy(out, &block, kBlock);
    const auto hits = block == static_cast<unsigned char>('\\');
    std::uint64_t halves[2];
    std::memcpy(halves, &hits, kBlock);
    if ((halves[0] | halves[1]) != 0) {
      const bool low = halves[0] != 0;  // a coin toss: written for a conditional move
      const int copied = first_byte(low ? halves[0] : halves[1]) + (low ? 0 : 8);
      at += copied;
      out += copied;
      return;
    }
    at += kBlock;
    out += kBlock;
  }
  while (at != end && *at != '\\') *out++ = *at++;
}

}  // namespace

std::size_t count_backslashes(std::string_view content) {
  return static_cast<std::size_t>(std::count(content.begin(), content.end(), '\\'));
}

Unescaped unescape(std::string_view content, char* const out, Edit* const edits) {
  const char* at = content.data();
  const char* const end = at + content.size();
  char* to = out;
  Edit* edit = edits;
  while (at != end) {
    if (*at != '\\') {
      copy_run(at, end, to);
      continue;
    }
    const char* const begin = at;
    char* const to_begin = to;
    EditFlag flag = EditFlag::kEscape;
    const int unit = unit_at(at, end);
    if (unit >= 0) {
      at += 6;
      auto c = static_cast<char32_t>(unit);
      if ((c & 0xF800) == 0xD800) [[unlikely]] {
        const int low = c < 0xDC00 ? unit_at(at, end) : -1;
        if (low >= 0 && (low & 0xFC00) == 0xDC00) {
          at += 6;
          c = 0x10000 + ((c & 0x3FF) << 10 | (static_cast<char32_t>(low) & 0x3FF));
        } else {
          c = kReplacementCharacter;
          flag = EditFlag::kReplacement;
        }
      }
      to = write_utf8(to, c);
    } else {
      const char plain = end - at < 2 ? '\0' : kShort[byte(at[1])];
      if (plain == '\0') {
        return {.ok = false,
                .size = static_cast<std::uint32_t>(to - out),
                .edits = static_cast<std::uint32_t>(edit - edits),
                .bad_at = static_cast<std::uint32_t>(begin - content.data())};
      }
      at += 2;
      *to++ = plain;
    }
    *edit++ = {static_cast<std::uint32_t>(begin - content.data()), static_cast<std::uint32_t>(to_begin - out),
               static_cast<std::uint16_t>(at - begin), static_cast<std::uint16_t>(to - to_begin), flag};
  }
  return {.ok = true,
          .size = static_cast<std::uint32_t>(to - out),
          .edits = static_cast<std::uint32_t>(edit - edits),
          .bad_at = 0};
}

bool unescape(std::string_view content, std::string& out, OffsetMapBuilder& map) {
  const std::size_t before = out.size();
  std::vector<Edit> edits(count_backslashes(content));
  out.resize(before + content.size());
  const Unescaped done = unescape(content, out.data() + before, edits.data());
  out.resize(before + done.size);
  if (!done.ok) return false;
  std::uint32_t source = 0;
  for (const Edit& edit : std::span(edits).first(done.edits)) {
    map.copied(edit.source_begin - source);
    map.replaced(edit.source_size, edit.derived_size, edit.flags);
    source = edit.source_begin + edit.source_size;
  }
  map.copied(content.size() - source);
  return true;
}

void append_unescaped(std::string_view content, std::string& out) {
  if (content.find('\\') == std::string_view::npos) {
    out.append(content);
    return;
  }
  OffsetMapBuilder map;
  PRIVET_CHECK(unescape(content, out, map));
}

}  // namespace privet
