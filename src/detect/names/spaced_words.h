// Words of a script that puts spaces between them, with what the lists know of
// each.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "detect/names/caseless_line.h"
#include "detect/names/word_table.h"

namespace privet {

// What a word may be.
enum SpacedFact : ListFacts {
  kGiven = 1,
  kFamily = 2,
  kCommon = 4,         // the name is an ordinary word too
  kChain = 8,          // joins names: "son of"; or makes one with what follows
  kOpens = 16,         // a chain word that may stand first
  kTitle = 32,         // before a name: "Mr"
  kTitleWithDot = 64,  // only if a full stop follows
  kHonorific = 128,    // behind a name
  kLabel = 256,        // "name:", "signed:"
  kRole = 512,         // before a name, and before other things too
  kSaysBefore = 1024,  // "said", before its subject
  kSaysBehind = 2048,  // and behind
  kGreets = 4096,      // "dear"
  kTakesLeave = 8192,  // "regards"
  kNoName = 16384,     // never part of a name
  kTakesAny = 65536,   // a chain word that takes words of no list
  kInChain = 32768,    // part of a name behind a chain word only: "servant of God"
};

enum class Gap : std::uint8_t { kNothing, kSpace, kHyphen, kDot, kColon, kComma, kOther };

struct SpacedWord {
  std::uint32_t begin = 0, end = 0;            // with what sticks to it
  std::uint32_t name_begin = 0, name_end = 0;  // without
  ListFacts facts = 0;
  Gap before = Gap::kNothing;  // what lies between it and the word before
  std::uint8_t letters = 0;    // that count, at most 255
  bool ending = false;         // a case ending or the like was taken off
};

struct SpacedScript {
  const WordTable& table;
  bool (*is_letter)(char32_t);                 // marks too
  std::span<const std::string_view> prefixes;  // "and", "to": written together with the word
  std::span<const std::string_view> endings;   // the same behind it
  bool quotes_in_words = false;                // Hebrew abbreviations
  // A family name by its form, which is good behind a given name from the list.
  bool (*family_form)(std::string_view word) = nullptr;
  std::uint8_t least_letters = 2;  // of a name that is in no list
  std::string_view no_form = {};   // how such a name never begins: an article
};

// The words of a line, as many as there is room for at once.
class SpacedWords {
 public:
  SpacedWords(const SpacedScript& script, const CaselessLine& line) : script_(script), line_(line), at_(line.begin) {}

  // Reads on; false when the line is over. The words before are gone. Those
  // of one reading hang together: a reading ends at the room's end only if a
  // phrase is longer than it.
  bool next();

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const SpacedWord& operator[](std::size_t i) const { return words_[i]; }
  // What lies before word i; behind the last one, what follows it.
  [[nodiscard]] Gap gap(std::size_t i) const { return i < size_ ? words_[i].before : behind_; }
  [[nodiscard]] bool begins_line(std::size_t i) const { return i == 0 && begins_line_; }
  [[nodiscard]] bool is_whole_line() const { return begins_line_ && at_ == line_.end && behind_ != Gap::kOther; }

 private:
  static constexpr std::size_t kRoom = 64;

  Gap read_gap();
  bool read_word(SpacedWord& word);
  void look_up(SpacedWord& word, std::uint64_t hash);

  const SpacedScript& script_;
  const CaselessLine& line_;
  std::uint32_t at_;
  std::array<SpacedWord, kRoom> words_;
  std::size_t size_ = 0;
  Gap behind_ = Gap::kNothing;
  bool begins_line_ = false;
};

}  // namespace privet
