// Words that stand where a name could and are none, and small words inside and
// beside names.
#pragma once

#include <cstdint>

#include "detect/names/lexicon.h"

namespace privet {

// A word as it is compared: see name_fold.h.
struct FoldedWord {
  std::uint64_t hash = 0;     // of the folded form
  WordFacts facts;            // of the word, or, where the lexicon has none, of the word without accents
  std::uint32_t letters = 0;  // code points
  std::uint8_t kinds = 0;     // word_kinds()
};

// What our own lists say of a folded word, by its hash; 0 for most.
[[nodiscard]] std::uint8_t word_kinds(std::uint64_t hash);

// "team", "gmbh", "madame", "the": never part of a person's name, nor is what the
// lexicon says is an organisation, a greeting or a plain word only.
[[nodiscard]] bool is_no_name(const FoldedWord& word);

// "van", "de", "bin": inside a name, before its family name.
[[nodiscard]] bool is_particle(const FoldedWord& word);

// "jr", "iii", "phd": behind a name.
[[nodiscard]] bool is_name_suffix(const FoldedWord& word);

// "mr", "frau", "dott": before a name, no part of it. Without its dot.
[[nodiscard]] bool is_title_word(const FoldedWord& word);

}  // namespace privet
