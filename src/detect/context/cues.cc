#include "detect/context/cues.h"

#include <algorithm>

#include "base/utf8.h"
#include "detect/proof/chars.h"
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
  forms[0].reserve(word.size() + 2);
  if (has_unspaced_script(word)) {
    append_casefolded(word, forms[0]);
    return forms;
  }
  append_words(word, forms[0]);
  if (std::all_of(word.begin(), word.end(), is_ascii)) return forms;
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

std::uint32_t cue_weight(std::uint32_t size, Span<ViewSpace> place, Span<ViewSpace> value) {
  const bool before = place.end <= value.begin;
  const std::uint32_t most = before ? size : (size + 1) / 2;
  const std::uint32_t less = before ? value.begin - place.end : place.begin - value.end;
  return most > less ? most - less : 1;
}

void CueMatcher::find_in(std::string_view text, Span<ViewSpace> where, Span<ViewSpace> value, Found& found) const {
  // Where each byte of a folded text comes from, and one more for its end.
  std::string words = " ", unspaced;
  std::vector<std::uint32_t> word_places = {where.begin}, unspaced_places;
  // Only words that are whole in the text: "tel" is not one of "hotel".
  std::string folded;
  std::vector<CaseFoldedWord> whole;
  fold_words(text, where.begin, where.end, folded, whole);
  for (const CaseFoldedWord& word : whole) {
    words.append(folded, word.folded_begin, word.folded_end - word.folded_begin).push_back(' ');
    word_places.resize(words.size() - 1, word.begin);
    word_places.push_back(word.end);  // of the space behind it
  }
  const std::string_view seen = whole_characters(text, where.begin, where.end);
  auto at = static_cast<std::uint32_t>(seen.data() - text.data());
  for (const std::uint32_t end = at + static_cast<std::uint32_t>(seen.size()); at < end;) {
    const Decoded d = decode_utf8(text, at);
    append_casefolded(text.substr(at, d.bytes), unspaced);
    unspaced_places.resize(unspaced.size(), at);
    at += d.bytes;
  }
  unspaced_places.push_back(at);

  const auto note = [&](const std::string& cue, Span<ViewSpace> place) {
    found.greatest = std::max(found.greatest, cue_weight(static_cast<std::uint32_t>(cue.size()), place, value));
    if (std::find(found.cues.begin(), found.cues.end(), cue) == found.cues.end()) found.cues.push_back(cue);
  };
  for (const std::string& cue : spaced_) {
    for (std::size_t i = words.find(cue); i != std::string::npos; i = words.find(cue, i + 1))
      note(cue, {word_places[i + 1], word_places[i + cue.size() - 1]});
  }
  for (const std::string& cue : unspaced_) {
    for (std::size_t i = unspaced.find(cue); i != std::string::npos; i = unspaced.find(cue, i + 1))
      note(cue, {unspaced_places[i], unspaced_places[i + cue.size()]});
  }
}

std::uint32_t CueMatcher::weight_near(Bytes<ViewSpace> text, Span<ViewSpace> span) const {
  if (spaced_.empty() && unspaced_.empty()) return 0;
  const std::uint32_t begin = span.begin > window_ ? span.begin - window_ : 0;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), std::size_t{span.end} + window_ / 2));
  Found found;
  find_in(text.text(), {begin, span.begin}, span, found);
  find_in(text.text(), {span.end, end}, span, found);
  if (found.cues.empty()) return 0;
  return found.greatest + kMoreCues * std::min(kMostMore, static_cast<std::uint32_t>(found.cues.size() - 1));
}

}  // namespace privet
