// Han and kana that are Japanese. A run of Han between kana and marks is a
// word or a few: a name is a whole run but for the role before and the title
// behind, or two runs with a space between.
#include <algorithm>

#include "detect/names/han_line.h"
#include "detect/names/tables/japanese_words.h"

namespace privet {
namespace {

enum JapaneseFact : ListFacts {
  kFirm = 1,
  kDoubtful = 2,
  kGiven = 4,
  kCommonGiven = 8,
  kGivenBeginning = 16,
  kGivenEnding = 32,
  kKanaTitle = 64,
  kTitle = 128,
  kRole = 256,
  kLabel = 512,
  kNoFormEnding = 1024,
  kNoKatakana = 2048,
  kNoGivenForm = 4096,
  kLead = 8192,
};
constexpr ListFacts kFamily = kFirm | kDoubtful;

char32_t letter(char32_t c) { return c; }

const WordTable& table() {
  static const WordTable table(letter, {{japanese::kFamilyWords, kFirm},
                                        {japanese::kDoubtfulFamilyWords, kDoubtful},
                                        {japanese::kGivenWords, kGiven},
                                        {japanese::kCommonGivenWords, kGiven | kCommonGiven},
                                        {japanese::kGivenBeginnings, kGivenBeginning},
                                        {japanese::kGivenEndings, kGivenEnding},
                                        {japanese::kNoGivenFormWords, kNoGivenForm},
                                        {japanese::kKanaTitleWords, kKanaTitle},
                                        {japanese::kTitleWords, kTitle},
                                        {japanese::kRoleWords, kRole},
                                        {japanese::kLeadWords, kLead},
                                        {japanese::kLabelWords, kLabel},
                                        {japanese::kNoFormEndings, kNoFormEnding},
                                        {japanese::kNoKatakanaWords, kNoKatakana}});
  return table;
}

constexpr std::size_t kLongestRun = 14;  // letters, with role and title
constexpr std::size_t kLongestGiven = 3;
constexpr std::size_t kShortestForm = 2, kLongestForm = 4;  // a name in no list, before a title
constexpr std::size_t kLongestKatakana = 16;

enum class Kind : std::uint8_t { kNone, kFull, kFullByForm, kFamilyOnly, kGivenOnly };

class Finder {
 public:
  Finder(const CaselessLine& line, std::vector<CaselessName>& out) : line_(line, table()), out_(&out) {}

  void find() {
    for (std::size_t i = 0; i < line_.size();) {
      std::size_t end = i + 1;
      if (line_.is_han(i)) {
        end = run_end(i);
        if (end - i <= kLongestRun) end = std::max(end, from_run(i, end));
      } else if (line_.is_katakana(i)) {
        end = from_katakana(i);
      } else if (line_.is_hiragana(i)) {
        end = from_hiragana(i);
      }
      i = end;
    }
  }

 private:
  std::size_t run_end(std::size_t i) const {
    while (line_.is_han(i)) ++i;
    return i;
  }

  // What a run is, and where it can be cut.
  struct Run {
    std::size_t begin, end;      // the name, without role and title
    std::size_t kana_title = 0;  // letters of the title behind the run
    std::size_t title = 0;       // letters of the one that ends it
    bool role = false;
    [[nodiscard]] bool titled() const { return kana_title + title > 0; }
  };

  Run cut(std::size_t begin, std::size_t end) const {
    Run run{.begin = begin, .end = end};
    if (!line_.is_han(end)) run.kana_title = line_.longest_at(end, kKanaTitle);
    if (run.kana_title == 0) {
      run.title = line_.longest_before(end, kTitle);
      if (run.title >= end - begin) run.title = 0;
      run.end -= run.title;
    }
    if (const std::size_t lead = line_.longest_at(begin, kLead); begin + lead < run.end) run.begin += lead;
    for (int times = 0; times < 2; ++times) {
      const std::size_t role = line_.longest_at(run.begin, kRole);
      if (role < 2 || run.begin + role >= run.end) break;
      run.begin += role;
      run.role = true;
    }
    return run;
  }

  bool is_given_form(std::size_t i, std::size_t letters) const {
    if (letters < 2 || letters > kLongestGiven || line_.is(i, letters, kNoGivenForm)) return false;
    return (line_.facts(i) & kGivenBeginning) != 0 && (line_.facts(i + letters - 1) & kGivenEnding) != 0;
  }

  Kind kind_of(std::size_t begin, std::size_t end) const {
    const std::size_t letters = end - begin;
    if (line_.is(begin, letters, kFamily)) return Kind::kFamilyOnly;
    for (const std::size_t family : {std::size_t{3}, std::size_t{2}, std::size_t{1}}) {
      if (family >= letters || !line_.is(begin, family, kFamily)) continue;
      const std::size_t rest = letters - family;
      if (line_.is(begin + family, rest, kGiven) && family + rest > 2) return Kind::kFull;
      if (family > 1 && is_given_form(begin + family, rest)) return Kind::kFullByForm;
    }
    return line_.is(begin, letters, kGiven) ? Kind::kGivenOnly : Kind::kNone;
  }

  bool begins_firm(const Run& run) const { return line_.is(run.begin, 2, kFirm) || line_.is(run.begin, 3, kFirm); }

  // The end of the name in the run, or of the run.
  std::size_t from_run(std::size_t begin, std::size_t end) {
    const Run run = cut(begin, end);
    const Kind kind = kind_of(run.begin, run.end);
    const bool label = line_.labelled(begin, kLabel);
    if (kind == Kind::kFamilyOnly && !run.titled()) {
      if (const std::size_t full_end = with_given(run, label)) return full_end;
    }
    if (run.titled()) return from_titled(run, kind, end);
    const bool speaks = line_.begins_line(begin) && line_.letter(end) == ':';
    if (kind == Kind::kFull || kind == Kind::kFullByForm) {
      const bool cue = run.role || label || speaks || quotes(end);
      if (!cue && kind == Kind::kFullByForm && !begins_firm(run)) return end;
      return emit(run.begin, run.end, cue ? kCueAndList : kListsAlone);
    }
    if (kind == Kind::kFamilyOnly && run.end - run.begin > 1) {
      const bool firm = line_.is(run.begin, run.end - run.begin, kFirm);
      if (label || speaks || quotes(end) || introduces(end)) return emit(run.begin, run.end, kCueAndList);
      if (firm && (run.role || is_self(run.begin, end))) return emit(run.begin, run.end, kCueAndList);
    }
    if (label && !run.role) return from_label(run);
    return end;
  }

  std::size_t from_titled(const Run& run, Kind kind, std::size_t end) {
    const std::size_t letters = run.end - run.begin;
    const std::size_t title = run.end;
    const char32_t first = line_.letter(title);
    const bool personal = first == U'さ' || first == U'く' || first == U'ち' || first == U'君' || first == U'氏';
    switch (kind) {
      case Kind::kFull:
      case Kind::kFullByForm:
        return emit(run.begin, run.end, kCueAndList);
      case Kind::kFamilyOnly:
        if (letters > 1 || personal || first == U'先') return emit(run.begin, run.end, kCueAndList);
        return end;
      case Kind::kGivenOnly:
        if (personal && !line_.is(run.begin, letters, kCommonGiven)) return emit(run.begin, run.end, kCueAndList);
        return end;
      case Kind::kNone:
        break;
    }
    const bool form = letters >= kShortestForm && letters <= kLongestForm && !run.role &&
                      !line_.is(run.begin, letters, kRole) && (line_.facts(run.end - 1) & kNoFormEnding) == 0;
    return form && (first == U'さ' || first == U'氏') ? emit(run.begin, run.end, kCueAndForm) : end;
  }

  // A family name, then a given one behind a space or in hiragana.
  std::size_t with_given(const Run& run, bool label) {
    const bool space = line_.letter(run.end) == ' ';
    const std::size_t begin = run.end + (space ? 1 : 0);
    const float score = label || run.role ? kCueAndList : kListsAlone;
    if (space && line_.is_han(begin)) {
      const Run given = cut(begin, run_end(begin));
      if (given.role || given.end - given.begin > kLongestGiven) return 0;
      const std::size_t letters = given.end - given.begin;
      const bool ends = label && !line_.is_hiragana(given.end) && !line_.is_katakana(given.end);
      if (!ends && !line_.is(begin, letters, kGiven) && !is_given_form(begin, letters)) return 0;
      return emit(run.begin, given.end, given.titled() ? kCueAndList : score);
    }
    if (!line_.is_hiragana(begin)) return 0;
    const std::size_t letters = line_.longest_at(begin, kGiven);
    const std::size_t end = begin + letters;
    if (letters < 2 || !(is_particle(end) || !line_.is_hiragana(end) || line_.longest_at(end, kKanaTitle) > 0))
      return 0;
    const bool titled = line_.longest_at(end, kKanaTitle) > 0;
    if (line_.is(begin, letters, kCommonGiven) && !titled && score < kCueAndList) return 0;
    return emit(run.begin, end, titled ? kCueAndList : score);
  }

  bool is_particle(std::size_t i) const {
    const char32_t c = line_.letter(i);
    return c == U'は' || c == U'が' || c == U'を' || c == U'に' || c == U'の' || c == U'と' || c == U'も' || c == U'で';
  }

  // Behind a label there may be a name in no list: one run, or two with a
  // space between, and nothing more.
  std::size_t from_label(const Run& run) {
    std::size_t end = run.end;
    const bool second = line_.letter(end) == ' ' && line_.is_han(end + 1);
    if (second) end = run_end(end + 1);
    const std::size_t letters = end - run.begin;
    const bool over = !line_.is_hiragana(end) && !line_.is_katakana(end);
    if (!over || letters < 3 || letters > 6 || (line_.facts(end - 1) & kNoFormEnding) != 0) return run.end;
    return emit(run.begin, end, kCueAndForm);
  }

  // X は「…
  bool quotes(std::size_t i) const {
    const char32_t c = line_.letter(i);
    return (c == U'は' || c == U'が' || c == U'も') && line_.letter(i + 1) == U'「';
  }
  // X と申します
  bool introduces(std::size_t i) const { return line_.letter(i) == U'と' && line_.letter(i + 1) == U'申'; }
  // The X of "this is X": …の X です, or at the beginning.
  bool is_self(std::size_t begin, std::size_t end) const {
    if (line_.letter(end) != U'で' || line_.letter(end + 1) != U'す') return false;
    const char32_t before = begin == 0 ? U'、' : line_.letter(begin - 1);
    return before == U'の' || before == U'は' || before == U'、' || before == U'。' || line_.begins_line(begin);
  }

  std::size_t from_katakana(std::size_t i) {
    std::size_t end = i;
    while (line_.is_katakana(end) || (line_.letter(end) == U'・' && line_.is_katakana(end + 1))) ++end;
    const std::size_t letters = end - i;
    const std::size_t title = line_.longest_at(end, kKanaTitle);
    const char32_t first = line_.letter(end);
    const bool personal = first == U'さ' || first == U'く' || first == U'ち' || first == U'氏';
    if (title == 0 || !personal || letters < 2 || letters > kLongestKatakana) return end;
    if (i > 0 && (line_.is_han(i - 1) || line_.is_hiragana(i - 1)) && !is_particle(i - 1)) return end;
    for (std::size_t n = 2; n <= std::min<std::size_t>(letters, 8); ++n) {
      if (line_.is(end - n, n, kNoKatakana)) return end;
    }
    return emit(i, end, kCueAndForm);
  }

  std::size_t from_hiragana(std::size_t i) {
    std::size_t end = i;
    while (line_.is_hiragana(end)) ++end;
    const std::size_t letters = line_.longest_at(i, kGiven);
    if (letters < 2 || line_.longest_at(i + letters, kKanaTitle) < 2) return end;
    if (line_.letter(i + letters) == U'先') return end;
    return std::max(end, emit(i, i + letters, kCueAndList));
  }

  std::size_t emit(std::size_t begin, std::size_t end, float score) {
    out_->push_back({line_.span(begin, end), score});
    return end;
  }

  HanLine line_;
  std::vector<CaselessName>* out_;
};

}  // namespace

bool is_japanese_letter(char32_t c) {
  static const WordTable letters(letter, {{japanese::kJapaneseLetters, 1}});
  LetterHash hash;
  hash.add(c);
  return letters.find(hash.value()) != 0;
}

void find_japanese_names(const CaselessLine& line, std::vector<CaselessName>& out) { Finder(line, out).find(); }

}  // namespace privet
