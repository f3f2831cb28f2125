// Words of names as they are compared: in small letters, without accents. "JOSÉ"
// and "Jose" are the same word, and so are "O’Brien" and "O'Brien".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "detect/names/lexicon.h"
#include "detect/names/no_names.h"

namespace privet {

// Appends `word` in small letters and without accents; an "ß" is two letters.
void append_name_fold(std::string_view word, std::string& out);

// One per worker: it reuses its room.
class NameFolder {
 public:
  explicit NameFolder(const Lexicon& lexicon) : lexicon_(&lexicon) {}

  FoldedWord fold(std::string_view word);
  // The form that the last fold() compared by; until the next one.
  [[nodiscard]] std::string_view folded() const { return folded_; }

 private:
  const Lexicon* lexicon_;
  std::string folded_;
  std::string cased_;
};

}  // namespace privet
