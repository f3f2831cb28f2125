// The persons that one record names: so that whoever is named once is found
// wherever he is mentioned, and the same person has the same number.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/names/name_reader.h"

namespace privet {

enum class PersonIndex : std::uint16_t {};

// How a record names somebody.
enum class NamedBy : std::uint8_t {
  kAddress,  // only the local part of an address: "maria.tarrez@"
  kItself,   // a field, a cue, the tagger
};

// Cleared from record to record, and keeps its room.
class Roster {
 public:
  // A record with more people is a list, and each is found where he stands.
  static constexpr std::size_t kMostPersons = 256;

  struct Word {
    std::uint64_t hash = 0;
    PersonIndex person{};
    NamePart part = NamePart::kEither;
    std::uint8_t letters = 0;
    std::array<char, 2> lead{};  // the first bytes of the folded word
    WordFacts facts;
  };
  struct Person {
    std::uint32_t first = 0;  // of words(), until index()
    std::uint32_t count = 0;
    std::uint32_t full = 0;  // words but initials, particles and suffixes
    NamedBy by = NamedBy::kItself;
    std::uint32_t form_begin = 0;  // of the folded name, in forms_
    std::uint32_t form_end = 0;
  };

  void clear();
  // `text` is what the name's places lie in. Does nothing if it is there.
  void add(std::string_view text, const PersonName& name, NamedBy by, NameFolder& folder);
  // Sorts the words; before words_of() and person_of().
  void index();

  [[nodiscard]] bool empty() const { return persons_.empty(); }
  [[nodiscard]] std::span<const Person> persons() const { return persons_; }
  [[nodiscard]] const Person& person(PersonIndex i) const { return persons_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::span<const Word> words() const { return words_; }
  // Of every person who has this word.
  [[nodiscard]] std::span<const Word> words_of(std::uint64_t hash) const;

  // Who is meant by a text that was found as a name: by the whole name, or by a
  // part of it that one person only has. "Ann", "Ms Rey" and "ann rey" are the
  // same person where the record names one Ann Rey, and two where it names a
  // Bo Rey as well.
  [[nodiscard]] std::optional<PersonIndex> person_of(std::string_view text, NameFolder& folder) const;
  // The fullest form by which the record names the person, folded: "ann rey".
  [[nodiscard]] std::string_view form_of(PersonIndex i) const;

 private:
  std::vector<Person> persons_;
  std::vector<Word> words_;           // of persons, in order; by hash once indexed
  std::vector<std::uint64_t> names_;  // hash of each person's words, sorted
  std::string forms_;
};

}  // namespace privet
