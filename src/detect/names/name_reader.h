// Reads a person's name where something says that one stands: its words and
// which part each plays.
//
//   Ann Rey | Dr. Ann M. Rey Jr. | María de la Cruz | ann rey | LEE, Ann | 李小明
//
// What says so is others' business (field_names.h, text_cues.h); here is only
// the form, and what the lexicon knows of the words.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "detect/names/name_fold.h"
#include "detect/names/tokens.h"

namespace privet {

enum class NamePart : std::uint8_t { kGiven, kFamily, kParticle, kInitial, kSuffix, kEither };

struct NameWord {
  std::uint64_t hash = 0;  // of the folded word
  Span<ViewSpace> place;
  WordFacts facts;
  NamePart part = NamePart::kEither;
  bool capital = false;    // or of a script without capitals
  bool all_upper = false;  // "LEE"
  std::uint32_t letters = 0;
};

struct PersonName {
  Span<ViewSpace> place;  // of the name only, without titles
  std::array<NameWord, 7> words{};
  std::uint32_t count = 0;

  [[nodiscard]] std::span<const NameWord> all() const { return {words.data(), count}; }
  // Words that are neither initials, particles nor suffixes.
  [[nodiscard]] std::uint32_t full_words() const;
  [[nodiscard]] bool capital() const;  // all full words
  // The lexicon knows a word of it as a name: a lone word better than as anything else.
  [[nodiscard]] bool supported() const;
  // It knows the given name well, better than as a word, and the rest as well.
  [[nodiscard]] bool well_known() const;
  // It knows a word of it as a given name.
  [[nodiscard]] bool has_given() const;
};

struct NameLimits {
  bool small = false;      // "ann rey" may be a name, if the lexicon says so
  bool any_small = false;  // ... and even if it does not
  std::uint32_t most_words = 5;
};

class NameReader {
 public:
  explicit NameReader(const Lexicon& lexicon) : folder_(lexicon) {}

  // The name that begins at `at` in `text`, the longest there is; titles before
  // it are passed over. False: there is none.
  bool read_at(std::string_view text, std::uint32_t at, NameLimits limits, PersonName& out);

  // The names that a whole value is made of: "Rey, Ann", "Ann Rey <ann@example.com>",
  // "Ann Rey (she/her)", "Ann Rey; Bo Ray". Appends nothing if anything else is in it.
  //   place  of the value in `text`
  // True: names were appended, and if `addressed`, an address stands behind one.
  bool read_value(std::string_view text, Span<ViewSpace> place, NameLimits limits, std::vector<PersonName>& out,
                  bool* addressed = nullptr);

  [[nodiscard]] NameFolder& folder() { return folder_; }

 private:
  bool read_one(std::string_view text, Span<ViewSpace> place, NameLimits limits, PersonName& out);
  bool read_reversed(std::string_view text, Span<ViewSpace> place, NameLimits limits, PersonName& out);

  NameFolder folder_;
  std::vector<Token> tokens_;
};

// Whether a word begins with a capital, or is of a script that has none; and
// whether it has nothing but capitals (two at least).
[[nodiscard]] bool begins_with_capital(std::string_view word);
[[nodiscard]] bool is_all_upper(std::string_view word);

// Where a text may be cut so that it has at most `end` bytes and no half character.
[[nodiscard]] std::uint32_t whole_characters(std::string_view text, std::size_t end);

// Says of each word whether it is given or family, by its place and the lexicon.
void assign_parts(PersonName& name);

}  // namespace privet
