#include "detect/names/spaced_names.h"

#include <algorithm>

namespace privet {
namespace {

constexpr std::size_t kMostParts = 6;   // words of a name, chain words too
constexpr std::size_t kMostForms = 4;   // words of a name that only a label tells of
constexpr std::size_t kLabelWords = 3;  // between a line's beginning and the colon
constexpr std::size_t kLeaveWords = 4;  // of a line that takes leave

constexpr ListFacts kName = kGiven | kFamily;
// Words that show something, and so are no unknown names.
constexpr ListFacts kTelling = kNoName | kTitle | kHonorific | kLabel | kRole | kSaysBefore | kSaysBehind | kGreets |
                               kTakesLeave | kChain | kInChain;

enum class Cue : std::uint8_t { kNone, kWeak, kStrong };

// A stretch of words that the lists make a name.
struct Known {
  std::size_t end = 0;  // of the words; the first one if there is no name
  std::size_t parts = 0;
  bool telling = false;  // one part is no ordinary word
  bool given = false;    // begins with a given name
};

class Finder {
 public:
  Finder(const SpacedScript& script, const CaselessLine& line, std::vector<CaselessName>& out)
      : script_(script), line_(line), words_(script, line), out_(&out) {}

  bool find() {
    bool leave = false;
    while (words_.next()) {
      leave = takes_leave();
      for (std::size_t i = 0; i < words_.size();) i = read_from(i);
    }
    return leave;
  }

 private:
  [[nodiscard]] bool is(std::size_t i, ListFacts facts) const {
    return i < words_.size() && (words_[i].facts & facts) != 0;
  }
  // Word i goes on right behind the one before.
  [[nodiscard]] bool joined(std::size_t i) const {
    return i < words_.size() && (words_.gap(i) == Gap::kSpace || words_.gap(i) == Gap::kHyphen);
  }

  [[nodiscard]] bool takes_leave() const {
    if (!words_.is_whole_line() || words_.size() > kLeaveWords) return false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is(i, kTakesLeave)) return true;
    }
    return false;
  }

  std::size_t read_from(std::size_t i) {
    const Cue before = cue_before(i);
    const Known known = known_from(i);
    if (known.end > i) {
      if (const std::size_t end = with_family_before_verb(known)) {
        emit(i, end, kCueAndForm);
        return end;
      }
      const Cue cue = std::max(before, cue_behind(i, known));
      const bool enough =
          cue == Cue::kStrong || (known.telling && (cue == Cue::kWeak || (known.parts > 1 && known.given)));
      if (!enough) return known.given ? known.end : i + 1;
      const bool more = before == Cue::kStrong && known.given && known.parts == 1;
      const std::size_t end = more ? with_last_form(i, known.end) : known.end;
      emit(i, end, cue == Cue::kNone ? kListsAlone : kCueAndList);
      return end;
    }
    if (before != Cue::kStrong || !has_form(i)) return i + 1;
    const std::size_t end = form_from(i);
    if (end > i) emit(i, end, kCueAndForm);
    return std::max(end, i + 1);
  }

  Known known_from(std::size_t first) const {
    Known known{.end = first};
    std::size_t i = first;
    for (; i < words_.size() && i < first + kMostParts; ++i) {
      if (i > first && (!joined(i) || words_[i].name_begin > words_[i].begin)) break;
      const SpacedWord& word = words_[i];
      if ((word.facts & kChain) != 0) {
        // "son of X", "servant of X": X may be unknown behind a given name.
        if (i == first && (word.facts & kOpens) == 0) break;
        const bool takes_any = i > first && (word.facts & kTakesAny) != 0 && !is(i + 1, kTelling & ~kInChain);
        if (!joined(i + 1) || !(takes_any || is(i + 1, kName | kInChain))) break;
        if (i == first) known.given = true;
        known.telling = true;
        known.parts += i > first ? 1 : 0;
        continue;
      }
      const bool in_chain = i > first && is(i - 1, kChain);
      if ((word.facts & kName) == 0 && !in_chain) {
        if (!known.given || !known.telling || !has_family_form(i)) break;
        ++known.parts;
        known.end = ++i;
        break;
      }
      if (i == first) known.given = (word.facts & kGiven) != 0;
      known.telling |= (word.facts & kName) != 0 && (word.facts & kCommon) == 0;
      if (!in_chain || i == first + 1) ++known.parts;
      known.end = i + 1;
      if (word.ending) break;
    }
    return known;
  }

  [[nodiscard]] bool has_family_form(std::size_t i) const {
    if (script_.family_form == nullptr || (words_[i].facts & kTelling) != 0) return false;
    return script_.family_form(text_of(i));
  }

  [[nodiscard]] Cue cue_before(std::size_t i) const {
    if (i == 0)
      return line_.after_sign_off && words_.begins_line(0) && words_.is_whole_line() && words_.size() <= 3 ? Cue::kWeak
                                                                                                           : Cue::kNone;
    const Gap gap = words_.gap(i);
    const ListFacts last = words_[i - 1].facts;
    if (gap == Gap::kColon) return label_before(i) ? Cue::kStrong : (last & kRole) != 0 ? Cue::kWeak : Cue::kNone;
    if (gap == Gap::kDot) return (last & (kTitle | kTitleWithDot)) != 0 ? Cue::kStrong : Cue::kNone;
    if (gap != Gap::kSpace) return Cue::kNone;
    if ((last & kTitle) != 0) return Cue::kStrong;
    if ((last & (kRole | kSaysBefore | kGreets)) != 0) return Cue::kWeak;
    return Cue::kNone;
  }

  // "full name: X"
  [[nodiscard]] bool label_before(std::size_t i) const {
    for (std::size_t k = i; k-- > 0 && k + kLabelWords >= i;) {
      if (is(k, kLabel)) return true;
      if (words_.gap(k) != Gap::kSpace) return false;
    }
    return false;
  }

  [[nodiscard]] Cue cue_behind(std::size_t first, const Known& known) const {
    const std::size_t end = known.end;
    // Alone below words of leave, or between a salutation and its comma.
    if (first == 0 && known.given && end == words_.size() && cue_before(0) == Cue::kWeak) return Cue::kStrong;
    if (first > 0 && known.given && is(first - 1, kGreets) && words_.gap(end) == Gap::kComma) return Cue::kStrong;
    if (words_.gap(end) == Gap::kSpace && is(end, kSaysBehind | kHonorific)) return Cue::kWeak;
    // With an honorific or a case ending on it: ordinary words take them too, so this is no strong one.
    if (words_[end - 1].ending && known.given) return Cue::kWeak;
    // At the beginning, or behind a time or a bracket.
    const bool begins = words_.begins_line(first) || words_.gap(first) == Gap::kOther;
    const bool speaks = begins && words_.gap(end) == Gap::kColon;
    return speaks && known.given ? Cue::kWeak : Cue::kNone;
  }

  [[nodiscard]] bool has_form(std::size_t i) const {
    if (i >= words_.size() || words_[i].letters < script_.least_letters || (words_[i].facts & kTelling) != 0)
      return false;
    return script_.no_form.empty() || !text_of(i).starts_with(script_.no_form);
  }
  [[nodiscard]] std::string_view text_of(std::size_t i) const {
    return line_.text.substr(words_[i].begin, words_[i].end - words_[i].begin);
  }
  // The phrase is over behind word i.
  [[nodiscard]] bool ends_phrase(std::size_t i) const {
    const Gap gap = words_.gap(i + 1);
    return (gap != Gap::kSpace && gap != Gap::kHyphen) || is(i + 1, kSaysBehind | kHonorific);
  }

  // A given name, a word of no list, a verb of saying: the word is the family's.
  // The end of the name, or 0.
  [[nodiscard]] std::size_t with_family_before_verb(const Known& known) const {
    if (!known.given || !known.telling || known.parts != 1 || !joined(known.end) || !has_form(known.end)) return 0;
    const std::size_t verb = known.end + 1;
    const bool says = words_.gap(verb) == Gap::kSpace && is(verb, kSaysBehind | kHonorific);
    return says && words_[known.end].facts == 0 ? verb : 0;
  }

  // A family name in no list: behind a label if the phrase ends with it, behind
  // a title if a comma follows. Else it may be a verb.
  [[nodiscard]] std::size_t with_last_form(std::size_t first, std::size_t i) const {
    if (i >= words_.size() || !joined(i) || !has_form(i)) return i;
    const bool ends = words_.gap(first) == Gap::kColon ? ends_phrase(i) : words_.gap(i + 1) == Gap::kComma;
    return ends ? i + 1 : i;
  }

  // A name in no list: behind a label all there is, behind a title one word,
  // or two if a comma follows or the second is a name.
  [[nodiscard]] std::size_t form_from(std::size_t i) const {
    if (words_.gap(i) == Gap::kColon) {
      std::size_t end = i + 1;
      while (end < words_.size() && joined(end) && (has_form(end) || is(end, kChain))) ++end;
      const bool over = words_.gap(end) != Gap::kSpace && words_.gap(end) != Gap::kHyphen;
      return over && end - i <= kMostForms ? end : i;
    }
    if (joined(i + 1)) {
      const Known rest = known_from(i + 1);
      if (rest.end > i + 1) return rest.end;
    }
    return with_last_form(i, i + 1);
  }

  void emit(std::size_t first, std::size_t end, float score) {
    out_->push_back({{words_[first].name_begin, words_[end - 1].name_end}, score});
  }

  const SpacedScript& script_;
  const CaselessLine& line_;
  SpacedWords words_;
  std::vector<CaselessName>* out_;
};

}  // namespace

bool find_spaced_names(const SpacedScript& script, const CaselessLine& line, std::vector<CaselessName>& out) {
  return Finder(script, line, out).find();
}

}  // namespace privet
