#include "detect/names/cue_names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "detect/names/no_names.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr float kHeaderScore = 0.9F;
constexpr float kTitleScore = 0.9F;
constexpr float kUnknownTitleScore = 0.7F;  // "Mr. Tambourine"
constexpr float kIntroductionScore = 0.9F;
constexpr float kGreetingScore = 0.85F;
constexpr float kSignOffScore = 0.85F;

constexpr std::uint32_t kLongestLine = 1000;
constexpr std::uint32_t kLongestHeader = 500;
constexpr std::uint32_t kLongestReply = 250;
constexpr std::uint32_t kLongestSignature = 80;

constexpr std::array<std::string_view, 12> kJoiners = {" and ", " & ",  " und ", " et ", " y ", " e ",
                                                       " en ",  " og ", " och ", " i ",  " и ", "/"};

// Of a longer line a bound: it is asked for each cue.
std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at, kLongestLine);
  const std::size_t found = rest.find('\n');
  std::size_t end = found == std::string_view::npos ? whole_characters(text, at + rest.size()) : at + found;
  if (end > at && text[end - 1] == '\r') --end;
  return static_cast<std::uint32_t>(end);
}

std::uint32_t skip(std::string_view text, std::uint32_t at, std::string_view what) {
  while (at < text.size() && what.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at) { return skip(text, at, " \t"); }

const NameWord* first_full(const PersonName& name) {
  for (const NameWord& word : name.all()) {
    if (word.part == NamePart::kGiven || word.part == NamePart::kFamily || word.part == NamePart::kEither) return &word;
  }
  return nullptr;
}

// By its form: with capitals, or known in small letters.
bool is_formed(const PersonName& name) { return name.capital() || name.supported(); }

bool is_place(const PersonName& name) { return name.full_words() == 1 && first_full(name)->facts.is(WordPart::kPlace); }

bool is_german_greeting(std::string_view text, const CueMatch& cue) {
  constexpr std::array<std::string_view, 5> kGerman = {"liebe", "lieber", "werte", "werter", "sehr geehrte"};
  const std::string_view words = text.substr(cue.begin, cue.end - cue.begin);
  return std::any_of(kGerman.begin(), kGerman.end(), [&](std::string_view w) { return equal_ignoring_case(w, words); });
}

// What follows "this is Ann": that she speaks.
bool goes_on_as_speaker(std::string_view text, std::uint32_t at) {
  if (at >= text.size() || std::string_view(",.!;\n").find(text[at]) != std::string_view::npos) return true;
  constexpr std::array<std::string_view, 14> kOn = {" from ", " speaking", " here",  " calling", " at ",
                                                    " again", " with ",    " von ",  " aus ",    " de ",
                                                    " da ",   " van ",     " from,", " - "};
  const std::string_view rest = text.substr(at, 10);
  return std::any_of(kOn.begin(), kOn.end(), [&](std::string_view on) { return rest.starts_with(on); });
}

// At the beginning of a line or a clause, or behind a greeting: "hi im ann".
bool begins_speech(std::string_view text, std::size_t at) {
  const std::string_view before = trimmed_right(text.substr(at > 32 ? at - 32 : 0, std::min<std::size_t>(at, 32)));
  if (before.empty() || text[at - 1] == '\n') return true;
  if (std::string_view(".,!?:;->").find(before.back()) != std::string_view::npos) return true;
  constexpr std::array<std::string_view, 6> kGreetings = {"hi", "hey", "hello", "hiya", "yo", "hii"};
  return std::any_of(kGreetings.begin(), kGreetings.end(),
                     [&](std::string_view word) { return ends_with_ignoring_case(before, word); });
}

// "Herr Oberinspektor", "Frau Ministerpräsidentin".
bool is_german_office(std::string_view folded) {
  if (folded.ends_with("in")) folded.remove_suffix(2);
  constexpr std::array<std::string_view, 16> kOffices = {
      "minister", "inspektor", "direktor", "prasident", "doktor",  "professor", "kommissar", "sekretar",
      "leiter",   "anwalt",    "rat",      "rath",      "general", "kanzler",   "pfarrer",   "vorsitzender"};
  return std::any_of(kOffices.begin(), kOffices.end(),
                     [&](std::string_view office) { return folded.ends_with(office); });
}

// Letters of Polish or Czech around it: "Pan Kowalski", not "Pan American".
bool is_among_slavs(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kAround = 200;
  const std::uint32_t begin = at > kAround ? at - kAround : 0;
  return text.substr(begin, 2 * std::size_t{kAround}).find_first_of("\xC4\xC5") != std::string_view::npos;
}

// The word before `at` on the same line begins with a capital, and no mark is between.
bool behind_capital_word(std::string_view text, std::uint32_t at) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  if (end == at || end == 0) return false;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 48 && (is_letter(text[begin - 1]) || !is_ascii(text[begin - 1]))) --begin;
  return begin < end && begins_with_capital(text.substr(begin, end - begin));
}

}  // namespace

bool CueNames::find(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  switch (cue.cue) {
    case Cue::kHeader:
      return header(text, cue, out);
    case Cue::kGreeting:
    case Cue::kHello:
      return greeting(text, cue, out);
    case Cue::kSignOff:
      return sign_off(text, cue, out);
    case Cue::kTitle:
    case Cue::kSmallTitle:
    case Cue::kCareTitle:
      return title(text, cue, out);
    case Cue::kNamed:
    case Cue::kIAm:
    case Cue::kThisIs:
      return introduction(text, cue, out);
    case Cue::kWroteAfter:
      return wrote_after(text, cue, out);
    case Cue::kWroteBefore:
      return wrote_before(text, cue, out);
  }
  return false;
}

// "From: Ann Rey <ann@example.com>". "From: Oslo" is of a timetable.
bool CueNames::header(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  std::uint32_t at = skip(text, cue.end, "*");
  at = skip_spaces(text, at);
  if (at_or(text, at) != ':') return false;
  at = skip(text, at + 1, " \t*");
  const std::uint32_t end = whole_characters(text, std::min(line_end(text, at), at + kLongestHeader));
  if (end <= at) return false;
  names_.clear();
  bool addressed = false;
  if (!reader_->read_value(text.substr(0, end), {at, end}, {}, names_, &addressed)) return false;
  bool any = false;
  for (const PersonName& name : names_) {
    if (!name.supported() && !addressed) continue;
    out.push_back({name, kHeaderScore});
    any = true;
  }
  return any;
}

// "Dear Ms Rey,", "hi ann", "Liebe Anna und lieber Bo,".
bool CueNames::greeting(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  std::uint32_t at = skip_spaces(text, cue.end);
  if (at_or(text, at) == ',' && cue.cue == Cue::kHello) at = skip_spaces(text, at + 1);  // "Hi, Ann!"
  if (at == cue.end) return false;
  bool any = false;
  for (int people = 0; people < 8; ++people) {
    PersonName name;
    const std::string_view line = text.substr(0, line_end(text, at));
    if (!reader_->read_at(line, at, {.small = true, .most_words = 3}, name) || !is_formed(name)) break;
    const std::uint32_t end = name.place.end;
    const char mark = at_or(text, end, '\n');
    const auto joiner = std::find_if(kJoiners.begin(), kJoiners.end(),
                                     [&](std::string_view j) { return text.substr(end).starts_with(j); });
    const bool called = mark == ',' || mark == '!' || mark == ':';
    const bool closed = called || mark == '\n' || mark == '\r' || mark == ';' || mark == '.' || mark == '-' ||
                        mark == ')' || joiner != kJoiners.end() || text.substr(end, 2) == " -";
    // "Liebe Eltern,": every noun of German has a capital.
    const bool noun = name.full_words() == 1 && name.place.begin == at && is_german_greeting(text, cue);
    const bool by_form = cue.cue == Cue::kGreeting ? closed && !noun : called && !is_place(name);
    if (!by_form && !(closed ? name.supported() : name.well_known())) break;
    out.push_back({name, kGreetingScore});
    any = true;
    if (joiner == kJoiners.end()) break;
    at = end + static_cast<std::uint32_t>(joiner->size());
    // "Liebe Anna und lieber Bo": the greeting once more.
    for (const std::string_view again :
         {"lieber ", "liebe ", "chère ", "cher ", "querida ", "querido ", "cara ", "caro "}) {
      if (text.substr(at).starts_with(again)) at += static_cast<std::uint32_t>(again.size());
    }
  }
  return any;
}

// "Best regards,<LF>Ann Rey", "Thanks, Ann".
bool CueNames::sign_off(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  std::uint32_t at = skip(text, cue.end, ",.!:;- \t");
  const bool marked = text.substr(cue.end, at - cue.end).find_first_of(",.!-") != std::string_view::npos;
  bool same_line = true;
  const std::uint32_t this_line = line_end(text, cue.end);
  if (at >= this_line) {
    same_line = false;
    int lines = 0;
    for (at = this_line; at < text.size() && lines <= 3; ++at) {
      if (text[at] == '\n') {
        ++lines;
      } else if (std::string_view("\r >").find(text[at]) == std::string_view::npos) {
        break;
      }
    }
    if (lines == 0 || lines > 3) return false;
    at = skip(text, at, "-~*_ \t");
    while (at < text.size() && (text.substr(at).starts_with("\u2013") || text.substr(at).starts_with("\u2014"))) {
      at = skip_spaces(text, at + 3);
    }
  }
  const std::uint32_t end = line_end(text, at);
  if (at >= end || end - at > kLongestSignature) return false;
  PersonName name;
  if (!reader_->read_at(text.substr(0, end), at, {.small = true, .most_words = 4}, name) || !is_formed(name))
    return false;
  // Nothing else in the line but what stands behind names.
  std::uint32_t after = skip(text.substr(0, end), name.place.end, ".!,*_ \t");
  const bool remark = after < end && (text[after] == '(' || text[after] == '|' || text[after] == '<' ||
                                      (after > name.place.end && text[after - 1] == ' ' && text[after] == '-'));
  const bool tagged = after < end && text.substr(name.place.end, 2) == ", " && name.full_words() >= 2;
  const bool emoji =
      after < end && !is_ascii(text[after]) && script_of(decode_utf8(text, after).code_point) == Script::kNone;
  if (after < end && !remark && !tagged && !emoji) return false;
  // "LG", "Best" and "Love" are heads of lists as well.
  const std::string_view words = text.substr(cue.begin, cue.end - cue.begin);
  const bool one_word = words.find(' ') == std::string_view::npos;
  if (!same_line && !marked && one_word && !name.supported() && (words.size() <= 3 || name.full_words() < 2))
    return false;
  if (same_line) {
    // "Best Western" is a hotel, and "Thanks, Ann" at the end of a text a signature.
    const bool last = text.size() - end < 8;
    if (!(marked ? name.supported() : name.well_known()) && !(marked && last && name.capital())) return false;
  }
  out.push_back({name, kSignOffScore});
  return true;
}

// "Mr. Rey", "señora Tárrez"; with care "M. Dupont" and "Pan Kowalski".
bool CueNames::title(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  const bool capital = begins_with_capital(text.substr(cue.begin, cue.end - cue.begin));
  if (cue.cue != Cue::kSmallTitle && !capital) return false;
  std::uint32_t at = cue.end;
  const bool dot = at_or(text, at) == '.';
  if (dot) ++at;
  const std::uint32_t next = skip(text, at, " ");
  if (next == at && !dot) return false;
  if (next - at > 2) return false;
  const std::string_view word = text.substr(cue.begin, cue.end - cue.begin);
  if (word.size() == 1 && !dot) return false;
  PersonName name;
  if (!reader_->read_at(text, next, {.most_words = 3}, name) || !name.capital()) return false;
  // "M. le Maire", "Madame la Guillotine", "Herr der Lage"
  constexpr std::array<std::string_view, 8> kArticles = {"le ", "la ", "der ", "des ", "dem ", "den ", "die ", "das "};
  const auto begins = [&](std::string_view article) { return text.substr(next, article.size()) == article; };
  if (std::any_of(kArticles.begin(), kArticles.end(), begins)) return false;
  // "DR Congo", "MS Quill" are none where the rest is not in capitals, too.
  if (is_all_upper(word) && !first_full(name)->all_upper) return false;
  if (cue.cue == Cue::kCareTitle) {
    // "Peter Pan Am", "Quill M. Dupont", "Oak Dr. North": a title begins something.
    if (behind_capital_word(text, cue.begin) && !name.supported()) return false;
    const bool initial = word.size() == 1;
    if (initial && before_or(text, cue.begin) == '.') return false;  // "A.F.M."
    if (initial && before_or(text, cue.begin) == ' ' && before_or(text, cue.begin - 1) == '.')
      return false;  // "S. M. Rey"
    if (initial && (behind_capital_word(text, cue.begin) || name.words[0].part == NamePart::kInitial)) return false;
    if (initial && !name.supported()) return false;
    if (word == "Pan" && (!name.supported() || !is_among_slavs(text, cue.begin))) return false;
    if (word == "Don" && first_full(name)->facts.given() < 2) return false;
  }
  if (name.full_words() == 1) {
    const NameWord& lone = *first_full(name);
    reader_->folder().fold(text.substr(lone.place.begin, lone.place.size()));
    const bool german = word == "Herr" || word == "Herrn" || word == "Frau";
    if (german && lone.facts.family() == 0 && is_german_office(reader_->folder().folded())) return false;
    for (NameWord& w : name.words) {
      const bool full = w.part == NamePart::kEither || w.part == NamePart::kGiven;
      if (full && w.facts.given() <= w.facts.family()) w.part = NamePart::kFamily;
    }
  }
  out.push_back({name, name.supported() ? kTitleScore : kUnknownTitleScore});
  return true;
}

// "my name is ann", "I'm Ann Rey", "this is Ann from the office".
bool CueNames::introduction(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  const std::uint32_t at = skip(text, cue.end, cue.cue == Cue::kNamed ? " :\"" : " ");
  if (at == cue.end) return false;
  PersonName name;
  if (!reader_->read_at(text.substr(0, line_end(text, at)), at, {.small = true, .most_words = 4}, name)) return false;
  if (!is_formed(name)) return false;
  if (cue.cue != Cue::kNamed) {
    const NameWord& first = *first_full(name);
    const bool lone = name.full_words() == 1;
    if (!name.well_known() || first.facts.given() < 2) return false;
    if (lone && first.facts.part() != WordPart::kNone) return false;  // "I'm April" may be; "I'm German" is not
    if (lone && !first.capital && first.facts.plain() > 0) return false;
    if (cue.cue == Cue::kThisIs && lone && !goes_on_as_speaker(text, name.place.end)) return false;
    // Without its apostrophe, it is a word of German.
    if (text.substr(cue.begin, cue.end - cue.begin) == "Im") return false;
    if (text.substr(cue.begin, cue.end - cue.begin) == "im" && !begins_speech(text, cue.begin)) return false;
  }
  out.push_back({name, kIntroductionScore});
  return true;
}

bool CueNames::read_before(std::string_view text, std::uint32_t begin, std::uint32_t end, PersonName& out) {
  const std::string_view head = text.substr(0, end);
  while (begin < end && is_continuation(head[begin])) ++begin;
  int words = 0;
  for (std::uint32_t at = begin; at < end;) {
    const bool starts = is_letter(head[at]) || !is_ascii(head[at]);
    if (starts && reader_->read_at(head, at, {.small = true}, out) && out.place.end == end && is_formed(out))
      return true;
    if (++words > 16) return false;
    while (at < end && head[at] != ' ') ++at;
    while (at < end && head[at] == ' ') ++at;
  }
  return false;
}

// "On Monday at 10:00, Ann Rey <ann@example.com> wrote:"
bool CueNames::wrote_after(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  // "… wrote:", "… schrieb am 5. Mai um 10:00:"
  const std::uint32_t this_line = line_end(text, cue.end);
  std::uint32_t at = skip_spaces(text, cue.end);
  if (at_or(text, at) != ':') {
    const std::string_view rest = text.substr(at, std::min<std::uint32_t>(this_line - std::min(at, this_line), 80));
    if (!rest.ends_with(':') || rest.find_first_of("0123456789") == std::string_view::npos) return false;
  }
  const std::uint32_t least = cue.begin > kLongestReply ? cue.begin - kLongestReply : 0;
  std::uint32_t begin = cue.begin;
  while (begin > least && text[begin - 1] != '\n') --begin;
  const std::uint32_t first = skip(text, begin, " >");
  if (begin > least && (first == cue.begin || at_or(text, first) == '<')) {
    // A long line was broken before the verb, or before the address.
    --begin;
    while (begin > least && text[begin - 1] != '\n') --begin;
  }
  std::uint32_t end = cue.begin;
  const auto trim_end = [&] {
    while (end > begin && std::string_view(" \n\r>\"").find(text[end - 1]) != std::string_view::npos &&
           !(text[end - 1] == '>' && end >= 2 && text[end - 2] != '\n' && text[end - 2] != ' ')) {
      --end;
    }
  };
  trim_end();
  bool dated = text.substr(begin, end - begin).find_first_of("0123456789") != std::string_view::npos;
  if (end > begin && (text[end - 1] == '>' || text[end - 1] == ')' || text[end - 1] == ']')) {
    const std::size_t open = text.substr(begin, end - begin).find_last_of("<([");
    if (open == std::string_view::npos) return false;
    dated = true;
    end = begin + static_cast<std::uint32_t>(open);
    if (end > begin && text[end - 1] == '(') --end;  // "(<ann@example.com>)"
    trim_end();
  }
  const std::size_t cut = text.substr(begin, end - begin).find_last_of(",0123456789:;<>|\"\n");
  const std::uint32_t from = cut == std::string_view::npos ? begin : begin + static_cast<std::uint32_t>(cut) + 1;
  PersonName name;
  if (!read_before(text, skip(text, from, " *_-"), end, name)) return false;
  if (!name.supported() && (!dated || name.full_words() < 2)) return false;
  out.push_back({name, kHeaderScore});
  return true;
}

// "Am 05.01.2024 um 10:00 schrieb Ann Rey <ann@example.com>:"
bool CueNames::wrote_before(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out) {
  const std::uint32_t at = skip(text, cue.end, " \"\n");
  if (at == cue.end) return false;
  PersonName name;
  if (!reader_->read_at(text.substr(0, line_end(text, at)), at, {.small = true}, name) || !is_formed(name))
    return false;
  std::uint32_t after = skip(text, name.place.end, " \"\n");
  if (at_or(text, after) == '<' || at_or(text, after) == '(') {
    const std::size_t close = text.substr(after, 120).find_first_of(">)");
    if (close == std::string_view::npos) return false;
    after = skip(text, after + static_cast<std::uint32_t>(close) + 1, " \n");
  }
  if (at_or(text, after) != ':') return false;
  out.push_back({name, kHeaderScore});
  return true;
}

}  // namespace privet
