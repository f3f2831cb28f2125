#include "detect/context/cues.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/casefold.h"

namespace privet {
namespace {

// The stretch from `begin` to `end`, without characters that its ends cut through.
std::string_view whole_characters(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_continuation(text[begin])) ++begin;
  while (end > begin && end < text.size() && is_continuation(text[end])) --end;
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
  }
}

bool CueMatcher::holds_cue(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  // Only words that are whole in the text: "tel" is not one of "hotel".
  std::string folded;
  std::vector<CaseFoldedWord> whole;
  fold_words(text, begin, end, folded, whole);
  std::string words = " ";
  for (const CaseFoldedWord& word : whole) {
    words.append(folded, word.folded_begin, word.folded_end - word.folded_begin).push_back(' ');
  }
  for (std::size_t at = 1; at < words.size();) {
    const std::size_t next = words.find(' ', at);
    if (words_.contains(std::string_view(words).substr(at, next - at))) return true;
    at = next + 1;
  }
  std::string unspaced;
  if (!unspaced_.empty()) append_casefolded(whole_characters(text, begin, end), unspaced);
  const auto found_in = [](const std::string& where) {
    return [&where](const std::string& cue) { return where.find(cue) != std::string::npos; };
  };
  return std::any_of(phrases_.begin(), phrases_.end(), found_in(words)) ||
         std::any_of(unspaced_.begin(), unspaced_.end(), found_in(unspaced));
}

bool CueMatcher::near(Bytes<ViewSpace> text, Span<ViewSpace> span) const {
  if (words_.empty() && phrases_.empty() && unspaced_.empty()) return false;
  const std::size_t begin = span.begin > window_ ? span.begin - window_ : 0;
  const std::size_t end = std::min<std::size_t>(text.size(), std::size_t{span.end} + window_ / 2);
  return holds_cue(text.text(), static_cast<std::uint32_t>(begin), span.begin) ||
         holds_cue(text.text(), span.end, static_cast<std::uint32_t>(end));
}

}  // namespace privet
