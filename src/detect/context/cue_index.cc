#include "detect/context/cue_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/utf8.h"
#include "detect/context/cues.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::size_t kBeginnings = std::size_t{1} << 16;
constexpr std::size_t kSketches = std::size_t{1} << 17;

// How a word begins, and its length where that is known at a glance: 0 if not,
// since it touches a character that is not ASCII or a `_`.
std::size_t sketch_of(std::uint32_t first_bytes, std::size_t length) {
  const std::uint64_t all = first_bytes | std::uint64_t{std::min<std::size_t>(length, 15)} << 32;
  return static_cast<std::size_t>((all * 0x9E3779B97F4A7C15U) >> 47);
}
constexpr std::size_t kSketchBytes = 4;

// FNV-1a, mixed; never 0. Two words of one hash would be one cue: of a few
// thousand words, none are.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : word) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001B3U;
  return (hash ^ hash >> 29) | 1U << 31;
}

// Of the sketch of a word and the first byte of the next one.
std::size_t pair_of(std::size_t sketch, char next) {
  const std::uint64_t all = sketch | std::uint64_t{static_cast<std::uint8_t>(next)} << 32;
  return static_cast<std::size_t>((all * 0xD6E8FEB86659FD93U) >> 47);
}

// Of `size` bytes from `at` on, and no more than four; ASCII letters in either
// case are the same.
std::uint32_t first_bytes_of(std::string_view text, std::size_t at, std::size_t size) {
  char bytes[kSketchBytes] = {};
  std::memcpy(bytes, text.data() + at, std::min(kSketchBytes, text.size() - at));
  std::uint32_t word = 0;
  std::memcpy(&word, bytes, kSketchBytes);
  const std::uint32_t kept = size >= kSketchBytes ? ~0U : (1U << 8 * size) - 1;
  return (word | 0x20202020U) & kept;
}

bool is_ascii_text(std::string_view text) { return std::all_of(text.begin(), text.end(), is_ascii); }

// The first two bytes of a text; of a single byte, that byte.
std::size_t beginning(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U; };
  return byte(0) << 8 | byte(1);
}

bool stands_at(std::string_view text, std::size_t at, std::string_view folded) {
  return text.size() - at >= folded.size() &&
         std::equal(folded.begin(), folded.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char f, char c) { return f == to_lower(c); });
}

}  // namespace

CueIndex::CueIndex(const RuleSet& rules, const std::vector<bool>& asked)
    : windows_(rules.rules().size()),
      words_(1),
      words_alone_(kSketches / 64),
      phrases_(kSketches / 64),
      pairs_(kSketches / 64),
      unspaced_beginnings_(kBeginnings) {
  StringMap<std::uint32_t> known;  // whole cues
  StringMap<std::vector<std::uint32_t>> by_word;
  const auto number_of = [&](const std::string& cue, bool& added) {
    const auto [it, is_new] = known.try_emplace(cue, static_cast<std::uint32_t>(cues_.size()));
    if (is_new) cues_.emplace_back();
    added = is_new;
    return it->second;
  };
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    if (!asked[i]) continue;
    const CueWords& own = rules.rules()[i].cues;
    windows_[i] = own.words.empty() ? 0 : own.window;
    widest_ = std::max(widest_, windows_[i]);
    const auto add = [&](const std::string& folded, bool is_unspaced) {
      bool added = false;
      const std::uint32_t cue = number_of(folded, added);
      cues_[cue].size = static_cast<std::uint32_t>(folded.size());
      std::vector<Use>& uses = cues_[cue].uses;
      if (uses.empty() || uses.back().rule != RuleIndex{static_cast<std::uint16_t>(i)})
        uses.push_back({RuleIndex{static_cast<std::uint16_t>(i)}, own.window});
      if (!added) return;
      if (is_unspaced) {
        const auto behind = std::find_if_not(folded.begin(), folded.end(), is_ascii);
        const Unspaced one{{folded.begin(), behind}, {behind, folded.end()}, cue};
        unspaced_beginnings_[beginning(one.text)] = true;
        unspaced_.push_back(one);
        return;
      }
      const std::string_view inner = std::string_view(folded).substr(1);  // "toll free "
      const std::size_t end = inner.find(' ');
      if (end == std::string_view::npos) return;  // no letter in it
      const std::string_view first = inner.substr(0, end);
      cues_[cue].rest = inner.substr(end + 1);
      add_sketches(first, cues_[cue].rest);
      by_word[std::string(first)].push_back(cue);
    };
    for (const std::string& word : own.words) {
      for (const std::string& form : cue_forms(word)) add(form, has_unspaced_script(word));
    }
  }
  build_words(by_word);
  std::sort(unspaced_.begin(), unspaced_.end(), [](const Unspaced& a, const Unspaced& b) { return a.text < b.text; });
}

void CueIndex::build_words(const StringMap<std::vector<std::uint32_t>>& by_word) {
  words_.assign(std::bit_ceil(by_word.size() * 2 + 1), Word());
  for (const auto& [word, cues] : by_word) {
    const std::uint64_t hash = hash_of(word);
    std::size_t at = hash & (words_.size() - 1);
    while (words_[at].hash != 0) at = (at + 1) & (words_.size() - 1);
    words_[at] = {hash, static_cast<std::uint32_t>(starts_.size()), static_cast<std::uint32_t>(cues.size())};
    starts_.insert(starts_.end(), cues.begin(), cues.end());
  }
}

std::span<const std::uint32_t> CueIndex::cues_of(std::string_view word) const {
  const std::uint64_t hash = hash_of(word);
  for (std::size_t at = hash & (words_.size() - 1); words_[at].hash != 0; at = (at + 1) & (words_.size() - 1)) {
    if (words_[at].hash == hash) return {starts_.data() + words_[at].first, words_[at].count};
  }
  return {};
}

// A word that is a cue is known by its own sketch; one that only begins phrases
// by how the next word begins too: "a" and "de" are everywhere.
void CueIndex::add_sketches(std::string_view word, std::string_view rest) {
  const auto add = [&](std::vector<std::uint64_t>& bits, std::size_t sketch) {
    bits[sketch / 64] |= std::uint64_t{1} << sketch % 64;
  };
  for (const std::size_t length : {std::size_t{0}, word.size()}) {
    if (length != 0 && !is_ascii_text(word)) continue;
    const std::size_t sketch = sketch_of(first_bytes_of(word, 0, word.size()), length);
    if (rest.empty()) {
      add(words_alone_, sketch);
    } else {
      add(phrases_, sketch);
      add(pairs_, pair_of(sketch, rest[0]));
    }
  }
}

bool CueIndex::may_begin(std::size_t sketch, std::string_view behind) const {
  const auto has = [](const std::vector<std::uint64_t>& bits, std::size_t at) {
    return (bits[at / 64] >> at % 64 & 1) != 0;
  };
  if (has(words_alone_, sketch)) return true;
  if (!has(phrases_, sketch)) return false;
  // The next word, if it is near and plain.
  constexpr std::size_t kFar = 4;
  for (std::size_t i = 0; i < std::min(behind.size(), kFar); ++i) {
    const char c = to_lower(behind[i]);
    if (static_cast<std::uint8_t>(c) >= 0x80) return true;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') return has(pairs_, pair_of(sketch, c));
  }
  return behind.size() > kFar;
}

Span<ViewSpace> CueIndex::around(std::string_view text, std::uint32_t at) const {
  const std::uint32_t before = kMostBefore + widest_;
  const std::uint32_t begin = at > before ? at - before : 0;
  const std::size_t end = std::min<std::size_t>(text.size(), std::size_t{at} + kLongestValue + widest_ / 2);
  return {begin, static_cast<std::uint32_t>(end)};
}

void CueIndex::look(std::string_view text, const MaskWords& masks, std::uint32_t at, CueHits& hits) const {
  hits.hits.clear();
  hits.covered = around(text, at);
  find_in_ascii(text, masks, hits);
  if (!masks.has.non_ascii) return;
  find_in_non_ascii(text, masks, hits);
}

// Every begin of a run of ASCII letters and digits.
void CueIndex::find_in_ascii(std::string_view text, const MaskWords& masks, CueHits& hits) const {
  const auto alnum = [&](std::size_t w) { return masks.ascii_letter[w] | masks.digit[w]; };
  const Span<ViewSpace> where = hits.covered;
  for (std::size_t w = where.begin / 64; w * 64 < where.end; ++w) {
    std::uint64_t starts = alnum(w) & ~(alnum(w) << 1 | (w == 0 ? 0 : alnum(w - 1) >> 63));
    if (w == where.begin / 64) starts &= ~std::uint64_t{0} << where.begin % 64;
    for (; starts != 0; starts &= starts - 1) {
      const std::size_t bit = static_cast<std::size_t>(std::countr_zero(starts));
      const std::size_t at = w * 64 + bit;
      if (at >= where.end) return;
      // The run's length, up to 64.
      const std::uint64_t here = ~(alnum(w) >> bit | (bit == 0 ? 0 : alnum(w + 1) << (64 - bit)));
      const std::size_t run = here == 0 ? 64 : static_cast<std::size_t>(std::countr_zero(here));
      std::size_t length = run;
      const char after = at + run < text.size() ? text[at + run] : ' ';
      if (after == '_' || static_cast<std::uint8_t>(after) >= 0x80) {
        if (run < kSketchBytes) {
          find_word_at(text, static_cast<std::uint32_t>(at), hits);
          continue;
        }
        length = 0;
      }
      if (may_begin(sketch_of(first_bytes_of(text, at, run), length), text.substr(at + run)))
        find_word_at(text, static_cast<std::uint32_t>(at), hits);
    }
  }
}

// Every word that begins with another character, or with `_`, and every cue of a
// script without spaces.
void CueIndex::find_in_non_ascii(std::string_view text, const MaskWords& masks, CueHits& hits) const {
  const Span<ViewSpace> where = hits.covered;
  const std::string_view seen = text.substr(0, where.end);
  std::size_t next = where.begin;
  while (next < seen.size() && is_continuation(seen[next])) ++next;
  while (next < seen.size()) {
    const std::size_t w = next / 64;
    const std::uint64_t bits = masks.non_ascii[w] & ~std::uint64_t{0} << next % 64;
    if (bits == 0) {
      next = (w + 1) * 64;
      continue;
    }
    std::size_t at = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    bool after_word = at > 0 && is_word_character(decode_utf8(text, previous_utf8(text, at)).code_point);
    while (at < seen.size() && static_cast<std::uint8_t>(seen[at]) >= 0x80) {
      const Decoded d = decode_utf8(text, at);
      const bool is_word = is_word_character(d.code_point);
      if (is_word && !after_word) find_word_at(text, static_cast<std::uint32_t>(at), hits);
      if (d.bytes > 2) find_unspaced_at(seen, static_cast<std::uint32_t>(at), hits);
      after_word = is_word;
      at += d.bytes;
    }
    next = at;
  }
}

// The cues that begin with the word that begins here, if one does.
void CueIndex::find_word_at(std::string_view text, std::uint32_t at, CueHits& hits) const {
  const std::uint32_t end = word_end(text, at);
  if (end > hits.covered.end || is_inside_word(text, at)) return;
  hits.folded.clear();
  hits.words.clear();
  fold_words(text, at, end, hits.folded, hits.words);
  if (hits.words.empty()) return;
  if (cues_of(hits.folded).empty()) return;
  find_word(0, hits, [&](std::uint32_t behind) { return add_next_word(text, behind, hits); });
}

void CueIndex::look_between(std::string_view text, Span<ViewSpace> where, CueHits& hits) const {
  hits.hits.clear();
  hits.covered = where;
  hits.folded.clear();
  hits.words.clear();
  fold_words(text, where.begin, where.end, hits.folded, hits.words);
  find_words(hits);
  if (!unspaced_.empty()) find_unspaced(text, hits);
}

void CueIndex::find_words(CueHits& hits) const {
  for (std::size_t i = 0; i < hits.words.size(); ++i) find_word(i, hits, [](std::uint32_t) { return false; });
}

// Folds the first word behind `at`; most phrases end at their second word.
bool CueIndex::add_next_word(std::string_view text, std::uint32_t at, CueHits& hits) {
  while (at < hits.covered.end) {
    const Decoded d = decode_utf8(text, at);
    if (is_word_character(d.code_point)) break;
    at += d.bytes;
  }
  const std::uint32_t end = word_end(text, at);
  if (at >= hits.covered.end || end > hits.covered.end) return false;
  fold_words(text, at, end, hits.folded, hits.words);
  return true;
}

// The cues that begin with a word of `hits`.
//   more: adds the next word to `hits`, if there is one behind a place
void CueIndex::find_word(std::size_t at, CueHits& hits, FunctionRef<bool(std::uint32_t)> more) const {
  const auto folded = [&](const CaseFoldedWord& word) {
    return std::string_view(hits.folded).substr(word.folded_begin, word.folded_end - word.folded_begin);
  };
  for (const std::uint32_t cue : cues_of(folded(hits.words[at]))) {
    std::string_view rest = cues_[cue].rest;
    std::size_t last = at;
    while (!rest.empty() && (last + 1 < hits.words.size() || more(hits.words[last].end))) {
      const std::string_view next = folded(hits.words[last + 1]);
      if (!rest.starts_with(next) || rest[next.size()] != ' ') break;
      rest.remove_prefix(next.size() + 1);
      ++last;
    }
    if (rest.empty()) hits.hits.push_back({{hits.words[at].begin, hits.words[last].end}, cue});
  }
}

void CueIndex::find_unspaced(std::string_view text, CueHits& hits) const {
  const std::string_view seen = text.substr(0, hits.covered.end);
  for (std::uint32_t at = hits.covered.begin; at < seen.size(); ++at) {
    if (static_cast<std::uint8_t>(seen[at]) >= 0xE0) find_unspaced_at(seen, at, hits);
  }
}

void CueIndex::find_unspaced_at(std::string_view seen, std::uint32_t at, CueHits& hits) const {
  const char here[] = {to_lower(seen[at]), at + 1 < seen.size() ? to_lower(seen[at + 1]) : '\0'};
  if (!unspaced_beginnings_[beginning({here, 2})]) return;
  const auto first = std::lower_bound(unspaced_.begin(), unspaced_.end(), std::string_view(here, 2),
                                      [](const Unspaced& u, std::string_view two) { return u.text < two; });
  for (auto it = first; it != unspaced_.end() && it->text.starts_with(std::string_view(here, 2)); ++it) {
    const auto head = static_cast<std::uint32_t>(it->head.size());
    if (at < hits.covered.begin + head || !stands_at(seen, at - head, it->head) || !stands_at(seen, at, it->text))
      continue;
    hits.hits.push_back({{at - head, at + static_cast<std::uint32_t>(it->text.size())}, it->cue});
  }
}

std::uint32_t CueIndex::weight_near(RuleIndex rule, std::string_view text, Span<ViewSpace> span, CueHits& hits) const {
  const std::uint32_t window = windows_[index(rule)];
  const std::uint32_t begin = span.begin > window ? span.begin - window : 0;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), std::size_t{span.end} + window / 2));
  if (window == 0) return 0;
  if (begin < hits.covered.begin || end > hits.covered.end) look_between(text, {begin, end}, hits);
  std::uint32_t greatest = 0, cues = 0;
  std::uint32_t seen[kMostMore + 1];
  for (const CueHits::Hit& hit : hits.hits) {
    for (const Use& use : cues_[hit.cue].uses) {
      if (use.rule != rule) continue;
      const bool before = hit.place.end <= span.begin && hit.place.begin + use.window >= span.begin;
      const bool after = hit.place.begin >= span.end && hit.place.end <= span.end + use.window / 2;
      if (!before && !after) continue;
      greatest = std::max(greatest, cue_weight(cues_[hit.cue].size, hit.place, span));
      if (cues <= kMostMore && std::find(seen, seen + cues, hit.cue) == seen + cues) seen[cues++] = hit.cue;
    }
  }
  return cues == 0 ? 0 : greatest + kMoreCues * (cues - 1);
}

void CueIndex::for_each_rule(const CueHits& hits, FunctionRef<void(RuleIndex)> use) const {
  for (const CueHits::Hit& hit : hits.hits) {
    for (const Use& one : cues_[hit.cue].uses) use(one.rule);
  }
}

bool CueIndex::may_be_near(RuleIndex rule, const CueHits& hits) const {
  return std::any_of(hits.hits.begin(), hits.hits.end(), [&](const CueHits::Hit& hit) {
    const std::vector<Use>& uses = cues_[hit.cue].uses;
    return std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.rule == rule; });
  });
}

}  // namespace privet
