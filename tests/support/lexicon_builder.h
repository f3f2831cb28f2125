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

#include "base/check.h"
#include "detect/names/lexicon.h"
#include "detect/names/lexicon_slot.h"

namespace privet {

// Owns what its lexicon borrows.
class BuiltLexicon {
 public:
  BuiltLexicon(std::initializer_list<std::pair<std::string_view, WordFacts>> words) {
    std::size_t slots = 16;
    while (slots < 4 * words.size()) slots *= 2;
    table_.assign(slots * sizeof(LexiconSlot), '\0');
    for (const auto& [word, facts] : words) {
      const std::uint64_t hash = Lexicon::hash_of(word);
      std::uint64_t at = lexicon_home(hash, slots - 1);
      LexiconSlot slot;
      while (std::memcpy(&slot, table_.data() + at * sizeof slot, sizeof slot), slot.facts != 0) {
        at = (at + 1) & (slots - 1);
      }
      slot = {lexicon_mark(hash), facts.bits()};
      std::memcpy(table_.data() + at * sizeof slot, &slot, sizeof slot);
    }
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
