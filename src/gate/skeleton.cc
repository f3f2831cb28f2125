#include "gate/skeleton.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "gate/characters.h"
#include "gate/common_words.h"

namespace privet {
namespace {

using Kind = CharacterKind;

// The powers of two that lengths are rounded down to.
std::string_view bucket(std::uint32_t length) {
  return length < 2 ? "1" : length < 4 ? "2" : length < 8 ? "4" : length < 16 ? "8" : "16";
}

// A part of a token: letters and digits.
struct Part {
  std::uint32_t letters = 0, capitals = 0, digits = 0;
  bool capital_first = false;
  Script script = kZyyy;

  [[nodiscard]] bool empty() const { return letters + digits == 0; }

  void add(const Character& c) {
    if (c.kind == Kind::kDigit) {
      ++digits;
      return;
    }
    if (letters == 0) {
      script = c.script;
      capital_first = c.kind == Kind::kCapital;
    } else if (script != c.script) {
      script = kZyyy;
    }
    ++letters;
    if (c.kind == Kind::kCapital) ++capitals;
  }
};

class SkeletonWriter {
 public:
  explicit SkeletonWriter(std::string& out) : out_(out), begin_(out.size()) {}

  void token(std::string_view text) {
    const std::string_view core = without_ends(text);
    if (core.empty()) return;
    joined_ = false;
    if (is_common_word(core)) {
      ++common_words_;
      after_number_ = false;
      separate();
      out_ += core;
      return;
    }
    Part part;
    for (std::size_t at = 0; at < core.size();) {
      const Decoded next = decode_utf8(core, at);
      at += next.bytes;
      const Character c = character_of(next.code_point);
      if (c.kind == Kind::kIgnored) continue;
      if (c.kind != Kind::kPunctuation) {
        part.add(c);
        continue;
      }
      mark(part);
      part = Part();
    }
    mark(part);
  }

  [[nodiscard]] std::uint32_t common_words() const { return common_words_; }

 private:
  static bool is_end(const Character& c) { return c.kind == Kind::kPunctuation || c.kind == Kind::kIgnored; }

  static std::string_view without_ends(std::string_view text) {
    while (!text.empty()) {
      const Decoded first = decode_utf8(text, 0);
      if (!is_end(character_of(first.code_point))) break;
      text.remove_prefix(first.bytes);
    }
    while (!text.empty()) {
      const std::size_t last = previous_utf8(text, text.size());
      if (!is_end(character_of(decode_utf8(text, last).code_point))) break;
      text = text.substr(0, last);
    }
    return text;
  }

  void separate() {
    if (out_.size() > begin_) out_.push_back(joined_ ? '.' : ' ');
    joined_ = true;
  }

  void mark(const Part& part) {
    if (part.empty()) return;
    const bool number = part.letters == 0;
    if (number && after_number_) return;
    after_number_ = number;
    separate();
    if (number) {
      out_.push_back('9');
      return;
    }
    if (part.digits > 0) {
      out_.push_back('m');
      out_ += bucket(part.letters + part.digits);
      return;
    }
    out_ += part.capitals == 0                                    ? "x"
            : part.capital_first && part.capitals == 1            ? "Xx"
            : part.capital_first && part.capitals == part.letters ? "X"
                                                                  : "xX";
    out_ += bucket(part.letters);
    if (part.script != kLatn) {
      out_.push_back('/');
      out_ += kScriptNames[part.script];
    }
  }

  std::string& out_;
  std::size_t begin_;
  bool joined_ = false;        // a part of the same token stands before
  bool after_number_ = false;  // the last mark is a 9
  std::uint32_t common_words_ = 0;
};

std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (is_continuation(text[most])) --most;
  return text.substr(0, most);
}

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::uint32_t append_skeleton(std::string_view text, std::string& out) {
  text = cut(text, kMostSkeletonBytes);
  SkeletonWriter writer(out);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (character_of(next.code_point).kind == Kind::kSpace) {
      writer.token(text.substr(begin, at - begin));
      begin = at + next.bytes;
    }
    at += next.bytes;
  }
  writer.token(text.substr(begin));
  return writer.common_words();
}

void append_key_mark(std::string_view key, std::string& out) {
  constexpr std::size_t kLongestKey = 64;
  if (!key.empty() && std::all_of(key.begin(), key.end(), is_digit)) {
    out.push_back('*');
    return;
  }
  const std::size_t before = out.size();
  bool words = false;
  const auto unknown = [&] {
    out.resize(before);
    out.push_back('x');
  };
  if (key.empty() || key.size() > kLongestKey) return unknown();
  for (std::size_t at = 0; at < key.size();) {
    if (std::string_view("_- .").find(key[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    std::string part;
    if (is_digit(key[at])) {
      part = "9";
      while (at < key.size() && is_digit(key[at])) ++at;
    } else {
      // A word in one case, or with a capital first: "sender", "Name", "URL".
      const std::size_t begin = at;
      while (at < key.size() && is_capital(key[at])) ++at;
      if (at - begin <= 1) {
        while (at < key.size() && is_small(key[at])) ++at;
      }
      for (std::size_t i = begin; i < at; ++i)
        part.push_back(is_capital(key[i]) ? static_cast<char>(key[i] - 'A' + 'a') : key[i]);
      if (!is_key_word(part)) return unknown();
      words = true;
    }
    if (out.size() > before) out.push_back('_');
    out += part;
  }
  if (!words) unknown();
}

}  // namespace privet
