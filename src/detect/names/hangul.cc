// Hangul. A family name and a given one are written together, mostly of one
// and two syllables, and particles and titles may stick to them.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "detect/names/caseless_line.h"
#include "detect/names/tables/hangul_words.h"
#include "detect/names/word_table.h"
#include "text/script.h"

namespace privet {
namespace {

constexpr std::uint32_t kSyllable = 3;  // bytes
constexpr std::size_t kMostSyllables = 12;

enum HangulFact : ListFacts {
  kFamily = 1,
  kPlainFamily = 2,     // no other word, before a title
  kDoubtfulFamily = 4,  // but that one too
  kFirmFamily = 8,      // titles hang on it
  kGiven = 16,
  kGivenSyllable = 32,
  kTitle = 64,
  kHangingTitle = 128,
  kParticle = 256,
  kSubject = 512,
  kSays = 1024,
  kRole = 2048,
  kLabel = 4096,
  kGreets = 8192,
  kTakesLeave = 16384,
  kNoName = 32768,
};

char32_t letter(char32_t c) { return c; }

const WordTable& table() {
  static const WordTable table(letter, {{hangul::kFamilyWords, kFamily},
                                        {hangul::kPlainFamilyWords, kPlainFamily},
                                        {hangul::kDoubtfulFamilyWords, kDoubtfulFamily},
                                        {hangul::kFirmFamilyWords, kFirmFamily},
                                        {hangul::kGivenWords, kGiven},
                                        {hangul::kGivenSyllables, kGivenSyllable},
                                        {hangul::kTitleWords, kTitle},
                                        {hangul::kHangingTitleWords, kHangingTitle},
                                        {hangul::kParticleWords, kParticle},
                                        {hangul::kSubjectWords, kSubject},
                                        {hangul::kSaysWords, kSays},
                                        {hangul::kRoleWords, kRole},
                                        {hangul::kLabelWords, kLabel},
                                        {hangul::kGreetingWords, kGreets},
                                        {hangul::kLeaveWords, kTakesLeave},
                                        {hangul::kNoNameWords, kNoName}});
  return table;
}

bool is_syllable_at(std::string_view text, std::size_t at, std::size_t end) {
  if (at + kSyllable > end || static_cast<std::uint8_t>(text[at]) < 0xEA) return false;
  const char32_t c = decode_utf8(text, at).code_point;
  return c >= 0xAC00 && c <= 0xD7A3;
}

// A run of syllables, and the signs between it and the next one.
struct Run {
  std::string_view word;  // empty at the ends of the line
  std::uint32_t begin = 0;
  char behind = '\n';  // ' ', ':', ',', or '\n' for the end; anything else is '.'
};

class Finder {
 public:
  Finder(const CaselessLine& line, std::vector<CaselessName>& out) : line_(line), at_(line.begin), out_(&out) {}

  void find() {
    here_ = read_run();
    first_ = line_.begins && begins_with_run_;
    next_ = read_run();
    while (!here_.word.empty()) {
      read(here_.word);
      before_ = here_;
      here_ = next_;
      next_ = read_run();
      first_ = false;
    }
  }

 private:
  Run read_run() {
    const std::string_view text = line_.text;
    begins_with_run_ = true;
    while (at_ < line_.end && !is_syllable_at(text, at_, line_.end)) {
      const Decoded c = decode_utf8(text, at_);
      if (is_word(c.code_point)) begins_with_run_ = false;
      at_ += c.bytes;
    }
    Run run{.word = {}, .begin = at_};
    while (is_syllable_at(text, at_, line_.end)) at_ += kSyllable;
    run.word = text.substr(run.begin, at_ - run.begin);
    run.behind = sign_behind();
    return run;
  }

  char sign_behind() const {
    std::uint32_t at = at_;
    while (at < line_.end && line_.text[at] == ' ') ++at;
    if (at >= line_.end) return '\n';
    const char sign = line_.text[at];
    if (sign == ':' || sign == ',') return sign;
    return at > at_ && is_syllable_at(line_.text, at, line_.end) ? ' ' : '.';
  }

  static ListFacts facts(std::string_view word) { return table().find(word); }
  static bool is(std::string_view word, ListFacts wanted) { return !word.empty() && (facts(word) & wanted) != 0; }

  void read(std::string_view word) {
    const std::size_t syllables = word.size() / kSyllable;
    if (syllables > kMostSyllables || is(word, kNoName)) return;
    if (syllables >= 3 && read_full(word)) return;
    if (!read_short(word)) read_family(word);
  }

  // Family and given name.
  bool read_full(std::string_view word) {
    for (const std::size_t family : {std::size_t{2}, std::size_t{1}}) {
      const std::size_t end = (family + 2) * kSyllable;
      if (word.size() < end || !is(word.substr(0, family * kSyllable), kFamily)) continue;
      const std::string_view given = word.substr(family * kSyllable, std::size_t{2} * kSyllable);
      const std::string_view name = word.substr(0, end);
      const std::string_view rest = word.substr(end);
      const bool listed = is(given, kGiven);
      if (is(name, kNoName) || !(listed || has_form(given))) continue;
      if (!rest.empty() && !is(rest, kParticle) && !is_title(rest)) continue;
      if (has_cue(rest)) return emit(name, listed ? kCueAndList : kCueAndForm);
      if (listed && !may_end_in_particle(given, rest)) return emit(name, kListsAlone);
    }
    return false;
  }

  static bool has_form(std::string_view given) {
    return is(given.substr(0, kSyllable), kGivenSyllable) && is(given.substr(kSyllable), kGivenSyllable);
  }

  // A word and a particle look like a name: "the setting is".
  static bool may_end_in_particle(std::string_view given, std::string_view rest) {
    const std::string_view last = given.substr(kSyllable);
    return rest.empty() &&
           (last == "은" || last == "이" || last == "가" || last == "도" || last == "의" || last == "로" ||
            last == "나" || last == "라" || last == "하" || last == "한" || last == "만" || last == "인");
  }

  // A title, and maybe a particle on it.
  static bool is_title(std::string_view word, ListFacts kind = kTitle) {
    for (std::size_t size = word.size(); size >= kSyllable; size -= kSyllable) {
      if (!is(word.substr(0, size), kind)) continue;
      // Behind a polite title any ending may come.
      if (size == word.size() || is(word.substr(size), kParticle)) return true;
      if (size > kSyllable && word.substr(0, size).ends_with("님")) return true;
    }
    return false;
  }

  bool has_cue(std::string_view rest) const {
    const bool hangs = rest.starts_with("씨") || (rest.size() > kSyllable && is_title(rest, kHangingTitle));
    if (hangs) return true;
    if (rest.empty() && here_.behind == ' ' && (is_title(next_.word) || is(next_.word, kTakesLeave))) return true;
    if (rest.empty() && here_.behind == ':' && first_) return true;
    if (here_.behind == ' ' && is(rest, kSubject) && is(next_.word, kSays)) return true;
    if (before_.word.empty()) return false;
    if (before_.behind == ':' && is(before_.word, kLabel)) return true;
    if (before_.behind == ' ' && is(before_.word, kRole | kGreets)) return true;
    return before_.behind == ',' && is(before_.word, kGreets);
  }

  // A given name alone, or one of one syllable, needs the plainest of titles.
  bool read_short(std::string_view word) {
    if (word.size() != std::size_t{2} * kSyllable || here_.behind != ' ' || !is_plain_title(next_.word)) return false;
    if (is(word, kGiven)) return emit(word, kCueAndList);
    if (!is(word.substr(0, kSyllable), kPlainFamily) || !is(word.substr(kSyllable), kGivenSyllable)) return false;
    return next_.word.starts_with("씨") && emit(word, kCueAndForm);
  }
  static bool is_plain_title(std::string_view word) {
    if (!word.starts_with("씨") && !word.starts_with("님")) return false;
    return word.size() == kSyllable || is(word.substr(kSyllable), kParticle);
  }

  // Mr Kim: a family name alone, only before a title.
  void read_family(std::string_view word) {
    if (is(word, kPlainFamily) && here_.behind == ' ' && is_title(next_.word)) {
      const bool doubtful = is(word, kDoubtfulFamily) && !next_.word.starts_with("씨");
      // "Kim 씨" and "Kim 과장"; no name behind a longer compound's first half.
      if (!doubtful && !next_.word.starts_with("님") && !next_.word.starts_with("군") &&
          !next_.word.starts_with("양")) {
        emit(word, kCueAndList);
      }
      return;
    }
    for (const std::size_t size : {2 * kSyllable, 1 * kSyllable}) {
      if (word.size() <= size || !is(word.substr(0, size), kFirmFamily)) continue;
      if (is_title(word.substr(size), kHangingTitle)) emit(word.substr(0, size), kCueAndList);
      return;
    }
  }

  bool emit(std::string_view name, float score) {
    out_->push_back({{here_.begin, here_.begin + static_cast<std::uint32_t>(name.size())}, score});
    return true;
  }

  const CaselessLine& line_;
  std::uint32_t at_;
  Run before_, here_, next_;
  bool first_ = false;
  bool begins_with_run_ = false;
  std::vector<CaselessName>* out_;
};

}  // namespace

void find_hangul_names(const CaselessLine& line, std::vector<CaselessName>& out) { Finder(line, out).find(); }

}  // namespace privet
