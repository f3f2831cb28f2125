// A lexicon for tests, from words written in the test.
//
//   BuiltLexicon words({{"ann", WordFacts(3, 0, 0, WordPart::kNone)}});
//   words.lexicon().find("ann")
#pragma once

#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "detect/names/lexicon.h"
#include "detect/names/lexicon_slot.h"

namespace privet {

// Owns what its lexicon borrows.
class BuiltLexicon {
 public:
  BuiltLexicon(std::initializer_list<std::pair<std::string_view, WordFacts>> words) {
    std::size_t count = 16;
    while (count < 4 * words.size()) count *= 2;
    std::vector<LexiconSlot> slots(count);
    for (const auto& [word, facts] : words) PRIVET_CHECK(insert_word(slots, Lexicon::hash_of(word), facts.bits()));
    table_.resize(count * sizeof(LexiconSlot));
    std::memcpy(table_.data(), slots.data(), table_.size());
    auto read = Lexicon::read(table_);
    PRIVET_CHECK(read.has_value());
    lexicon_ = *read;
  }
  BuiltLexicon(const BuiltLexicon&) = delete;
  BuiltLexicon& operator=(const BuiltLexicon&) = delete;

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  std::string table_;
  Lexicon lexicon_;
};

}  // namespace privet
