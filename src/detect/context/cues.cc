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

std::vector<std::string> cue_forms(const std::string& word) {
  constexpr std::size_t kShortest = 6;  // "año" is no "ano", and "č." no "c."
  std::vector<std::string> forms(1);
  if (has_unspaced_script(word)) {
    append_casefolded(word, forms[0]);
    return forms;
  }
  append_words(word, forms[0]);
  std::string plain;
  append_unmarked(forms[0], plain);
  if (plain != forms[0] && plain.size() >= kShortest + 2) forms.push_back(std::move(plain));
  return forms;
}

CueMatcher::CueMatcher(const CueWords& cues) : window_(cues.window) {
  for (const std::string& word : cues.words) {
    std::vector<std::string>& kind = has_unspaced_script(word) ? unspaced_ : spaced_;
    for (std::string& form : cue_forms(word)) kind.push_back(std::move(form));
  }
}

std::uint32_t CueMatcher::longest_in(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  // Only words that are whole in the text: "tel" is not one of "hotel".
  std::string folded;
  std::vector<CaseFoldedWord> whole;
  fold_words(text, begin, end, folded, whole);
  std::string words = " ";
  for (const CaseFoldedWord& word : whole) {
    words.append(folded, word.folded_begin, word.folded_end - word.folded_begin).push_back(' ');
  }
  std::string unspaced;
  if (!unspaced_.empty()) append_casefolded(whole_characters(text, begin, end), unspaced);
  std::size_t longest = 0;
  const auto look_for = [&](const std::vector<std::string>& cues, const std::string& where) {
    for (const std::string& cue : cues) {
      if (where.find(cue) != std::string::npos) longest = std::max(longest, cue.size());
    }
  };
  look_for(spaced_, words);
  look_for(unspaced_, unspaced);
  return static_cast<std::uint32_t>(longest);
}

std::uint32_t CueMatcher::longest_near(Bytes<ViewSpace> text, Span<ViewSpace> span) const {
  if (spaced_.empty() && unspaced_.empty()) return 0;
  const std::size_t begin = span.begin > window_ ? span.begin - window_ : 0;
  const std::size_t end = std::min<std::size_t>(text.size(), std::size_t{span.end} + window_ / 2);
  return std::max(longest_in(text.text(), static_cast<std::uint32_t>(begin), span.begin),
                  longest_in(text.text(), span.end, static_cast<std::uint32_t>(end)));
}

}  // namespace privet
