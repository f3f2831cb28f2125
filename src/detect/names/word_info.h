// What the tagger sees of a token: the word without its case, its ends, its
// shape, and what the lexicon knows of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/names/lexicon.h"
#include "detect/names/tokens.h"

namespace privet {

// Numbers are part of the model's format.
enum class Shape : std::uint8_t {
  kNone,         // outside the text
  kLower,        // lamp
  kTitle,        // Lamp
  kUpper,        // LAMP
  kInitial,      // L
  kInner,        // McLamp
  kCamel,        // iLamp
  kTitleJoined,  // Jean-Luc, O'Brien
  kUpperJoined,  // JEAN-LUC
  kLowerJoined,  // well-known
  kCaseless,     // letters of a script without case
  kMixed,        // x86
  kDigit,        // one digit
  kDigits,       // two or three
  kYear,         // four
  kNumber,       // more, or with dots and commas
  kMark,
  kLink,
  kHandle,
  kTag,
  kBreak,
};

struct WordInfo {
  std::uint32_t word = 0;  // hashes; 0 where there is nothing
  std::uint32_t prefix2 = 0;
  std::uint32_t prefix3 = 0;
  std::uint32_t suffix2 = 0;
  std::uint32_t suffix3 = 0;
  std::uint32_t suffix4 = 0;
  WordFacts facts;
  Shape shape = Shape::kNone;
  std::uint8_t letters = 0;  // at most 255
};

[[nodiscard]] constexpr bool begins_capital(Shape shape) {
  return shape == Shape::kTitle || shape == Shape::kUpper || shape == Shape::kInitial || shape == Shape::kInner ||
         shape == Shape::kTitleJoined || shape == Shape::kUpperJoined;
}

// Looks words up, and remembers them: text repeats its words. One per worker.
// What it answers never depends on what was asked before.
class WordBook {
 public:
  explicit WordBook(const Lexicon& lexicon);
  // Valid until the next question.
  [[nodiscard]] const WordInfo& info_of(std::string_view text, const Token& token);

 private:
  static constexpr std::size_t kEntries = 16384;
  static constexpr std::size_t kLongestKept = 16;
  // A word as two numbers: one comparison each, and no call.
  struct Entry {
    std::uint64_t low = 0, high = 0;
    std::uint32_t size = 0;  // 0: free
    WordInfo info;
  };

  void describe_word(std::string_view word, WordInfo& info);

  const Lexicon* lexicon_;
  std::vector<Entry> entries_;
  WordInfo other_;
  std::string folded_;
  std::vector<std::uint32_t> starts_;  // of the folded characters
};

}  // namespace privet
