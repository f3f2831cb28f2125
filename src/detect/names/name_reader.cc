#include "detect/names/name_reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "detect/names/no_names.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"

namespace privet {
namespace {

constexpr std::size_t kMostTokens = 20;
constexpr std::uint32_t kLongestRead = 256;  // bytes in which a name ends
constexpr std::size_t kMostNames = 64;       // in one value

bool is_full(NamePart part) {
  return part == NamePart::kGiven || part == NamePart::kFamily || part == NamePart::kEither;
}

// "McKay", "DeVito", "O'Neil"; not "YouTube".
bool is_camel(std::string_view word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (!is_upper(word[i]) || !is_lower(word[i - 1])) continue;
    const std::string_view head = word.substr(0, i);
    if (head == "Mc" || head == "Mac" || head == "De" || head == "Di" || head == "La" || head == "Le" ||
        head == "Van" || head == "Fitz" || head == "Du" || head == "Da" || head == "Von" || head == "Del") {
      continue;
    }
    return true;
  }
  return false;
}

// Names of Han, kana and Hangul are whole without a space.
bool is_glued_word(std::string_view word) { return begins_cjk(word.front()); }

// Letters that a name of the script may have, if it is one word.
bool is_glued_name(std::string_view word, std::uint32_t letters) {
  const Script script = script_of(decode_utf8(word, 0).code_point);
  if (script == Script::kHangul) return letters >= 2 && letters <= 5;
  return (script == Script::kHan || script == Script::kOther) && letters >= 2 && letters <= 6;
}

bool only_spaces(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return end - begin <= 2 && std::all_of(text.begin() + begin, text.begin() + end, [](char c) { return c == ' '; });
}

Span<ViewSpace> trim(std::string_view text, Span<ViewSpace> place) {
  constexpr std::string_view kTrimmed = " \t\r\n\"'*_~";
  while (!place.empty() && kTrimmed.find(text[place.begin]) != std::string_view::npos) ++place.begin;
  while (!place.empty() && kTrimmed.find(text[place.end - 1]) != std::string_view::npos) --place.end;
  return place;
}

}  // namespace

std::uint32_t whole_characters(std::string_view text, std::size_t end) {
  if (end >= text.size()) return static_cast<std::uint32_t>(text.size());
  while (end > 0 && is_continuation(text[end])) --end;
  return static_cast<std::uint32_t>(end);
}

bool begins_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (is_ascii(word.front())) return is_upper(word.front());
  const char32_t c = decode_utf8(word, 0).code_point;
  return small_letter(c) != c || capital_letter(c) == c;
}

bool is_all_upper(std::string_view word) {
  std::uint32_t upper = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded d = decode_utf8(word, at);
    at += d.bytes;
    if (capital_letter(d.code_point) != d.code_point) return false;
    upper += small_letter(d.code_point) != d.code_point ? 1 : 0;
  }
  return upper >= 2;
}

std::uint32_t PersonName::full_words() const {
  return static_cast<std::uint32_t>(
      std::count_if(words.begin(), words.begin() + count, [](const NameWord& w) { return is_full(w.part); }));
}

bool PersonName::capital() const {
  return std::all_of(words.begin(), words.begin() + count,
                     [](const NameWord& w) { return !is_full(w.part) || w.capital; });
}

bool PersonName::supported() const {
  const bool lone = full_words() == 1;
  return std::any_of(words.begin(), words.begin() + count, [&](const NameWord& w) {
    if (!is_full(w.part)) return false;
    const int grade = std::max(w.facts.given(), w.facts.family());
    if (!lone) return w.facts.given() >= 1 || w.facts.family() >= 2;
    return grade >= 1 && grade > w.facts.plain() && !w.facts.is(WordPart::kPlace);
  });
}

bool PersonName::well_known() const {
  const NameWord* first = nullptr;
  const NameWord* last = nullptr;
  for (const NameWord& word : all()) {
    if (!is_full(word.part)) continue;
    const int grade = std::max(word.facts.given(), word.facts.family());
    if (grade == 0 || word.facts.plain() > grade) return false;
    if (first == nullptr) first = &word;
    last = &word;
  }
  if (first == nullptr) return false;
  const auto is_given = [](const NameWord& w) { return w.facts.given() >= 2 && w.facts.given() > w.facts.plain(); };
  if (first == last) {
    const bool is_other = first->facts.is(WordPart::kPlace) || first->facts.is(WordPart::kNationality);
    return is_given(*first) && (first->facts.given() == 3 || first->facts.plain() == 0) && !is_other;
  }
  return is_given(*first) || (first->facts.family() >= 2 && is_given(*last));
}

bool PersonName::has_given() const {
  return std::any_of(words.begin(), words.begin() + count,
                     [](const NameWord& w) { return is_full(w.part) && w.facts.given() >= 1; });
}

void assign_parts(PersonName& name) {
  std::array<std::uint32_t, 7> full{};
  std::uint32_t n = 0;
  for (std::uint32_t i = 0; i < name.count; ++i) {
    if (name.words[i].part == NamePart::kEither) full[n++] = i;
  }
  if (n == 0) return;
  NameWord& first = name.words[full[0]];
  NameWord& last = name.words[full[n - 1]];
  if (n == 1) {
    const bool family = first.facts.family() > first.facts.given();
    const bool known = first.facts.family() != first.facts.given();
    if (known) first.part = family ? NamePart::kFamily : NamePart::kGiven;
    return;
  }
  const bool turned = first.facts.family() > first.facts.given() && last.facts.given() > last.facts.family();
  for (std::uint32_t i = 0; i < n; ++i) name.words[full[i]].part = NamePart::kGiven;
  (turned ? first : last).part = NamePart::kFamily;
  // What stands behind a particle is of the family name: "Gil de la Paz Roe".
  bool behind = false;
  for (std::uint32_t i = 0; i < name.count; ++i) {
    if (name.words[i].part == NamePart::kParticle && i > 0) behind = true;
    if (behind && name.words[i].part == NamePart::kGiven && !turned) name.words[i].part = NamePart::kFamily;
  }
}

bool NameReader::read_at(std::string_view text, std::uint32_t at, NameLimits limits, PersonName& out) {
  out.count = 0;
  text = text.substr(0, whole_characters(text, at + kLongestRead));
  tokens_.clear();
  append_tokens(text, at, kMostTokens, tokens_);
  std::uint32_t end = at;  // of what belongs to the name or to titles so far
  std::uint32_t kept = 0;  // words up to the last full one, initials and suffixes with it
  std::uint32_t full = 0;
  std::uint32_t kept_end = at;
  for (std::size_t i = 0; i < tokens_.size() && out.count < out.words.size(); ++i) {
    const Token& token = tokens_[i];
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    const bool first = out.count == 0;
    if (token.kind == TokenKind::kMark && word == "." && token.begin == end && i > 0) {
      const bool after_initial = !first && out.words[out.count - 1].part == NamePart::kInitial;
      const bool after_suffix = !first && out.words[out.count - 1].part == NamePart::kSuffix;
      if (first || after_initial || after_suffix) {  // "Dr.", "M.", "Jr."
        end = token.end;
        if (after_suffix) kept_end = end;
        continue;
      }
      break;
    }
    if (token.kind != TokenKind::kWord) break;
    const bool elision = !first && out.words[out.count - 1].part == NamePart::kParticle && token.begin == end;
    const bool after_dot = token.begin == end && end > 0 && text[end - 1] == '.';
    if (i > 0 && !elision && !after_dot && (token.begin == end || !only_spaces(text, end, token.begin))) break;

    const FoldedWord folded = folder_.fold(word);
    NameWord read{.hash = folded.hash,
                  .place = {token.begin, token.end},
                  .facts = folded.facts,
                  .capital = begins_with_capital(word),
                  .all_upper = is_all_upper(word),
                  .letters = folded.letters};
    const bool dot = i + 1 < tokens_.size() && tokens_[i + 1].begin == token.end && text[token.end] == '.';
    const bool initial = folded.letters == 1 && read.capital && is_ascii(word.front());
    if (first && folded.letters > 1 && is_title_word(folded) && (read.capital || dot)) {
      // A title, if anything follows it.
      if (!dot && i + 1 >= tokens_.size()) break;
      if (i > 3) break;
      end = token.end;
      continue;
    }
    if (initial) {
      read.part = NamePart::kInitial;
    } else if (!first && full > 0 && read.capital && is_name_suffix(folded)) {
      read.part = NamePart::kSuffix;
    } else if (is_particle(folded) && (!read.capital || folded.facts.given() + folded.facts.family() == 0) &&
               (read.capital || full > 0 || i + 1 < tokens_.size())) {
      read.part = NamePart::kParticle;
    } else {
      if (is_no_name(folded) || is_camel(word)) break;
      if (folded.letters < 2 || (is_glued_word(word) && !is_glued_name(word, folded.letters))) break;
      if (!read.capital) {
        const bool known =
            first ? folded.facts.given() >= 1 && folded.facts.plain() <= 1
                  : std::max(folded.facts.given(), folded.facts.family()) >= 1 && folded.facts.plain() <= 1;
        if (!limits.any_small && !(limits.small && known)) break;
        if (folded.facts.plain() >= 2) break;
      }
      read.part = NamePart::kEither;
    }
    if (read.part == NamePart::kEither && full == limits.most_words) break;
    out.words[out.count++] = read;
    end = token.end;
    if (read.part == NamePart::kEither || read.part == NamePart::kSuffix) {
      full += read.part == NamePart::kEither ? 1 : 0;
      kept = out.count;
      kept_end = end;
    } else if (read.part == NamePart::kInitial && full > 0 && dot) {
      // "Ann L.": the dot ends the name, or a sentence.
      kept = out.count;
      kept_end = token.end;
    }
    if (is_glued_word(word)) break;
  }
  if (full == 0) return false;
  out.count = kept;
  out.place = {out.words[0].place.begin, kept_end};
  assign_parts(out);
  return true;
}

// "Rey, Ann", "LEE, Ann M."
bool NameReader::read_reversed(std::string_view text, Span<ViewSpace> place, NameLimits limits, PersonName& out) {
  const std::string_view value = text.substr(0, place.end);
  const std::size_t comma = value.find(',', place.begin);
  if (comma == std::string_view::npos || value.find(',', comma + 1) != std::string_view::npos) return false;
  PersonName family;
  PersonName given;
  const auto at = static_cast<std::uint32_t>(comma);
  if (!read_at(value.substr(0, at), place.begin, limits, family) || family.place.end != at) return false;
  std::uint32_t next = at + 1;
  while (next < place.end && value[next] == ' ') ++next;
  if (!read_at(value, next, limits, given) || given.place.begin != next) return false;
  if (given.place.end != place.end && value.substr(given.place.end) != ".") return false;
  // "Ann Rey, Bo Ray" are two.
  if (family.full_words() > 2 || given.full_words() > 2 || family.count + given.count > out.words.size()) return false;
  if (family.full_words() == 2 && given.full_words() == 2) return false;
  out = family;
  for (NameWord& word : out.words) word.part = is_full(word.part) ? NamePart::kFamily : word.part;
  for (const NameWord& word : given.all()) {
    out.words[out.count] = word;
    if (is_full(word.part)) out.words[out.count].part = NamePart::kGiven;
    ++out.count;
  }
  out.place = {family.place.begin, place.end};
  return true;
}

bool NameReader::read_one(std::string_view text, Span<ViewSpace> place, NameLimits limits, PersonName& out) {
  place = trim(text, place);
  if (place.empty()) return false;
  const std::string_view value = text.substr(0, place.end);
  if (!read_at(value, place.begin, limits, out)) return false;
  std::uint32_t end = out.place.end;
  // "Ann Rey, PhD"
  if (end < place.end && value[end] == ',') {
    std::uint32_t at = end + 1;
    while (at < place.end && value[at] == ' ') ++at;
    std::string_view rest = value.substr(at);
    while (rest.ends_with('.')) rest.remove_suffix(1);
    if (!rest.empty() && rest.size() <= 4) {
      if (is_name_suffix(folder_.fold(rest))) return true;
    }
  }
  if (end < place.end && value.substr(end) == ".") ++end;
  // Quietly drops what clients write behind names: "Ann Rey ✨".
  while (end < place.end && (value[end] == ' ' || static_cast<std::uint8_t>(value[end]) >= 0x80)) {
    if (value[end] == ' ') {
      ++end;
      continue;
    }
    const Decoded d = decode_utf8(value, end);
    if (script_of(d.code_point) != Script::kNone && script_of(d.code_point) != Script::kMark) break;
    end += d.bytes;
  }
  return end == place.end;
}

bool NameReader::read_value(std::string_view text, Span<ViewSpace> place, NameLimits limits,
                            std::vector<PersonName>& out, bool* addressed) {
  const std::size_t first = out.size();
  bool has_address = false;
  PersonName name;
  place = trim(text, place);
  std::uint32_t at = place.begin;
  while (at < place.end && out.size() - first < kMostNames) {
    // One entry: up to a separator outside brackets.
    std::uint32_t end = at;
    std::uint32_t name_end = place.end;  // where an address or a remark begins
    char closing = '\0';
    std::uint32_t commas = 0;
    for (; end < place.end; ++end) {
      const char c = text[end];
      if (closing != '\0') {
        if (c == closing) closing = '\0';
        continue;
      }
      if (c == '<' || c == '(' || c == '[') {
        closing = c == '<' ? '>' : c == '(' ? ')' : ']';
        name_end = std::min(name_end, end);
        continue;
      }
      if (c == ';' || c == '&' || c == '\n' || c == '|') break;
      if (c == ',') {
        if (name_end < end) break;  // behind an address
        ++commas;
      }
    }
    const Span<ViewSpace> whole{at, std::min(name_end, end)};
    const std::string_view tail = text.substr(whole.end, end - whole.end);
    const bool address = tail.find('@') != std::string_view::npos;
    has_address = has_address || address;
    const Span<ViewSpace> entry = trim(text, whole);
    const bool lone_address = entry.empty() && address;  // "<ann@example.com>"
    if (!lone_address &&
        ((commas == 1 && read_reversed(text, entry, limits, name)) || read_one(text, entry, limits, name))) {
      out.push_back(name);
    } else if (!lone_address) {
      // "Ann Rey, Bo Ray", "Ann Rey and Bo Ray"
      std::uint32_t from = entry.begin;
      bool all = true;
      while (from < entry.end && all) {
        const std::string_view rest = text.substr(from, entry.end - from);
        std::size_t cut = rest.find(',');
        std::size_t skip = 1;
        for (const std::string_view joiner :
             {" and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " i ", " и "}) {
          const std::size_t found = rest.substr(0, cut).find(joiner);
          if (found < cut) {
            cut = found;
            skip = joiner.size();
          }
        }
        const auto until = cut == std::string_view::npos ? entry.end : from + static_cast<std::uint32_t>(cut);
        const Span<ViewSpace> part = trim(text, {from, until});
        const bool is_address = text.substr(part.begin, part.size()).find('@') != std::string_view::npos;
        if (read_one(text, part, limits, name)) {
          out.push_back(name);
        } else {
          all = is_address && (commas > 0 || out.size() > first);
        }
        if (until == entry.end) break;
        from = until + static_cast<std::uint32_t>(skip);
      }
      if (!all) {
        out.resize(first);
        return false;
      }
    }
    at = end + 1;
  }
  if (addressed != nullptr) *addressed = has_address;
  return out.size() > first;
}

}  // namespace privet
