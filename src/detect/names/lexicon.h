// What is known of a word by itself: how usual it is as a given name, as a
// family name and as a plain word, and which part it plays beside names.
//
// 400,000 words in 2 MB: a slot holds 16 bits of the word's hash and 16 bits of
// facts, so one unknown word in ten thousand or so is taken for another. That
// costs nothing that counts: facts are evidence, and never decide alone.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/result.h"
#include "detect/names/lexicon_slot.h"
#include "detect/names/word_hash.h"

namespace privet {

// What a word does beside a name. Closed: a number here is in every model.
enum class WordPart : std::uint8_t {
  kNone,
  kTitle,         // Mr, Frau: before a name, no part of it
  kRole,          // coach, minister
  kOrganisation,  // Inc, GmbH, university
  kEponym,        // street, prize, disease: makes what stands beside it no person
  kCalendar,      // months and weekdays
  kGreeting,      // dear, hi
  kSignOff,       // regards
  kSpeech,        // said
  kKin,           // mother, friend
  kParticle,      // van, de, bin: inside a name
  kSuffix,        // Jr, III: at its end
  kPlace,
  kNationality,
};

// Whether more people have a word as their given name or as their family name. Closed, as above.
enum class NameLean : std::uint8_t { kNotCounted, kFamily, kBoth, kGiven };

// Grades go from 0, never, to 3, as usual as can be.
class WordFacts {
 public:
  constexpr WordFacts() = default;
  constexpr explicit WordFacts(std::uint16_t bits) : bits_(bits) {}
  constexpr WordFacts(int given, int family, int plain, WordPart part, NameLean lean = NameLean::kNotCounted)
      : bits_(static_cast<std::uint16_t>(given | family << 2 | plain << 4 | static_cast<int>(part) << 6 |
                                         static_cast<int>(lean) << 10)) {}

  [[nodiscard]] constexpr std::uint16_t bits() const { return bits_; }
  [[nodiscard]] constexpr int given() const { return bits_ & 3; }
  [[nodiscard]] constexpr int family() const { return bits_ >> 2 & 3; }
  [[nodiscard]] constexpr int plain() const { return bits_ >> 4 & 3; }  // written in lower case
  [[nodiscard]] constexpr WordPart part() const { return static_cast<WordPart>(bits_ >> 6 & 15); }
  [[nodiscard]] constexpr NameLean lean() const { return static_cast<NameLean>(bits_ >> 10 & 3); }
  [[nodiscard]] constexpr bool is(WordPart part_asked) const { return part() == part_asked; }
  [[nodiscard]] constexpr bool names() const { return given() > 0 || family() > 0; }
  [[nodiscard]] constexpr bool known() const { return bits_ != 0; }
  friend constexpr bool operator==(WordFacts, WordFacts) = default;

 private:
  std::uint16_t bits_ = 0;
};

// Borrows its bytes; immutable, shared by all threads.
class Lexicon {
 public:
  Lexicon() = default;  // knows nothing
  // `table`: a power of two of slots, as LexiconBuilder wrote them. Fails if it
  // is something else.
  static Result<Lexicon> read(std::string_view table);

  // `word` case folded; names also stand there without accents.
  [[nodiscard]] WordFacts find(std::string_view word) const { return find_hash(hash_of(word)); }
  [[nodiscard]] WordFacts find_hash(std::uint64_t hash) const {
    if (slots_ == nullptr) return {};
    const std::uint16_t mark = lexicon_mark(hash);
    std::uint64_t at = lexicon_home(hash, mask_);
    // A table without an empty slot is damaged, but must not hang us.
    for (int probes = 0; probes < kMostLexiconProbes; ++probes, at = (at + 1) & mask_) {
      LexiconSlot slot;
      std::memcpy(&slot, slots_ + at * sizeof slot, sizeof slot);
      if (slot.facts == 0) return {};
      if (slot.mark == mark) return WordFacts(slot.facts);
    }
    return {};
  }
  // Asks for what find_hash() will look at.
  void prefetch(std::uint64_t hash) const {
    if (slots_ != nullptr) __builtin_prefetch(slots_ + lexicon_home(hash, mask_) * sizeof(LexiconSlot));
  }
  [[nodiscard]] static std::uint64_t hash_of(std::string_view word) { return hash_word(word); }

 private:
  const char* slots_ = nullptr;  // 4 bytes each, of any alignment
  std::uint64_t mask_ = 0;
};

}  // namespace privet
