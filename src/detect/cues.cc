#include "detect/cues.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/casefold.h"

namespace privet {
namespace {

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// The stretch from `begin` to `end`, without the characters and words that its
// ends cut through: "tel" is not a word of "hotel".
std::string_view whole_words(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_continuation(text[begin])) ++begin;
  if (begin > 0 && is_ascii_word(text[begin - 1])) {
    while (begin < end && is_ascii_word(text[begin])) ++begin;
  }
  while (end > begin && end < text.size() && is_continuation(text[end])) --end;
  if (end < text.size() && is_ascii_word(text[end])) {
    while (end > begin && is_ascii_word(text[end - 1])) --end;
  }
  return text.substr(begin, end - begin);
}

}  // namespace

CueMatcher::CueMatcher(const CueWords& cues) : window_(cues.window) {
  for (const std::string& word : cues.words) {
    if (has_unspaced_script(word)) {
      append_casefolded(word, unspaced_.emplace_back());
    } else {
      append_words(word, words_.emplace_back());
    }
  }
}

bool CueMatcher::near(Bytes<ViewSpace> text, Span<ViewSpace> span) const {
  if (words_.empty() && unspaced_.empty()) return false;
  const std::size_t begin = span.begin > window_ ? span.begin - window_ : 0;
  const std::size_t end = std::min<std::size_t>(text.size(), std::size_t{span.end} + window_ / 2);
  for (const std::string_view side : {whole_words(text.text(), begin, span.begin), whole_words(text.text(), span.end, end)}) {
    if (side.empty()) continue;
    std::string words;
    append_words(side, words);
    for (const std::string& word : words_) {
      if (words.find(word) != std::string::npos) return true;
    }
    for (const std::string& word : unspaced_) {
      if (words.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace privet
