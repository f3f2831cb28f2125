#include "detect/context/cue_index.h"

#include <algorithm>

#include "base/utf8.h"

namespace privet {
namespace {

constexpr std::size_t kBeginnings = std::size_t{1} << 16;

// The first two bytes of a text; of a single byte, that byte.
std::size_t beginning(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U; };
  return byte(0) << 8 | byte(1);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool stands_at(std::string_view text, std::size_t at, std::string_view folded) {
  return text.size() - at >= folded.size() &&
         std::equal(folded.begin(), folded.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char f, char c) { return f == lower(c); });
}

}  // namespace

CueIndex::CueIndex(const RuleSet& rules) : beginnings_(kBeginnings), unspaced_beginnings_(kBeginnings) {
  StringMap<std::uint32_t> known;  // whole cues
  const auto number_of = [&](const std::string& cue, bool& added) {
    const auto [it, is_new] = known.try_emplace(cue, static_cast<std::uint32_t>(cues_.size()));
    if (is_new) cues_.emplace_back();
    added = is_new;
    return it->second;
  };
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const CueWords& own = rules.rules()[i].cues;
    widest_ = std::max<std::uint32_t>(widest_, own.words.empty() ? 0 : own.window);
    for (const std::string& word : own.words) {
      std::string folded;
      const bool is_unspaced = has_unspaced_script(word);
      if (is_unspaced) {
        append_casefolded(word, folded);
      } else {
        append_words(word, folded);
      }
      bool added = false;
      const std::uint32_t cue = number_of(folded, added);
      cues_[cue].uses.push_back({RuleIndex{static_cast<std::uint16_t>(i)}, own.window});
      if (!added) continue;
      if (is_unspaced) {
        unspaced_beginnings_[beginning(folded)] = true;
        unspaced_.push_back({std::move(folded), cue});
        continue;
      }
      const std::string_view inner = std::string_view(folded).substr(1);  // "toll free "
      const std::size_t end = inner.find(' ');
      if (end == std::string_view::npos) continue;  // no letter in it
      const std::string_view first = inner.substr(0, end);
      cues_[cue].rest = inner.substr(end + 1);
      beginnings_[beginning(first)] = true;
      words_[std::string(first)].push_back(cue);
    }
  }
  std::sort(unspaced_.begin(), unspaced_.end(), [](const Unspaced& a, const Unspaced& b) { return a.text < b.text; });
}

void CueIndex::look(std::string_view text, std::uint32_t at, CueHits& hits) const {
  const std::uint32_t before = kMostBefore + widest_;
  const std::uint32_t begin = at > before ? at - before : 0;
  const std::size_t end = std::min<std::size_t>(text.size(), std::size_t{at} + kLongestValue + widest_ / 2);
  look_between(text, {begin, static_cast<std::uint32_t>(end)}, hits);
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
  const auto folded = [&](const CaseFoldedWord& word) {
    return std::string_view(hits.folded).substr(word.folded_begin, word.folded_end - word.folded_begin);
  };
  for (std::size_t i = 0; i < hits.words.size(); ++i) {
    const std::string_view word = folded(hits.words[i]);
    if (!beginnings_[beginning(word)]) continue;
    const auto found = words_.find(word);
    if (found == words_.end()) continue;
    for (const std::uint32_t cue : found->second) {
      std::string_view rest = cues_[cue].rest;
      std::size_t last = i;
      while (!rest.empty() && last + 1 < hits.words.size()) {
        const std::string_view next = folded(hits.words[last + 1]);
        if (!rest.starts_with(next) || rest[next.size()] != ' ') break;
        rest.remove_prefix(next.size() + 1);
        ++last;
      }
      if (rest.empty()) hits.hits.push_back({{hits.words[i].begin, hits.words[last].end}, cue});
    }
  }
}

void CueIndex::find_unspaced(std::string_view text, CueHits& hits) const {
  const std::string_view seen = text.substr(0, hits.covered.end);
  for (std::uint32_t at = hits.covered.begin; at < seen.size(); ++at) {
    const char here[] = {lower(seen[at]), at + 1 < seen.size() ? lower(seen[at + 1]) : '\0'};
    if (!unspaced_beginnings_[beginning({here, 2})]) continue;
    const auto first = std::lower_bound(unspaced_.begin(), unspaced_.end(), std::string_view(here, 2),
                                        [](const Unspaced& u, std::string_view two) { return u.text < two; });
    for (auto it = first; it != unspaced_.end() && it->text[0] == here[0] && it->text[1] == here[1]; ++it) {
      if (stands_at(seen, at, it->text)) {
        hits.hits.push_back({{at, at + static_cast<std::uint32_t>(it->text.size())}, it->cue});
      }
    }
  }
}

bool CueIndex::near(RuleIndex rule, std::string_view text, Span<ViewSpace> span, CueHits& hits) const {
  const std::uint32_t begin = span.begin > widest_ ? span.begin - widest_ : 0;
  const std::size_t end = std::min<std::size_t>(text.size(), std::size_t{span.end} + widest_ / 2);
  if (begin < hits.covered.begin || end > hits.covered.end) {
    const Span<ViewSpace> wider{std::min(begin, hits.covered.begin),
                                std::max(static_cast<std::uint32_t>(end), hits.covered.end)};
    look_between(text, wider, hits);
  }
  for (const CueHits::Hit& hit : hits.hits) {
    for (const Use& use : cues_[hit.cue].uses) {
      if (use.rule != rule) continue;
      const bool before = hit.place.end <= span.begin && hit.place.begin + use.window >= span.begin;
      const bool after = hit.place.begin >= span.end && hit.place.end <= span.end + use.window / 2;
      if (before || after) return true;
    }
  }
  return false;
}

bool CueIndex::may_be_near(RuleIndex rule, const CueHits& hits) const {
  return std::any_of(hits.hits.begin(), hits.hits.end(), [&](const CueHits::Hit& hit) {
    const std::vector<Use>& uses = cues_[hit.cue].uses;
    return std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.rule == rule; });
  });
}

}  // namespace privet
