#include "detect/names/roster.h"

#include <algorithm>

#include "base/scratch.h"
#include "detect/names/no_names.h"
#include "detect/names/word_hash.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

bool is_full(NamePart part) {
  return part == NamePart::kGiven || part == NamePart::kFamily || part == NamePart::kEither;
}

constexpr std::size_t kMostAskedWords = 8;

}  // namespace

void Roster::clear() {
  persons_.clear();
  words_.clear();
  names_.clear();
  empty_scratch(forms_);
}

void Roster::add(std::string_view text, const PersonName& name, NamedBy by, NameFolder& folder) {
  if (persons_.size() == kMostPersons || name.full_words() == 0) return;
  // Of the words whatever their order: "Rey, Ann" is Ann Rey.
  std::uint64_t hash = 0;
  for (const NameWord& word : name.all()) {
    if (is_full(word.part)) hash += mix_hash(word.hash, kHashFactor);
  }
  const auto it = std::lower_bound(names_.begin(), names_.end(), hash);
  if (it != names_.end() && *it == hash) {
    if (by == NamedBy::kItself) {
      // Found again where it stands for itself.
      for (Person& person : persons_) {
        std::uint64_t other = 0;
        if (person.by == NamedBy::kItself) continue;
        for (std::uint32_t w = 0; w < person.count; ++w) {
          if (is_full(words_[person.first + w].part)) other += mix_hash(words_[person.first + w].hash, kHashFactor);
        }
        if (other == hash) person.by = NamedBy::kItself;
      }
    }
    return;
  }
  names_.insert(it, hash);

  const auto at = static_cast<PersonIndex>(persons_.size());
  Person person{.first = static_cast<std::uint32_t>(words_.size()), .count = name.count, .by = by};
  person.form_begin = static_cast<std::uint32_t>(forms_.size());
  for (const bool family : {false, true}) {  // given names first
    for (const NameWord& word : name.all()) {
      const bool is_family = word.part == NamePart::kFamily || word.part == NamePart::kParticle;
      if (is_family != family || word.part == NamePart::kSuffix || word.part == NamePart::kInitial) continue;
      if (forms_.size() > person.form_begin) forms_ += ' ';
      folder.fold(text.substr(word.place.begin, word.place.size()));
      forms_ += folder.folded();
    }
  }
  person.form_end = static_cast<std::uint32_t>(forms_.size());
  for (const NameWord& word : name.all()) {
    folder.fold(text.substr(word.place.begin, word.place.size()));
    const std::string_view folded = folder.folded();
    words_.push_back({.hash = word.hash,
                      .person = at,
                      .part = word.part,
                      .letters = static_cast<std::uint8_t>(std::min<std::uint32_t>(word.letters, 255)),
                      .lead = {at_or(folded, 0), at_or(folded, 1)},
                      .facts = word.facts});
    person.full += is_full(word.part) ? 1 : 0;
  }
  persons_.push_back(person);
}

void Roster::index() {
  std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.hash < b.hash; });
}

std::span<const Roster::Word> Roster::words_of(std::uint64_t hash) const {
  const auto begin = std::lower_bound(words_.begin(), words_.end(), hash,
                                      [](const Word& w, std::uint64_t asked) { return w.hash < asked; });
  auto end = begin;
  while (end != words_.end() && end->hash == hash) ++end;
  return {words_.data() + (begin - words_.begin()), static_cast<std::size_t>(end - begin)};
}

std::optional<PersonIndex> Roster::person_of(std::string_view text, NameFolder& folder) const {
  std::vector<Token> tokens;
  append_tokens(text, 0, 2 * kMostAskedWords, tokens);
  std::vector<std::uint64_t> asked;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord) continue;
    const FoldedWord word = folder.fold(text.substr(token.begin, token.end - token.begin));
    const bool beside = word.letters == 1 || is_title_word(word) || is_particle(word) || is_name_suffix(word);
    // "Don" and "Ben" are names, too, where the record says so.
    if (!beside || (word.letters > 1 && !words_of(word.hash).empty())) asked.push_back(word.hash);
  }
  if (asked.empty()) return {};
  // Everybody who has all of these words; who has most is named best.
  std::vector<std::uint8_t> hits(persons_.size());
  for (const std::uint64_t hash : asked) {
    const std::span<const Word> found = words_of(hash);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i > 0 && found[i].person == found[i - 1].person) continue;  // "Rey Rey"
      ++hits[static_cast<std::size_t>(found[i].person)];
    }
  }
  std::optional<PersonIndex> exact;
  std::optional<PersonIndex> fuller;
  bool several = false;
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    if (hits[i] < asked.size()) continue;
    if (persons_[i].full > asked.size()) {
      several = several || fuller.has_value();
      fuller = static_cast<PersonIndex>(i);
    } else {
      exact = static_cast<PersonIndex>(i);
    }
  }
  // A lone word is the one who has it and another, if there is just one.
  if (fuller && !several && asked.size() == 1) return fuller;
  if (exact) return exact;
  return several ? std::nullopt : fuller;
}

std::string_view Roster::form_of(PersonIndex i) const {
  return std::string_view(forms_).substr(person(i).form_begin, person(i).form_end - person(i).form_begin);
}

}  // namespace privet
