// JSON (RFC 8259) read the slow and plain way: what the real reader is compared
// with. One function a grammar rule, no library, no shortcuts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "record/record.h"

namespace privet {

struct ReferenceLeaf {
  FieldKind kind;
  std::string pointer;
  std::string text;        // decoded
  std::size_t begin, end;  // raw, between the quotes
};

class ReferenceReader {
 public:
  explicit ReferenceReader(std::string_view json) : json_(json) {}

  // Every leaf and key in document order; nothing if `json` is not one JSON
  // value in UTF-8 of at most 1024 levels.
  std::optional<std::vector<ReferenceLeaf>> read() {
    if (!is_valid_utf8(json_)) return std::nullopt;
    space();
    if (!value("", 0)) return std::nullopt;
    space();
    if (at_ != json_.size()) return std::nullopt;
    return leaves_;
  }

 private:
  char peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }
  bool take(char c) {
    if (at_ >= json_.size() || json_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    if (json_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  void space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
  }
  bool digits() {
    const std::size_t begin = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    return at_ > begin;
  }
  static std::string joined(const std::string& pointer, const std::string& segment) {
    std::string out = pointer + "/";
    for (const char c : segment) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
  }
  void leaf(FieldKind kind, const std::string& pointer, std::size_t begin) {
    leaves_.push_back({kind, pointer, std::string(json_.substr(begin, at_ - begin)), begin, at_});
  }

  bool value(const std::string& pointer, int depth) {
    const std::size_t begin = at_;
    if (peek() == '{') return depth < 1024 && object(pointer, depth + 1);
    if (peek() == '[') return depth < 1024 && array(pointer, depth + 1);
    if (peek() == '"') {
      std::string text;
      if (!string(text)) return false;
      leaves_.push_back({FieldKind::kString, pointer, text, begin + 1, at_ - 1});
      return true;
    }
    if (take("true") || take("false")) return leaf(FieldKind::kBoolean, pointer, begin), true;
    if (take("null")) return leaf(FieldKind::kNull, pointer, begin), true;
    if (!number()) return false;
    return leaf(FieldKind::kNumber, pointer, begin), true;
  }
  bool object(const std::string& pointer, int depth) {
    take('{');
    space();
    if (take('}')) return true;
    do {
      space();
      const std::size_t begin = at_;
      std::string name;
      if (!string(name)) return false;
      const std::string member = joined(pointer, name);
      leaves_.push_back({FieldKind::kKey, member, name, begin + 1, at_ - 1});
      space();
      if (!take(':')) return false;
      space();
      if (!value(member, depth)) return false;
      space();
    } while (take(','));
    return take('}');
  }
  bool array(const std::string& pointer, int depth) {
    take('[');
    space();
    if (take(']')) return true;
    std::size_t element = 0;
    do {
      space();
      if (!value(pointer + "/" + std::to_string(element++), depth)) return false;
      space();
    } while (take(','));
    return take(']');
  }
  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      return digits();
    }
    return true;
  }
  bool hex4(unsigned& unit) {
    unit = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      if (c >= '0' && c <= '9') {
        unit = unit * 16 + static_cast<unsigned>(c - '0');
      } else if (c >= 'a' && c <= 'f') {
        unit = unit * 16 + static_cast<unsigned>(c - 'a') + 10;
      } else if (c >= 'A' && c <= 'F') {
        unit = unit * 16 + static_cast<unsigned>(c - 'A') + 10;
      } else {
        return false;
      }
    }
    return true;
  }
  bool string(std::string& text) {
    if (!take('"')) return false;
    for (;;) {
      if (at_ >= json_.size() || static_cast<unsigned char>(peek()) < 0x20) return false;
      if (take('"')) return true;
      if (!take('\\')) {
        text += json_[at_++];
        continue;
      }
      if (take('u')) {
        unsigned unit = 0;
        if (!hex4(unit)) return false;
        char32_t c = unit;
        if (unit >= 0xD800 && unit < 0xE000) {
          c = kReplacementCharacter;
          const std::size_t before = at_;
          unsigned low = 0;
          if (unit < 0xDC00 && take("\\u") && hex4(low) && low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00);
          } else {
            at_ = before;
          }
        }
        append_utf8(text, c);
        continue;
      }
      constexpr std::string_view kLetters = "\"\\/bfnrt";
      constexpr std::string_view kMeaning = "\"\\/\b\f\n\r\t";
      const std::size_t which = kLetters.find(peek());
      if (at_ >= json_.size() || which == std::string_view::npos) return false;
      text += kMeaning[which];
      ++at_;
    }
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::vector<ReferenceLeaf> leaves_;
};

}  // namespace privet
