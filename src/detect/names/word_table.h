// Lists of words, and what is known of each: built once from text with spaces
// between the words, asked by hash.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "detect/names/word_hash.h"

namespace privet {

// What the lists say of a word, as bits of whoever reads it; of the lexicon it is
// WordFacts (lexicon.h).
using ListFacts = std::uint32_t;

// The hash of a word, letter by letter, so that a reader can take letters
// as it goes on.
class LetterHash {
 public:
  void add(char32_t letter) { hash_ = mix_hash(hash_, letter); }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0x2545F4914F6CDD1D;
};

class WordTable {
 public:
  // What a letter counts as; 0 if it does not count (a vowel sign, a joiner).
  using Letter = char32_t (*)(char32_t);
  struct Words {
    std::string_view words;  // single spaces or line ends between
    ListFacts facts;
  };

  // A word of several lists has the facts of all.
  WordTable(Letter count_as, std::initializer_list<Words> lists);

  [[nodiscard]] std::uint64_t hash(std::string_view word) const;
  [[nodiscard]] ListFacts find(std::uint64_t hash) const;
  [[nodiscard]] ListFacts find(std::string_view word) const { return find(hash(word)); }
  [[nodiscard]] char32_t letter(char32_t c) const { return letter_(c); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    ListFacts facts = 0;  // 0: empty
  };
  void add(std::uint64_t hash, ListFacts facts);

  Letter letter_;
  std::vector<Slot> slots_;  // open addressing; at most half are taken
  std::uint64_t mask_ = 0;
};

}  // namespace privet
