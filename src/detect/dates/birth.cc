// Dates of birth: a date that a word for birth governs.
//
// A label ("date of birth", "DOB") is followed by the date, with nothing but
// signs and little words between. A sentence ("born in Vienna on", "né à Paris
// le") may name the person or the place first: words with capitals. A word that
// tells of something else (died, updated) ends the stretch, and so do the end of
// the sentence, the line's end and any other number.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "detect/dates/date_text.h"
#include "detect/dates/month_names.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"
#include "detect/proof/word_set.h"
#include "text/casefold.h"
#include "text/script.h"

namespace privet {
namespace {

// From the cue to the date, in bytes.
constexpr std::uint32_t kLabelWindow = 48;
constexpr std::uint32_t kSentenceWindow = 96;
constexpr std::uint32_t kLongestTag = 80;  // <td class="...">

// Small words between a cue and its date, in any language.
constexpr std::string_view kLabelWords =
    "is was on the of am den der dem le el il la ne em dia día op w we dnia dn на г den är er este es ist war est date "
    "data fecha datum tarihi ngày tanggal um ca circa about around approx value content datetime time type string";
// What stands between them and a place or a name too.
constexpr std::string_view kSentenceWords =
    "is was on in at to the of near and day a as am im den der die das dem bei zu von und um le la les au aux en dans "
    "à du de des et del el las los y il lo nel nella dia día do da dos das no na os e te op het van w we dnia roku i г "
    "в "
    "во на городе город селе деревне области och vid på den kl ved ngày tại pada di tahun his her their parents home "
    "house hospital family into town village city county state s σε στην στις την στο στον τον "
    "ca circa around about st";
// What tells of another day than the one of birth.
constexpr std::string_view kOtherEvents =
    "died death dead deceased founded established updated modified created posted published joined married since event "
    "issued expires expiry released retired retrieved accessed graduated baptized baptised christened gestorben gest "
    "verheiratet aktualisiert erstellt getauft mort morte décédé décédée murió muerto fallecido morto morta morreu "
    "faleceu overleden gestorven zmarł zmarła zm умер умерла död døde öldü ölüm";

constexpr WordSet<count_words(kLabelWords)> kLabels(kLabelWords);
constexpr WordSet<count_words(kSentenceWords)> kSentences(kSentenceWords);
constexpr WordSet<count_words(kOtherEvents)> kEvents(kOtherEvents);

bool is_other_event(std::string_view word) {
  std::string folded;
  append_casefolded(word, folded);
  return kEvents.holds(folded);
}

// "dd/mm/yyyy", "TT.MM.JJJJ", "jj/mm/aaaa" between a label and its date.
bool is_date_form(std::string_view word) {
  constexpr std::string_view kUnits = "dmytjagr";
  if (word.empty() || word.size() > 4 || kUnits.find(to_lower(word[0])) == std::string_view::npos) return false;
  return std::all_of(word.begin(), word.end(), [&](char c) { return to_lower(c) == to_lower(word[0]); });
}

enum class Cue : std::uint8_t { kLabel, kSentence };

// Passes over what may stand between a cue and its date; false at anything else.
bool skip_word(std::string_view text, std::uint32_t& at, Cue cue) {
  const std::uint32_t end = letters_end(text, at);
  const std::string_view word = text.substr(at, end - at);
  at = end;
  if (is_other_event(word)) return false;
  if (cue == Cue::kLabel) {
    std::string folded;
    append_casefolded(word, folded);
    return kLabels.holds(folded) || is_date_form(word);
  }
  return begins_upper(word) || kSentences.holds(word);
}

// The end of a sentence is a point after a word of four letters or more, or a
// small one, and a space: "St. Louis" is none.
bool ends_sentence(std::string_view text, std::uint32_t point) {
  const char next = at_or(text, point + 1, ' ');
  if (next != ' ') return false;
  std::uint32_t word = point;
  while (word > 0 && point - word < 4 && !is_ascii(text[word - 1])) --word;
  while (word > 0 && point - word < 4 && is_letter(text[word - 1])) --word;
  return point - word > 3;
}

bool skip_between(std::string_view text, std::uint32_t& at, Cue cue) {
  const char c = text[at];
  if (c == '<') {
    if (!is_letter(at_or(text, at + 1)) && at_or(text, at + 1) != '/') return false;
    const std::size_t close = text.substr(at, kLongestTag).find('>');
    if (close == std::string_view::npos) return false;
    at += static_cast<std::uint32_t>(close) + 1;
    return true;
  }
  if (c == '[' || c == '(') {  // a footnote [1], a province (75)
    const std::size_t close = text.find_first_not_of("0123456789", at + 1);
    if (close != std::string_view::npos && close > at + 1 && close < at + 5 &&
        (text[close] == ']' || text[close] == ')'))
      at = static_cast<std::uint32_t>(close);
    ++at;
    return true;
  }
  if (c == '.') return !ends_sentence(text, at++);
  if (c == '=' && at_or(text, at + 1) == '>') {
    at += 2;
    return true;
  }
  constexpr std::string_view kSigns = " \t:=,;)]\"'*_|/\\-#~";
  if (kSigns.find(c) != std::string_view::npos) {
    ++at;
    return true;
  }
  if (is_ascii(c)) return is_letter(c) && skip_word(text, at, cue);
  const Decoded d = decode_utf8(text, at);
  if (d.code_point == 0x2020) return false;  // a dagger
  if (!is_word(d.code_point)) {
    at += d.bytes;
    return true;
  }
  if (is_cjk(d.code_point)) {  // 出生日期为, 生年月日は
    at += d.bytes;
    return true;
  }
  return skip_word(text, at, cue);
}

// A person can be born in it: numbers alone from 1880 on, with a month's name
// in any year that is written.
bool may_be_birth(const WrittenDate& date) {
  return date.short_year || (date.year <= 2099 && (date.named || date.year >= 1880));
}

std::optional<Span<ViewSpace>> date_behind(std::string_view text, std::uint32_t begin, Cue cue) {
  const std::uint32_t window = cue == Cue::kLabel ? kLabelWindow : kSentenceWindow;
  for (std::uint32_t at = begin; at < text.size() && at - begin <= window;) {
    const bool starts = at == begin || is_digit(text[at]) || !is_word(text[at - 1]);
    if (starts && (is_word(text[at]) || !is_ascii(text[at]))) {
      if (const auto date = read_date(text, at)) {
        if (!may_be_birth(*date)) return std::nullopt;
        return Span<ViewSpace>{at, date->end};
      }
    }
    // "(born Jo Doe; 1899 - 12 March 1985)": the other end of a life.
    if (cue == Cue::kSentence && at > begin + 2 && text[at] == '-' && text[at - 1] == ' ') return std::nullopt;
    if (is_digit(text[at]) || !skip_between(text, at, cue)) return std::nullopt;
  }
  return std::nullopt;
}

// 1990年1月2日生まれ, 2.1.1990 г.р.: the date ends where the cue begins, or with
// the unit that the cue begins with.
std::optional<Span<ViewSpace>> date_before(std::string_view text, std::uint32_t cue) {
  std::uint32_t end = cue;
  if (text.substr(cue).starts_with("日") || text.substr(cue).starts_with("일")) end += 3;
  if (end > 0 && text[end - 1] == ' ') --end;
  constexpr std::uint32_t kLongestDate = 40;
  std::optional<Span<ViewSpace>> found;
  for (std::uint32_t at = end; at > 0 && end - at < kLongestDate;) {
    at = static_cast<std::uint32_t>(previous_utf8(text, at));
    if (text[at] == '\n') break;
    if (!is_digit(text[at]) || is_word(before_or(text, at, ' '))) continue;
    const auto date = read_date(text, at);
    if (date && date->end == end && may_be_birth(*date)) found = Span<ViewSpace>{at, end};
  }
  return found;
}

bool follows_letter(std::string_view text, std::uint32_t at) {
  if (at == 0) return false;
  if (is_ascii(text[at - 1])) return is_alnum(text[at - 1]);
  const char32_t before = decode_utf8(text, previous_utf8(text, at)).code_point;
  return is_word(before) && !is_cjk(before);
}

Verdict accept(std::optional<Span<ViewSpace>> span) {
  if (!span) return {};
  return {.accepted = true, .alone = true, .span = *span};
}

bool is_cjk_cue(std::string_view cue) { return !cue.empty() && begins_cjk(cue[0]); }

Verdict validate_birth(const Match& match, Cue cue) {
  const std::string_view text = match.text.text();
  const std::string_view words = text.substr(match.span.begin, match.span.size());
  if (!is_cjk_cue(words) && follows_letter(text, match.span.begin)) return {};
  // "born-digital", "birthdays", "dobj": the word goes on.
  const std::uint32_t end = match.span.end;
  const char next = at_or(text, end, ' ');
  const bool goes_on = is_alnum(next) || (next == '-' && is_letter(at_or(text, end + 1)));
  if (goes_on && is_letter(words.back())) return {};
  const std::uint32_t bracket = words.back() == '[' || words.back() == '(' ? 1 : 0;  // born[1]
  return accept(date_behind(text, end - bracket, cue));
}

}  // namespace

// Takes the words of a label: "date of birth", "geb.-Datum", "生年月日".
Verdict validate_birth_label(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::string_view words = text.substr(match.span.begin, match.span.size());
  // "her birthday on 12 March 2024" is the day of a feast.
  const bool feast = ends_with_ignoring_case(words, "day") && text.substr(match.span.end).starts_with(" on ");
  return feast ? Verdict() : validate_birth(match, Cue::kLabel);
}

// Takes the words of a sentence: "born", "nacido el", "родился".
Verdict validate_born(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  // "A Star Is Born, 12 March 1985" is a title.
  const bool title = text[match.span.end - 1] == ',' && equal_ignoring_case(word_before(text, match.span.begin), "is");
  return title ? Verdict() : validate_birth(match, Cue::kSentence);
}

// Takes a cue that follows its date: "生まれ", "г.р.", "doğumlu".
Verdict validate_born_after(const Match& match, const RecordContext&) {
  return accept(date_before(match.text.text(), match.span.begin));
}

// Takes the value of a field that is called so.
Verdict validate_birth_field(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const auto date = read_date(text, match.span.begin);
  if (!date || !may_be_birth(*date)) return {};
  return {.accepted = true, .alone = true, .span = {match.span.begin, date->end}};
}

}  // namespace privet
