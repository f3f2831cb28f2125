#include "text/decode.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"
#include "text/entities.h"
#include "text/fold_scan.h"
#include "text/windows_1252.h"

namespace privet {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }
// Whether an escape may come out as `c`. (0 stands for "no escape", too.)
bool may_come_out(char32_t c) { return !is_control(c) && !is_surrogate(c) && c <= 0x10FFFF; }

// One escape and the bytes it takes; none: 0 bytes.
struct Escape {
  char32_t code_point = 0;
  std::size_t bytes = 0;
};

// At most `most` digits of `base` at `at`. Never overflows: eight digits fit.
struct Number {
  std::uint32_t value = 0;
  std::size_t digits = 0;
};
Number number_at(std::string_view text, std::size_t at, std::size_t most, int base) {
  Number n;
  for (; n.digits < most && at + n.digits < text.size(); ++n.digits) {
    const int value = hex_value(text[at + n.digits]);
    if (value < 0 || value >= base) break;
    n.value = n.value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(value);
  }
  return n;
}

// Digits are bounded so that a long escape cannot make a long edit.
constexpr std::size_t kMaxEntityDigits = 8;

Escape entity_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return {};
  if (text[at + 1] == '#') {
    const bool hex = at + 2 < text.size() && (text[at + 2] | 0x20) == 'x';
    const std::size_t digits_at = at + (hex ? 3 : 2);
    const Number n = number_at(text, digits_at, kMaxEntityDigits, hex ? 16 : 10);
    std::size_t end = digits_at + n.digits;
    if (n.digits == 0) return {};
    if (end < text.size() && text[end] == ';') ++end;
    const char32_t c = n.value >= 0x80 && n.value < 0xA0 ? kWindows1252[n.value - 0x80] : char32_t{n.value};
    return may_come_out(c) ? Escape{c, end - at} : Escape{};
  }
  const std::size_t end = text.substr(0, std::min(text.size(), at + kMaxEntityName + 2)).find(';', at + 1);
  if (end == std::string_view::npos) return {};
  const char32_t c = entity_code_point(text.substr(at + 1, end - at - 1));
  return c != 0 ? Escape{c, end + 1 - at} : Escape{};
}

// `\u0040` after one or two backslashes, or half of a pair of surrogates.
Escape four_digits_at(std::string_view text, std::size_t at) {
  std::size_t u = at;
  while (u < text.size() && u < at + 2 && text[u] == '\\') ++u;
  if (u == at || u >= text.size() || text[u] != 'u') return {};
  const Number n = number_at(text, u + 1, 4, 16);
  return n.digits == 4 ? Escape{n.value, u + 5 - at} : Escape{};
}

// An escape by code point whose last backslash but one, or only one, is at `at`.
Escape backslash_at(std::string_view text, std::size_t at) {
  std::size_t letter = at;
  while (letter < text.size() && text[letter] == '\\') ++letter;
  if (letter >= text.size()) return {};
  Escape e;
  if (text[letter] == 'U') {
    const Number n = number_at(text, letter + 1, 8, 16);
    if (n.digits == 8) e = {n.value, letter + 9 - at};
  } else if (letter + 1 < text.size() && text[letter] == 'u' && text[letter + 1] == '{') {
    const Number n = number_at(text, letter + 2, 6, 16);
    const std::size_t end = letter + 2 + n.digits;
    if (n.digits > 0 && end < text.size() && text[end] == '}') e = {n.value, end + 1 - at};
  } else {
    e = four_digits_at(text, at);
    if (e.bytes != 0 && e.code_point >= 0xD800 && e.code_point < 0xDC00) {
      const Escape low = four_digits_at(text, at + e.bytes);
      if (low.bytes == 0 || low.code_point < 0xDC00 || low.code_point >= 0xE000) return {};
      e = {0x10000 + ((e.code_point - 0xD800) << 10) + (low.code_point - 0xDC00), e.bytes + low.bytes};
    }
  }
  return e.bytes != 0 && may_come_out(e.code_point) ? e : Escape{};
}

class Decoder {
 public:
  Decoder(std::string_view text, std::string& out, OffsetMapBuilder& edits) : text_(text), out_(out), edits_(edits) {}

  bool run(std::size_t from) {
    for (std::size_t at = find_escape(text_, from); at < text_.size(); at = find_escape(text_, at)) {
      if (text_[at] == '&') {
        at += one(at, entity_at(text_, at));
      } else if (text_[at] == '%') {
        at = bytes_run(at, 1);
      } else {
        at = backslash(at);
      }
    }
    if (done_ == 0) return false;
    copy_up_to(text_.size());
    return true;
  }

 private:
  // Writes an escape, if it is one; says how far to go on.
  std::size_t one(std::size_t at, Escape e) {
    if (e.bytes == 0) return 1;
    copy_up_to(at);
    const std::size_t before = out_.size();
    append_utf8(out_, e.code_point);
    edits_.replaced(e.bytes, out_.size() - before, EditFlag::kEncoded);
    done_ = at + e.bytes;
    return e.bytes;
  }

  std::size_t backslash(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && text_[end] == '\\') ++end;
    const std::size_t begin = end - at >= 2 ? end - 2 : at;
    if (end < text_.size() && text_[end] == 'x') {
      const std::size_t run = bytes_run(begin, end - begin + 1);
      return run > begin ? std::max(run, end) : end;
    }
    const Escape e = backslash_at(text_, begin);
    if (e.bytes == 0) return end;
    one(begin, e);
    return begin + e.bytes;
  }

  // A run of escapes of one byte each that begins at `at`: `prefix` bytes as
  // there (`%`, `\x` or `\\x`) and two digits. Says where to go on.
  std::size_t bytes_run(std::size_t at, std::size_t prefix) {
    const std::string_view opening = text_.substr(at, prefix);
    const std::size_t unit = prefix + 2;
    bytes_.clear();
    for (std::size_t p = at; text_.substr(p, prefix) == opening; p += unit) {
      const Number n = number_at(text_, p + prefix, 2, 16);
      if (n.digits != 2) break;
      bytes_.push_back(static_cast<char>(n.value));
    }
    const bool whole = is_valid_utf8(bytes_);
    for (std::size_t i = 0; i < bytes_.size();) {
      const auto lead = static_cast<std::uint8_t>(bytes_[i]);
      if (lead >= 0x80 && !whole) {
        ++i;
        continue;
      }
      const Decoded c = decode_utf8(bytes_, i);
      if (may_come_out(c.code_point)) one(at + i * unit, {c.code_point, c.bytes * unit});
      i += c.bytes;
    }
    return at + std::max<std::size_t>(bytes_.size() * unit, 1);
  }

  void copy_up_to(std::size_t at) {
    out_.append(text_.substr(done_, at - done_));
    edits_.copied(at - done_);
    done_ = at;
  }

  std::string_view text_;
  std::string& out_;
  OffsetMapBuilder& edits_;
  std::size_t done_ = 0;  // of the text; written to out_
  std::string bytes_;
};

}  // namespace

bool decode_escapes(std::string_view text, std::size_t from, std::string& out, OffsetMapBuilder& edits) {
  out.clear();
  edits.clear();
  return Decoder(text, out, edits).run(from);
}

bool may_begin_escape(std::string_view text, std::size_t at) {
  const auto next = [&](std::size_t i) { return at + i < text.size() ? text[at + i] : ' '; };
  switch (text[at]) {
    case '&':
      return next(1) == '#' || entity_at(text, at).bytes != 0;
    case '%':
      return hex_value(next(1)) >= 0 && hex_value(next(2)) >= 0;
    default:
      return next(1) == 'u' || next(1) == 'U' || next(1) == 'x' || next(1) == '\\';
  }
}

}  // namespace privet
