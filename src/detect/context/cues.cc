#include "detect/context/cues.h"

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
      continue;
    }
    std::string spaced;
    append_words(word, spaced);
    const std::string_view inner = std::string_view(spaced).substr(1, spaced.size() - 2);
    if (inner.empty() || inner.find(' ') != std::string_view::npos) {
      phrases_.push_back(spaced);
      continue;
    }
    words_.emplace(inner);
    initials_[static_cast<std::uint8_t>(inner[0])] = true;
  }
}

bool CueMatcher::holds_cue(std::string_view words) const {
  for (std::size_t at = 1; at < words.size();) {
    const std::size_t end = words.find(' ', at);
    if (initials_[static_cast<std::uint8_t>(words[at])] && words_.contains(words.substr(at, end - at))) return true;
    at = end + 1;
  }
  const auto found = [&](const std::string& cue) { return words.find(cue) != std::string_view::npos; };
  return std::any_of(phrases_.begin(), phrases_.end(), found) || std::any_of(unspaced_.begin(), unspaced_.end(), found);
}

bool CueMatcher::near(Bytes<ViewSpace> text, Span<ViewSpace> span) const {
  if (words_.empty() && phrases_.empty() && unspaced_.empty()) return false;
  const std::size_t begin = span.begin > window_ ? span.begin - window_ : 0;
  const std::size_t end = std::min<std::size_t>(text.size(), std::size_t{span.end} + window_ / 2);
  std::string words;
  for (const std::string_view side :
       {whole_words(text.text(), begin, span.begin), whole_words(text.text(), span.end, end)}) {
    if (side.empty()) continue;
    words.clear();
    append_words(side, words);
    if (holds_cue(words)) return true;
  }
  return false;
}

}  // namespace privet
