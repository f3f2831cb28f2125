#include "detect/names/tokens.h"

#include <array>
#include <bit>
#include <cstring>

#include "base/utf8.h"
#include "detect/names/letter_bits.h"
#include "text/script.h"

namespace privet {
namespace {

enum class Class : std::uint8_t { kOther, kUpper, kLower, kDigit, kSpace, kLineEnd, kHigh };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (int c = 'A'; c <= 'Z'; ++c) classes[static_cast<std::size_t>(c)] = Class::kUpper;
  for (int c = 'a'; c <= 'z'; ++c) classes[static_cast<std::size_t>(c)] = Class::kLower;
  for (int c = '0'; c <= '9'; ++c) classes[static_cast<std::size_t>(c)] = Class::kDigit;
  for (int c = 0x80; c < 0x100; ++c) classes[static_cast<std::size_t>(c)] = Class::kHigh;
  for (const unsigned char c : {' ', '\t', '\v', '\f'}) classes[c] = Class::kSpace;
  for (const unsigned char c : {'\n', '\r'}) classes[c] = Class::kLineEnd;
  return classes;
}
constexpr std::array<Class, 256> kClasses = make_classes();

constexpr std::array<bool, 256> make_ends() {
  std::array<bool, 256> ends{};
  for (std::size_t c = 0; c < 256; ++c) ends[c] = kClasses[c] == Class::kSpace || kClasses[c] == Class::kLineEnd;
  for (const unsigned char c : {',', ')', ';', '!', '?', '"'}) ends[c] = true;
  return ends;
}
constexpr std::array<bool, 256> kEnds = make_ends();

constexpr std::string_view kApostrophe = "\u2019";

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<Token>& out) : text_(text), out_(out) {}

  // At most `most` tokens.
  std::uint32_t cut(std::uint32_t at, std::size_t most) {
    bool spaced = at == 0 || class_at(at - 1) == Class::kSpace || class_at(at - 1) == Class::kLineEnd;
    for (std::size_t count = 0; count < most; ++count) {
      for (; at < size() && class_at(at) == Class::kSpace; ++at) spaced = true;
      if (at >= size()) break;
      const std::uint32_t begin = at;
      switch (class_at(at)) {
        case Class::kUpper:
        case Class::kLower: {
          // Most of any text: a word of ASCII letters, and a space.
          const std::uint32_t end = ascii_letters(at);
          if (end - at <= kLongestWord && ends_plainly(end)) {
            add(begin, end, TokenKind::kWord, spaced);
            at = end;
          } else {
            at = word(begin, end, spaced);
          }
          break;
        }
        case Class::kLineEnd:
          while (at < size() && (class_at(at) == Class::kLineEnd || class_at(at) == Class::kSpace)) ++at;
          add(begin, at, TokenKind::kBreak, true);
          spaced = true;
          continue;
        case Class::kDigit:
          at = number(at, spaced);
          break;
        case Class::kHigh:
          at = high(at, spaced);
          break;
        case Class::kOther:
        case Class::kSpace:  // passed above
          at = mark(at, spaced);
          break;
      }
      spaced = false;
    }
    return at;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  Class class_at(std::uint32_t at) const { return kClasses[static_cast<std::uint8_t>(text_[at])]; }
  char at_or_zero(std::uint32_t at) const { return at < size() ? text_[at] : '\0'; }
  bool is_ascii_letter(std::uint32_t at) const {
    return at < size() && (class_at(at) == Class::kUpper || class_at(at) == Class::kLower);
  }
  bool is_lower(std::uint32_t at) const { return at < size() && class_at(at) == Class::kLower; }
  bool is_digit(std::uint32_t at) const { return at < size() && class_at(at) == Class::kDigit; }
  // Bytes of the letter or mark at `at`; 0 if something else stands there.
  std::uint32_t letter(std::uint32_t at) const {
    if (at >= size()) return 0;
    const Class c = class_at(at);
    if (c == Class::kUpper || c == Class::kLower) return 1;
    if (c != Class::kHigh) return 0;
    const Decoded d = decode_utf8(text_, at);
    return is_word(d.code_point) ? d.bytes : 0;
  }
  std::uint32_t apostrophe(std::uint32_t at) const {
    if (at_or_zero(at) == '\'') return 1;
    if (at_or_zero(at) != kApostrophe.front()) return 0;
    return text_.substr(at, kApostrophe.size()) == kApostrophe ? static_cast<std::uint32_t>(kApostrophe.size()) : 0;
  }
  bool ends_chunk(std::uint32_t at) const {
    return at >= size() || class_at(at) == Class::kSpace || class_at(at) == Class::kLineEnd;
  }

  // What stands here joins nothing to the word before it: most words end so.
  bool ends_plainly(std::uint32_t at) const {
    return at >= size() || kEnds[static_cast<std::uint8_t>(text_[at])] || (text_[at] == '.' && ends_chunk(at + 1));
  }

  void add(std::uint32_t begin, std::uint32_t end, TokenKind kind, bool spaced, bool ascii = true) {
    out_.push_back({.begin = begin,
                    .end = end,
                    .kind = kind,
                    .capital = class_at(begin) == Class::kUpper,
                    .ascii = ascii,
                    .spaced = spaced});
  }

  // Eight bytes at a time: most words end within the first.
  std::uint32_t ascii_letters(std::uint32_t at) const {
    for (; at + 8 <= size(); at += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text_.data() + at, sizeof bytes);
      const std::uint64_t others = ~ascii_letter_bits(bytes) & kHighBits;
      if (others != 0) return at + static_cast<std::uint32_t>(std::countr_zero(others)) / 8;
    }
    while (is_ascii_letter(at)) ++at;
    return at;
  }

  std::uint32_t letters(std::uint32_t at, bool& ascii) const {
    while (true) {
      at = ascii_letters(at);
      const std::uint32_t bytes = letter(at);
      if (bytes == 0) return at;
      ascii = false;
      at += bytes;
    }
  }

  // Whether the word goes on behind a hyphen or an apostrophe.
  bool goes_on(std::uint32_t begin, std::uint32_t end, std::uint32_t joiner, bool hyphen) const {
    const std::uint32_t next = end + joiner;
    if (letter(next) == 0) return false;
    const bool capital = class_at(begin) == Class::kUpper;
    // "Jean-Luc" and "well-known" are one word, "Paris-based" is not.
    if (hyphen) return capital != is_lower(next);
    // "O'Brien" and "don't"; not "Smith's", "Ahmet'in", "l'Avenir", "john's".
    if (capital) return !is_lower(next);
    if (!is_lower(next)) return false;
    const bool possessive = text_[next] == 's' && letter(next + 1) == 0;
    return !possessive;
  }

  // The word at `begin`, of which ASCII letters are known up to `at`.
  std::uint32_t word(std::uint32_t begin, std::uint32_t at, bool spaced) {
    bool ascii = true;
    at = letters(at, ascii);
    if (at - begin <= kLongestWord && ends_plainly(at)) {
      add(begin, at, TokenKind::kWord, spaced, ascii);
      return at;
    }
    while (at < size()) {
      std::uint32_t joiner = text_[at] == '-' ? 1 : 0;
      const bool hyphen = joiner != 0;
      if (!hyphen) joiner = apostrophe(at);
      if (joiner == 0 || !goes_on(begin, at, joiner, hyphen)) break;
      at = letters(at + joiner, ascii);
    }
    if (spaced || begin == 0 || class_at(begin - 1) == Class::kOther) {
      if (const std::uint32_t end = link_end(begin, at); end != 0) {
        add(begin, end, TokenKind::kLink, spaced);
        return end;
      }
    }
    if (is_digit(at) || at_or_zero(at) == '_' || at - begin > kLongestWord) {
      while (letter(at) != 0 || is_digit(at) || at_or_zero(at) == '_') at += letter(at) != 0 ? letter(at) : 1;
      add(begin, at, TokenKind::kMixed, spaced);
      return at;
    }
    if (at < size() && apostrophe(at) != 0 && letter(at + apostrophe(at)) != 0 && class_at(begin) == Class::kLower &&
        at - begin <= 2 && !is_lower(at + apostrophe(at))) {
      at += apostrophe(at);  // "d'Estaing": the elision keeps its apostrophe
    }
    add(begin, at, TokenKind::kWord, spaced, ascii);
    return at;
  }

  // The end of the link that begins with the word [begin, end), or 0.
  std::uint32_t link_end(std::uint32_t begin, std::uint32_t end) const {
    const auto begins = [&](std::string_view what) {
      return at_or_zero(end) == what.front() && text_.substr(end, what.size()) == what;
    };
    std::uint32_t at = end;
    if (!begins("://") && !(end - begin == 3 && begins(".") && text_.substr(begin, 3) == "www")) {
      // An address: what may stand before its "@" does, and then letters.
      while (at < size() && (is_ascii_letter(at) || is_digit(at) || at_or_zero(at) == '.' || at_or_zero(at) == '_' ||
                             at_or_zero(at) == '-' || at_or_zero(at) == '+')) {
        if (at - begin > 2 * kLongestWord) return 0;
        ++at;
      }
      if (at_or_zero(at) != '@' || letter(at + 1) == 0) return 0;
    }
    while (!ends_chunk(at) && text_[at] != '<' && text_[at] != '>' && text_[at] != '"') ++at;
    while (at > end && std::string_view(".,;:!?)]}'").find(text_[at - 1]) != std::string_view::npos) --at;
    return at > end ? at : 0;
  }

  std::uint32_t number(std::uint32_t at, bool spaced) {
    const std::uint32_t begin = at;
    while (true) {
      while (is_digit(at)) ++at;
      const char c = at_or_zero(at);
      if ((c == '.' || c == ',' || c == ':' || c == '/') && is_digit(at + 1)) {
        ++at;
      } else {
        break;
      }
    }
    const bool mixed = letter(at) != 0 || at_or_zero(at) == '_';
    while (letter(at) != 0 || is_digit(at) || at_or_zero(at) == '_') at += letter(at) != 0 ? letter(at) : 1;
    add(begin, at, mixed ? TokenKind::kMixed : TokenKind::kNumber, spaced);
    return at;
  }

  std::uint32_t high(std::uint32_t at, bool spaced) {
    if (letter(at) != 0) return word(at, at, spaced);
    const std::uint32_t end = at + decode_utf8(text_, at).bytes;
    add(at, end, TokenKind::kMark, spaced);
    return end;
  }

  std::uint32_t mark(std::uint32_t at, bool spaced) {
    const char c = text_[at];
    const bool sign = c == '@' || c == '#';
    if (sign && (letter(at + 1) != 0 || is_digit(at + 1) || at_or_zero(at + 1) == '_')) {
      std::uint32_t end = at + 1;
      while (letter(end) != 0 || is_digit(end) || at_or_zero(end) == '_') end += letter(end) != 0 ? letter(end) : 1;
      add(at, end, c == '@' ? TokenKind::kHandle : TokenKind::kTag, spaced);
      return end;
    }
    if (c == '_') {  // inside identifiers
      std::uint32_t end = at;
      while (letter(end) != 0 || is_digit(end) || at_or_zero(end) == '_') end += letter(end) != 0 ? letter(end) : 1;
      add(at, end, TokenKind::kMixed, spaced);
      return end;
    }
    add(at, at + 1, TokenKind::kMark, spaced);
    return at + 1;
  }

  std::string_view text_;
  std::vector<Token>& out_;
};

}  // namespace

std::uint32_t append_tokens(std::string_view text, std::uint32_t at, std::size_t most, std::vector<Token>& out) {
  return Cutter(text, out).cut(at, most);
}

}  // namespace privet
