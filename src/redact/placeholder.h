// What stands in the place of a value, and how it is known again.
//
//   <EMAIL_ADDRESS>              replace
//   <PERSON_1>                   number: the first person of the record
//   <EMAIL_ADDRESS:ghkqrstvwz…>  hash: 20 letters, g to z, of a keyed token
//   <EMAIL_ADDRESS_2>            a key that must differ from another one
//   <PRIVATE_MESSAGE>            a blanked record
//
// A template rewords them, as `[{entity}_{n}]`: {entity} is the name, {n} the
// number. Without {n}, the number is joined to the name by `_`. With it, {n}
// and the joining character before it are left out where there is no number. A
// token is always joined to the name by `:`.
//
// On a second pass placeholders are opaque: whatever touches one is no finding.
// Those of the style in force are known, and those of the default always. So
// that no value hides by looking like one, a name is an entity's (rule_set.h;
// no IBAN in angle brackets), a number has at most six digits, and a token is exactly 20 letters from g to z.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/span.h"

namespace privet {

inline constexpr std::string_view kPrivateMessageEntity = "PRIVATE_MESSAGE";
inline constexpr std::string_view kBlankedText = "<PRIVATE_MESSAGE>";
inline constexpr std::size_t kTokenLetters = 20;

// What goes into a placeholder beside the entity's name.
struct PlaceholderParts {
  std::uint32_t number = 0;  // 0: none
  std::string_view token;    // empty: none; kTokenLetters letters from g to z
  std::uint32_t suffix = 0;  // 0: none; makes one key differ from another
};

class PlaceholderStyle {
 public:
  PlaceholderStyle() = default;  // <{entity}>

  // At most 64 printable ASCII characters. {entity} stands in it once; {n} at
  // most once, after it, with one of _ - : # . or a space before it. It begins
  // and ends with one of < > [ ] ( ) | ~ ^ ! * $, so that a placeholder is a
  // boundary, and holds none of " \ & % @, which JSON or a detector would read
  // as something else.
  [[nodiscard]] static Result<PlaceholderStyle> parse(std::string_view text);

  // Never needs escaping in JSON; small letters of `entity` become capitals,
  // anything but A-Z, 0-9 and _ becomes _.
  void append(std::string_view entity, const PlaceholderParts& parts, std::string& out) const;

  // Whether a span of text shares a character with a placeholder.
  template <class Space>
  [[nodiscard]] bool touches(std::string_view text, Span<Space> span) const {
    return touches(text, span.begin, span.end);
  }
  [[nodiscard]] bool touches(std::string_view text, std::size_t begin, std::size_t end) const;

  // Bytes of the placeholder that begins exactly at `at`; 0: none does.
  [[nodiscard]] std::size_t match_at(std::string_view text, std::size_t at) const;

 private:
  // A placeholder is  open NAME [:TOKEN] middle [join N [_N]] close.
  std::string open_ = "<";
  std::string middle_;
  std::string join_ = "_";
  std::string close_ = ">";
};

}  // namespace privet
