#include "text/mojibake.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/utf8.h"
#include "text/fold_scan.h"
#include "text/windows_1252.h"

namespace privet {
namespace {

// Of the characters above U+007F, how many must be of this kind: half of them,
// or, where each alone could be an accident, nearly all and several of them
// different.
constexpr std::size_t kDenseOneIn = 2;
constexpr std::size_t kSuspectedMissesOneIn = 10;
constexpr std::size_t kDifferent = 3;

// The byte that `c` stands for in Windows-1252, or in Latin-1 where that has
// none; 0: no byte above 127.
std::uint8_t byte_of(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<std::uint8_t>(c);
  if (c < 0x0152 || c > 0x2122) return 0;
  const auto it = std::find(kWindows1252.begin(), kWindows1252.end(), static_cast<char16_t>(c));
  return it == kWindows1252.end() ? 0 : static_cast<std::uint8_t>(0x80 + (it - kWindows1252.begin()));
}

// One character that was written as its bytes.
struct Sequence {
  char32_t code_point = 0;
  std::uint32_t bytes = 0;       // it takes in the text; 0: none
  std::uint32_t characters = 0;  // likewise
  std::uint8_t lead = 0;
  std::uint8_t second = 0;
  bool controls = false;  // some stand for C1 controls, which nobody types
};

std::uint32_t length_of(std::uint8_t lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

Sequence sequence_at(std::string_view text, std::size_t at) {
  Sequence s;
  std::array<char, 4> bytes{};
  std::uint32_t length = 1;
  std::size_t end = at;
  for (std::uint32_t i = 0; i < length; ++i) {
    if (end >= text.size()) return {};
    const Decoded c = decode_utf8(text, end);
    const std::uint8_t byte = byte_of(c.code_point);
    if (i == 0) {
      length = length_of(byte);
      s.lead = byte;
    } else if (byte < 0x80 || byte > 0xBF) {
      return {};
    }
    if (i == 1) s.second = byte;
    s.controls = s.controls || (c.code_point >= 0x80 && c.code_point < 0xA0);
    bytes[i] = static_cast<char>(byte);
    end += c.bytes;
  }
  const std::string_view written(bytes.data(), length);
  if (length == 0 || !is_valid_utf8(written)) return {};
  s.code_point = decode_utf8(written, 0).code_point;
  const auto type = u_charType(static_cast<UChar32>(s.code_point));
  if (type == U_UNASSIGNED || type == U_CONTROL_CHAR || type == U_PRIVATE_USE_CHAR) return {};
  s.bytes = static_cast<std::uint32_t>(end - at);
  s.characters = length;
  return s;
}

enum class Before { kNoLetter, kLowercase, kOtherLetter };

Before letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return Before::kNoLetter;
  const auto c = static_cast<UChar32>(decode_utf8(text, previous_utf8(text, at)).code_point);
  if (u_islower(c) != 0) return Before::kLowercase;
  return u_isalpha(c) != 0 ? Before::kOtherLetter : Before::kNoLetter;
}

// Quotation marks and dashes, which may stand behind any letter, as bytes.
bool is_closing(std::uint8_t byte) {
  return byte == 0x85 || (byte >= 0x91 && byte <= 0x97) || byte == 0x99 || byte == 0x9B;
}

// Whether nobody wrote that on purpose. `CAFÉ…`, `groß»`, `été…”` and `IRMÃ»` are
// in order and could be read as bytes all the same.
bool is_no_accident(const Sequence& s, Before before) {
  constexpr std::uint8_t kMultiplicationSign = 0xD7;
  constexpr std::uint8_t kSharpS = 0xDF;
  constexpr char32_t kByteOrderMark = 0xFEFF;
  if (s.lead <= 0xC3) return s.controls || before != Before::kOtherLetter;
  const bool control = s.controls && before == Before::kNoLetter;
  if (s.lead == kMultiplicationSign || s.lead == kSharpS) return control;
  if (s.lead < 0xE0) return control || before == Before::kLowercase;             // a capital in the middle of a word
  const bool sign = s.lead == 0xE2 && s.second < 0xA0 && !is_closing(s.second);  // punctuation, currencies, arrows
  const bool emoji = s.lead == 0xF0 && s.second == 0x9F;
  return control || sign || emoji || s.code_point == kByteOrderMark;
}

// The sequences of a text, from first to last.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  // The next one, in `sequence`, and where it begins; none: the size of the text.
  std::size_t next(Sequence& sequence) {
    for (std::size_t at = find_twice_encoded(text_, done_); at < text_.size(); at = find_twice_encoded(text_, at + 2)) {
      sequence = sequence_at(text_, at);
      if (sequence.bytes == 0) continue;
      follows_ = at == done_ && at > 0;
      done_ = at + sequence.bytes;
      return at;
    }
    return text_.size();
  }
  // What stands before the one that next() gave.
  [[nodiscard]] Before before(std::size_t at) const { return follows_ ? Before::kNoLetter : letter_before(text_, at); }

 private:
  std::string_view text_;
  std::size_t done_ = 0;
  bool follows_ = false;  // the last one stood right behind the one before
};

std::size_t count_above_ascii(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) >= 0xC0; }));
}

// Where the first sequence of a text that is to be repaired stands.
std::size_t first_to_repair(std::string_view text) {
  Walk walk(text);
  Sequence s;
  std::size_t first = text.size();
  std::size_t characters = 0;
  bool sure = false;
  std::array<char32_t, kDifferent> seen{};
  std::size_t different = 0;
  for (std::size_t at = walk.next(s); at < text.size(); at = walk.next(s)) {
    first = std::min(first, at);
    characters += s.characters;
    sure = sure || is_no_accident(s, walk.before(at));
    if (different < kDifferent && std::find(seen.begin(), seen.end(), s.code_point) == seen.end()) {
      seen[different++] = s.code_point;
    }
  }
  if (!sure && different < kDifferent) return text.size();
  const std::size_t all = count_above_ascii(text);
  const bool dense = sure ? characters * kDenseOneIn >= all : (all - characters) * kSuspectedMissesOneIn <= all;
  return dense ? first : text.size();
}

}  // namespace

std::size_t repair_mojibake(std::string_view text, std::string& out, OffsetMapBuilder& edits) {
  out.clear();
  edits.clear();
  const std::size_t first = first_to_repair(text);
  if (first == text.size()) return first;
  Walk walk(text);
  Sequence s;
  std::size_t done = 0;
  const auto copy_up_to = [&](std::size_t at) {
    out.append(text.substr(done, at - done));
    edits.copied(at - done);
  };
  for (std::size_t at = walk.next(s); at < text.size(); at = walk.next(s)) {
    copy_up_to(at);
    const std::size_t before = out.size();
    append_utf8(out, s.code_point);
    edits.replaced(s.bytes, out.size() - before, EditFlag::kMojibake);
    done = at + s.bytes;
  }
  copy_up_to(text.size());
  return first;
}

}  // namespace privet
