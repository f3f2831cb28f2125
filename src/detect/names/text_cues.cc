#include "detect/names/text_cues.h"

#include <algorithm>
#include <bit>

#include "base/scratch.h"
#include "detect/names/honorifics.h"
#include "detect/names/no_names.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::uint32_t kShortest = 5;
constexpr std::uint32_t kLongestLocalPart = 64;
constexpr std::uint32_t kLongestDisplayName = 80;
constexpr float kDisplayNameScore = 0.9F;

bool is_quoting(char c) { return c == ' ' || c == '>' || c == '*' || c == '\t' || c == '"' || c == '_' || c == '|'; }

// Whether nothing but quoting and emphasis stands before `at` in its line.
bool begins_line(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 12 && is_quoting(text[begin - 1])) --begin;
  return begin == 0 || text[begin - 1] == '\n';
}

// Most values are one short word; nobody is named beside nothing.
bool is_word_only(std::string_view text) {
  if (text.size() > 48) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_alnum(c) || c == '_' || c == '-' || c == '.'; });
}

// Bytes of a mark beyond ASCII that a sentence begins with: the masks take it
// for a part of the word.
std::size_t opening_mark(std::string_view text, std::size_t at) {
  if (text[at] != '\xC2' && text[at] != '\xE2') return 0;
  const std::string_view rest = text.substr(at, 3);
  for (const std::string_view mark : {"¡", "¿", "«", "„", "“", "”", "‘", "–", "—"}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

// Whether a run of eight bytes beyond ASCII is in the text, as letters of Han,
// kana and Hangul make and others seldom.
bool holds_wide(const MaskWords& masks) {
  for (std::size_t w = 0; w < masks.words(); ++w) {
    std::uint64_t run = masks.non_ascii[w];
    for (int shift = 1; shift <= 4; shift *= 2) run &= run >> shift;
    if (run != 0) return true;
    // Across the end of a word of the masks.
    if ((masks.non_ascii[w] >> 60) == 0xF && (masks.non_ascii[w + 1] & 0xF) == 0xF) return true;
  }
  return false;
}

bool is_local_part(char c) { return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || !is_ascii(c); }

}  // namespace

void TextCues::find(std::string_view text) {
  found_.clear();
  spelled_.clear();
  if (text.size() < kShortest || is_word_only(text)) return;
  const MaskWords& masks = masks_.compute(text);
  at_words(text, masks);
  if (masks.has.at) at_signs(text, masks);
  if (masks.has.colon || masks.has.less_than) speakers_.find(text, masks, found_);
  if (masks.has.non_ascii && holds_wide(masks)) find_honorifics(text, *reader_, found_);
  masks_.release();
}

void TextCues::at_words(std::string_view text, const MaskWords& masks) {
  std::uint64_t word_before = 0;
  std::uint32_t behind = 0;  // where the last cue's name ends
  for (std::size_t w = 0; w < masks.words(); ++w) {
    const std::uint64_t word = masks.ascii_letter[w] | masks.digit[w] | masks.non_ascii[w];
    std::uint64_t starts = word & ~(word << 1 | word_before) & ~masks.digit[w];
    word_before = word >> 63;
    for (; starts != 0; starts &= starts - 1) {
      const std::size_t start = w * 64 + static_cast<std::size_t>(std::countr_zero(starts));
      const std::size_t at = start + opening_mark(text, start);
      if (at + 4 > text.size()) break;  // nobody can be named behind it
      const unsigned may = cues_.may_begin(text.data() + at);
      if (may == 0) continue;
      const bool line = (may & NameCueMatcher::kAtLine) != 0 && begins_line(text, start);
      if (!line && (may & NameCueMatcher::kInside) == 0) continue;
      const auto begin = static_cast<std::uint32_t>(at);
      if (begin < behind) continue;
      matches_.clear();
      cues_.match(text, begin, line, matches_);
      for (const CueMatch& match : matches_) {
        const std::size_t before = found_.size();
        if (!names_.find(text, match, found_)) continue;
        // "Dear Dr. Rey" is told once.
        if (found_.size() > before) behind = std::max(behind, found_.back().name.place.end);
        break;
      }
    }
  }
}

// "Ann Rey <ann@example.com>", and what an address spells.
void TextCues::at_signs(std::string_view text, const MaskWords& masks) {
  for (std::size_t w = 0; w < masks.words(); ++w) {
    for (std::uint64_t bits = masks.at[w]; bits != 0; bits &= bits - 1) {
      const auto at = static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
      const char next = at_or(text, at + 1);
      if (!is_alnum(next)) continue;
      std::uint32_t begin = at;
      while (begin > 0 && at - begin <= kLongestLocalPart && is_local_part(text[begin - 1])) --begin;
      if (begin == at || at - begin > kLongestLocalPart) continue;
      spell(text, begin, at);
      if (before_or(text, begin) != '<') continue;
      std::uint32_t end = begin - 1;
      while (end > 0 && text[end - 1] == ' ') --end;
      const bool quoted = end > 0 && text[end - 1] == '"';
      if (quoted) --end;
      std::uint32_t from = end;
      const std::string_view stops = quoted ? "\"\n<>" : "\n\t,;:<>\"()[]{}=|";
      while (from > 0 && end - from < kLongestDisplayName && stops.find(text[from - 1]) == std::string_view::npos)
        --from;
      while (from < end && text[from] == ' ') ++from;
      PersonName name;
      if (from == end || !names_.read_before(text, from, end, name)) continue;
      found_.push_back({name, kDisplayNameScore});
    }
  }
}

// "maria.tarrez": two words that could be a name, one of which is known.
void TextCues::spell(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  PersonName name;
  for (std::uint32_t at = begin; at < end;) {
    std::uint32_t stop = at;
    while (stop < end && (is_letter(text[stop]) || !is_ascii(text[stop]))) ++stop;
    const bool separated = stop < end && (text[stop] == '.' || text[stop] == '_' || text[stop] == '-');
    if (stop == at || (stop < end && !separated) || name.count == 3) return;
    const std::string_view part = text.substr(at, stop - at);
    const FoldedWord word = reader_->folder().fold(part);
    if (is_no_name(word)) return;
    NameWord& read = name.words[name.count++];
    read = {.hash = word.hash,
            .place = {at, stop},
            .facts = word.facts,
            .part = word.letters == 1 ? NamePart::kInitial : NamePart::kEither,
            .capital = true,
            .all_upper = false,
            .letters = word.letters};
    if (separated && stop + 1 == end) return;
    at = separated ? stop + 1 : stop;
  }
  if (name.full_words() != 2 || !name.supported()) return;
  name.place = {begin, end};
  assign_parts(name);
  spelled_.push_back(name);
}

}  // namespace privet
