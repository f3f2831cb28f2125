// A list of words, cut and sorted by the compiler, for lists that are asked
// about every mention or link of a corpus. Short lists do with holds_word().
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "detect/proof/chars.h"

namespace privet {

[[nodiscard]] constexpr std::size_t count_words(std::string_view words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

//   constexpr WordSet<count_words(kText)> kWords(kText);
template <std::size_t kCount>
class WordSet {
 public:
  // Lower case, single spaces between; a word may stand there twice.
  constexpr explicit WordSet(std::string_view words) {
    for (std::string_view& word : words_) {
      const std::size_t end = std::min(words.find(' '), words.size());
      word = words.substr(0, end);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    std::sort(words_.begin(), words_.end());
  }

  // ASCII letters of `word` in either case.
  [[nodiscard]] bool holds(std::string_view word) const {
    std::array<char, 32> lower;
    if (word.size() > lower.size()) return false;
    std::transform(word.begin(), word.end(), lower.begin(), [](char c) { return to_lower(c); });
    return std::binary_search(words_.begin(), words_.end(), std::string_view(lower.data(), word.size()));
  }

 private:
  std::array<std::string_view, kCount> words_;
};

}  // namespace privet
