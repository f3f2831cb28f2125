// Street addresses by their structure. A rule finds what its language gives
// away (the type of the street, a postcode beside a state); the rest is read
// from there in both directions.
//
// With a postcode and its city, or a state, an address stands alone; the street
// and the number alone need a cue.
#include <algorithm>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "detect/places/place_tail.h"
#include "detect/places/place_text.h"
#include "detect/places/street_parts.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

using Region = std::array<char, 2>;

// Names of things that are numbered: "2 way street", "3 lane road".
constexpr std::string_view kCountedThings =
    "way lane lanes story storey mile miles block blocks door minute minutes hour hours day days year years car km m "
    "new more "
    "of the and or in on at to from by with for is are was were";

std::string_view word_before(std::string_view text, std::uint32_t end) {
  const std::uint32_t begin = place_word_begin(text, end);
  return text.substr(begin, end - begin);
}

// Types that are seldom part of a street's name.
constexpr std::string_view kPlainTypes = "street st avenue ave road rd boulevard blvd lane ln drive dr";

// The house number and the name before the type of an English street; nothing
// if something else stands there.
//   type: where the type begins, with its space before it
std::optional<std::uint32_t> english_street_begin(std::string_view text, std::uint32_t type) {
  const bool small = is_lower(at_or(text, type + 1));
  bool typed = false;  // "45 Elm St Oak Park,": the street has ended before
  std::uint32_t at = type;
  for (int words = 0; words < kMostNameWords; ++words) {
    const std::uint32_t begin = place_word_begin(text, at);
    const std::string_view word = text.substr(begin, at - begin);
    if (word.empty()) return std::nullopt;
    if (words > 0 && is_house_number(word)) {
      if (typed) return std::nullopt;
      const std::string_view name = text.substr(at + 1, place_word_end(text, at + 1) - at - 1);
      if (place_word_in(kCountedThings, name) && !begins_upper(name)) return std::nullopt;
      if (!house_number_may_begin(text, begin) || follows_preposition(text, begin, word)) return std::nullopt;
      return unit_begin(text, begin);
    }
    const bool name = begins_upper(word) || is_ordinal(word) ||
                      (words > 0 && place_word_in("of the de la las los del y and", word)) ||
                      (small && is_lower(word[0]));
    if (!name || begin == 0 || text[begin - 1] != ' ') return std::nullopt;
    // Right behind the number it would be a name: "45 Avenue Road".
    typed = typed || (words > 0 && place_word_in(kPlainTypes, word) && !is_house_number(word_before(text, begin - 1)));
    at = begin - 1;
  }
  return std::nullopt;
}

constexpr std::string_view kDirections =
    "n s e w ne nw se sw n.e n.w s.e s.w north south east west northeast northwest southeast southwest";

// "NW" behind the type of a street.
std::uint32_t direction_end(std::string_view text, std::uint32_t at) {
  if (at_or(text, at) != ' ') return at;
  const std::uint32_t end = place_word_end(text, at + 1);
  const std::string_view word = text.substr(at + 1, end - at - 1);
  return begins_upper(word) && place_word_in(kDirections, word) ? end : at;
}

struct Language {
  std::string_view types;  // as they stand in the rule's pattern, case folded, without dots
  std::string_view links;
  Region five_digits;
};

constexpr Language kTypeFirst[] = {
    {"calle c/ c cl avenida av avda paseo plaza carrera cra cr calz calzada ronda camino ctra carretera cuesta pasaje "
     "pasadizo urbanización glorieta travesía callejón privada prolongación circuito andador cerrada",
     "de la del las los y el e san santa do da dos das",
     {}},
    {"via viale piazza corso vicolo largo piazzale lungomare strada contrada borgo località",
     "di del della dei delle degli da dal san santa e",
     {'I', 'T'}},
    {"rua r travessa praça praceta alameda estrada rodovia beco", "de da do das dos e", {}},
    {"rue chaussée", "de du des la le les l'", {}},
    {"bulevardul aleea", "", {}},
    {"ul ulica al aleja aleje os osiedle pl plac", "i na im gen ks św", {}},
    {"ул улица пр-т проспект пр пер переулок пл площадь ш шоссе бул б-р бульвар наб набережная алл аллея вул вулиця",
     "и на им",
     {}},
};

const Language* language_of(std::string_view type) {
  for (const Language& language : kTypeFirst) {
    if (place_word_in(language.types, trimmed(type))) return &language;
  }
  return nullptr;
}

// ", nº 12", " 12", ", д. 5", " # 10-34": where the house number ends; `at` if
// there is none. `said`: a word says that it is one.
std::uint32_t number_behind(std::string_view text, std::uint32_t at, bool& said) {
  std::uint32_t next = at;
  if (skip_break(text, next) == Break::kNone || at_or(text, next - 1) == '\n') return at;
  if (at_or(text, next) == '#') {
    ++next;
    if (at_or(text, next) == ' ') ++next;
    const std::uint32_t end = house_number_end(text, next);
    return end == next ? at : end;
  }
  std::uint32_t word = place_word_end(text, next);
  const bool sign = place_word_in(kNumberSigns, text.substr(next, word - next));
  if (sign) {
    next = word;
    if (at_or(text, next) == ' ') ++next;
    said = true;
  }
  const std::uint32_t end = house_number_end(text, next);
  return end == next || number_goes_on(text, end) ? at : end;
}

bool is_cyrillic(std::string_view word) { return !word.empty() && (word[0] == '\xD0' || word[0] == '\xD1'); }

}  // namespace

// Takes the type of an English street with the space before it, and perhaps what
// ends it: " Street", " St,"
Verdict validate_english_street(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  std::uint32_t type_end = match.span.end;
  while (is_space(text[type_end - 1]) || text[type_end - 1] == ',') --type_end;
  if (is_word(at_or(text, type_end, ' ')) || at_or(text, type_end) == '\'') return {};
  const auto begin = english_street_begin(text, match.span.begin);
  if (!begin) return {};
  const std::uint32_t street_end = direction_end(text, type_end);
  const PlaceTail tail = read_english_tail(text, street_end);
  return accept_address({*begin, without_point(text, tail.units)}, tail);
}

// Takes a cue that says that an address follows: "lives at", "mailing address".
// Then a house number and words with capitals are enough.
Verdict validate_cued_street(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (letter_before(text, match.span.begin)) return {};
  std::uint32_t number = match.span.end;
  while (number < text.size() && number - match.span.end < 4 &&
         (text[number] == ':' || text[number] == ' ' || text[number] == '*'))
    ++number;
  if (place_word_in("is was", text.substr(number, place_word_end(text, number) - number)))
    number = place_word_end(text, number) + 1;
  const std::uint32_t number_end = place_word_end(text, number);
  if ((number == match.span.end && text[number - 1] != ' ') || number_end == number ||
      !is_house_number(text.substr(number, number_end - number)))
    return {};
  if (at_or(text, number_end) != ' ') return {};
  std::uint32_t end = number_end;
  for (int words = 0; words < 4; ++words) {
    const std::uint32_t word_end = place_word_end(text, end + 1);
    const std::string_view word = text.substr(end + 1, word_end - end - 1);
    if (!begins_upper(word) && !is_ordinal(word)) break;
    end = word_end;
    if (word.back() == '.' && word.size() > 4) break;
    if (at_or(text, end) != ' ') break;
  }
  if (end == number_end || place_word_in("am pm a.m p.m", text.substr(number_end + 1, end - number_end - 1))) return {};
  const PlaceTail tail = read_english_tail(text, end);
  Verdict verdict = accept_address({number, without_point(text, tail.units)}, tail);
  verdict.alone = true;
  return verdict;
}

// Takes the number and the type of a French street, with the space behind: "12
// bis rue ", "5, avenue ".
Verdict validate_french_street(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (!house_number_may_begin(text, match.span.begin)) return {};
  if (follows_preposition(text, match.span.begin, text.substr(match.span.begin, 4))) return {};
  std::uint32_t name = match.span.end;
  while (text[name - 1] != ' ') --name;  // "12 place d"
  const std::uint32_t end = linked_name_end(text, name, "de du des la le les l'", true);
  if (end == name) return {};
  const PlaceTail tail = read_continental_tail(text, end, {'F', 'R'});
  return accept_address({unit_begin(text, match.span.begin), without_point(text, tail.units)}, tail);
}

// Takes the type that stands first, with the space behind it: "Calle ", "Via ",
// "Rua ", "ul. ", "ул. ".
Verdict validate_type_first_street(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  std::uint32_t begin = match.span.begin;
  if (text[begin] != ':' && letter_before(text, begin)) return {};
  // "in via ", ": via ": a common word in other languages.
  for (const std::string_view lead : {"in ", ": "}) {
    if (text.substr(begin).starts_with(lead)) begin += static_cast<std::uint32_t>(lead.size());
  }
  const std::string_view type = text.substr(begin, match.span.end - begin);
  const Language* language = language_of(type);
  if (language == nullptr) return {};
  const std::uint32_t name = match.span.end;
  std::uint32_t end = linked_name_end(text, name, language->links, false);
  if (end == name && is_digit(at_or(text, name))) {  // Calle 72 # 10-34, Calle 5 de Mayo 12
    const std::uint32_t number = place_word_end(text, name);
    std::uint32_t next = number;
    if (at_or(text, next) == ' ') ++next;
    const std::uint32_t more = linked_name_end(text, next, language->links, false);
    end = more > next ? more : number;
    bool said = false;
    if (more == next && at_or(text, next) != '#' && number_behind(text, number, said) > number && !said) return {};
  }
  if (end == name) return {};
  bool said = false;
  const std::uint32_t number = number_behind(text, without_point(text, end), said);
  if (number == without_point(text, end)) return {};
  PlaceTail tail = read_continental_tail(text, number, language->five_digits);
  if (said && is_cyrillic(type)) tail.sure = true;
  return accept_address({begin, without_point(text, tail.units)}, tail);
}

namespace {

// Whose postcodes of five digits tell the country.
constexpr std::string_view kGermanTypes =
    "straße strasse str platz weg gasse allee damm ufer markt chaussee promenade stieg steig pfad ring hof";
constexpr std::string_view kSwedishTypes = "gatan vägen vagen gränd stigen torget";

}  // namespace

// Takes the type at the end of a word, and the house number: "straße 12" of
// "Musterstraße 12", "Straße 12" of "Lange Straße 12", "straat 12".
Verdict validate_compound_street(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::string_view found = text.substr(match.span.begin, match.span.size());
  const auto space = static_cast<std::uint32_t>(found.rfind(' '));
  const std::uint32_t number = match.span.begin + space + 1;
  const std::uint32_t number_end = house_number_end(text, number);
  if (number_end == number || number_goes_on(text, number_end)) return {};
  std::uint32_t begin = place_word_begin(text, number - 1);
  if (letter_before(text, begin) || !begins_upper(text.substr(begin))) return {};
  const bool alone = begin == match.span.begin;
  // "Berliner Straße", "Am Alten Markt", "Korte Leidsedwarsstraat".
  constexpr std::string_view kBefore =
      "am an auf im in zum zur unter hinter vor beim der den dem die alte alter alten neue neuer neuen obere oberer "
      "untere unterer "
      "große großer kleine kleiner lange langer kurze kurzer breite breiter hohe hoher korte grote oude nieuwe eerste "
      "tweede st "
      "sint van de het";
  int words = 0;
  for (; words < 4 && begin > 0 && text[begin - 1] == ' '; ++words) {
    const std::uint32_t word_begin = place_word_begin(text, begin - 1);
    const std::string_view word = text.substr(word_begin, begin - 1 - word_begin);
    if (word.empty() || letter_before(text, word_begin) || is_digit(word[0])) break;
    const bool known = place_word_in(kBefore, word);
    if (!known && !(alone && words == 0 && begins_upper(word))) break;
    begin = word_begin;
  }
  // "in der Musterstraße 12": a name begins with a capital.
  while (begin < number && !begins_upper(text.substr(begin))) {
    begin = place_word_end(text, begin) + 1;
    --words;
  }
  if (alone && words <= 0) return {};
  const std::string_view type = found.substr(0, space);
  const Region five_digits = place_word_in(kGermanTypes, type)    ? Region{'D', 'E'}
                             : place_word_in(kSwedishTypes, type) ? Region{'S', 'E'}
                                                                  : Region{};
  const PlaceTail tail = read_continental_tail(text, number_end, five_digits);
  return accept_address({begin, without_point(text, tail.units)}, tail);
}

}  // namespace privet
