// Character-class masks: one SIMD pass over a text, one bit a byte.
//
// What looks for digits, capitals or an `@` works on 64 bytes at a time from
// here on. Bit i of word w stands for byte 64 * w + i of the text; bits past
// the end are 0, and so is one word more, so that a gate may look ahead.
//
//   text   c a l l   0 2 0   5 5 5
//   digit  . . . . . 1 1 1 . 1 1 1
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace privet {

// What a text holds at all; most gates need not look at most texts.
struct CharSummary {
  bool digit = false;
  bool at = false;
  bool colon = false;
  bool non_ascii = false;
  bool ampersand = false;
  bool percent = false;
  bool backslash = false;
  bool less_than = false;

  friend bool operator==(const CharSummary&, const CharSummary&) = default;
};

// The masks of one text. Borrowed from the CharMasks that made it, until its
// next compute(). Each array holds words() + 1 words, the last one 0.
struct MaskWords {
  std::uint32_t bytes = 0;                      // of the text
  const std::uint64_t* digit = nullptr;         // 0-9
  const std::uint64_t* ascii_letter = nullptr;  // A-Z a-z
  const std::uint64_t* upper = nullptr;         // A-Z
  const std::uint64_t* at = nullptr;            // @
  const std::uint64_t* colon = nullptr;         // :
  const std::uint64_t* dash = nullptr;          // -
  const std::uint64_t* dot = nullptr;           // .
  const std::uint64_t* non_ascii = nullptr;     // 0x80-0xFF
  CharSummary has;

  [[nodiscard]] std::size_t words() const { return (std::size_t{bytes} + 63) / 64; }
};

inline constexpr std::size_t kMaskKinds = 8;

// Owns the room for one text's masks. One per worker, reused: no allocation
// but to grow, and room for a huge text is given back with the next small one.
class CharMasks {
 public:
  const MaskWords& compute(std::string_view text);
  [[nodiscard]] const MaskWords& words() const { return words_; }
  // Ends what words() lends. Room for a huge text is given back.
  void release();

 private:
  void make_room(std::size_t words);

  std::unique_ptr<std::uint64_t[]> room_;
  std::size_t capacity_ = 0;  // words a kind
  MaskWords words_;
};

}  // namespace privet
