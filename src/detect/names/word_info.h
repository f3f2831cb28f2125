// What the tagger sees of a token: the word without its case, its ends, its
// shape, and what the lexicon knows of it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
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

// What a word can be at all, whatever stands around it: bits of WordSketch::can.
namespace can {
inline constexpr std::uint8_t kLead = 1;        // begins with a capital
inline constexpr std::uint8_t kShout = 2;       // all capitals, more than one
inline constexpr std::uint8_t kPuzzle = 4;      // in small letters, and not known
inline constexpr std::uint8_t kName = 8;        // part of a name, with its capital
inline constexpr std::uint8_t kAmid = 16;       // part of a name, without one, in a line that has some
inline constexpr std::uint8_t kSmallName = 32;  // part of a name in a line without capitals
inline constexpr std::uint8_t kTelling = 64;    // a reason by itself to look closer
}  // namespace can

// What the gate asks of a word: enough to tell that most are no part of a name.
struct WordSketch {
  WordFacts facts;
  Shape shape = Shape::kNone;
  std::uint8_t letters = 0;  // at most 255
  std::uint8_t can = 0;
};

// In a line without capitals, whether a word is a name by itself: usual enough
// as one for how usual it is as a plain word.
[[nodiscard]] constexpr bool is_small_name(const WordFacts& facts) {
  return (facts.plain() < 3 && facts.given() > 1) || (facts.plain() < 2 && facts.family() > 1);
}

// What `sketch.can` is by the rest of it.
[[nodiscard]] std::uint8_t can_of(const WordSketch& sketch);

struct WordInfo : WordSketch {
  std::uint32_t word = 0;  // hashes; 0 where there is nothing
  std::uint32_t prefix2 = 0;
  std::uint32_t prefix3 = 0;
  std::uint32_t suffix2 = 0;
  std::uint32_t suffix3 = 0;
  std::uint32_t suffix4 = 0;
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
  // Of each of `tokens`, into `out`; of one that is no word, nothing. Every word
  // of a text is asked for, so what is remembered of each is kept small, and
  // those that must be looked up are looked up together.
  void sketch(std::string_view text, std::span<const Token> tokens, WordSketch* out);
  // Of any token; `sketch` is its own.
  void describe(std::string_view text, const Token& token, WordSketch sketch, WordInfo& out);

 private:
  static constexpr std::size_t kSketchBits = 14;
  static constexpr std::size_t kInfoBits = 10;
  static constexpr std::size_t kLongestKept = 16;
  // A word as two numbers: one comparison each, and no call. No word has a byte
  // of 0, so its size is in them too, and a free entry is no word.
  struct ShortWord {
    std::uint64_t low = 0, high = 0;
    friend bool operator==(const ShortWord&, const ShortWord&) = default;
  };
  struct Sketched {
    ShortWord word;
    WordSketch sketch;
  };
  struct Wanted {
    ShortWord word;
    std::uint64_t hash;
    std::size_t token;
    WordSketch sketch;  // without its facts
  };
  struct Described {
    ShortWord word;
    WordInfo info;
  };

  static const std::array<ShortWord, kLongestKept + 1> kOfWord;

  static ShortWord load(std::string_view text, std::size_t at, std::size_t size);
  static std::size_t slot_of(const ShortWord& word, std::size_t bits);
  static bool fold_plain(ShortWord& word, std::size_t size, WordSketch& sketch);
  static void describe_plain(const ShortWord& folded, std::size_t size, WordInfo& out);
  std::uint64_t read_word(std::string_view word, WordSketch& sketch);
  void describe_word(std::string_view word, WordInfo& out);

  const Lexicon* lexicon_;
  std::vector<Sketched> sketches_;
  std::vector<Wanted> wanted_;
  std::vector<Described> infos_;  // of words that are not plain
  std::string folded_;
  std::vector<std::uint32_t> starts_;  // of the folded characters
};

}  // namespace privet
