// Addresses that a code gives away: a ZIP code, a postcode, the number of a post
// office box.
#include <algorithm>
#include <string_view>

#include "detect/places/place_tail.h"
#include "detect/places/place_text.h"
#include "detect/places/street_parts.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

using Region = std::array<char, 2>;

}  // namespace

// Takes a ZIP code behind a state ("NY 10006"), or a postcode between a house
// number and a city ("Am Markt 3, 12345 Musterstadt"): addresses whose streets
// name no type.
Verdict validate_postcode_street(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t code = match.span.begin;
  if (code < 4 || is_word(at_or(text, match.span.end, ' '))) return {};
  constexpr std::uint32_t kFarthest = 100;
  if (text[code - 1] == ' ' && is_us_state(text.substr(code - 3, 2)) && !is_word(text[code - 4])) {
    for (std::uint32_t at = code - 3; at > 0 && code - at < kFarthest;) {
      --at;
      if (!is_digit(text[at]) || is_word(before_or(text, at, ' '))) continue;
      const std::uint32_t number = place_word_end(text, at);
      if (!is_house_number(text.substr(at, number - at)) || at_or(text, number) != ' ') continue;
      if (!house_number_may_begin(text, at) || follows_preposition(text, at, text.substr(at, number - at))) continue;
      const std::uint32_t name = number + 1;
      const std::uint32_t end = linked_name_end(text, name, "of the de la", false);
      if (end == name) continue;
      for (std::uint32_t street = name;;) {  // where the name ends and the city begins, a comma tells
        const std::uint32_t word = place_word_end(text, street);
        const PlaceTail tail = read_english_tail(text, word);
        if (tail.sure && tail.end == match.span.end) return accept_address({unit_begin(text, at), tail.units}, tail);
        if (word >= end || at_or(text, word) != ' ') break;
        street = word + 1;
      }
    }
    return {};
  }
  if (match.span.size() != 5) return {};
  std::uint32_t at = code;
  const bool letters = at > 2 && text[at - 1] == '-' && is_upper(text[at - 2]);
  if (letters) at -= is_upper(text[at - 3]) ? 3 : 2;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == ',' || text[at - 1] == '\n') && code - at < 6) --at;
  if (at == code || at == 0 || (text[at] == ' ' && !letters)) return {};
  std::uint32_t number = place_word_begin(text, at);
  if (number < 2 || !is_house_number(text.substr(number, at - number)) || text[number - 1] != ' ') return {};
  std::uint32_t begin = number - 1;
  int words = 0;
  bool preposition = false;
  for (; words < 4; ++words) {
    const std::uint32_t word_begin = place_word_begin(text, begin);
    const std::string_view word = text.substr(word_begin, begin - word_begin);
    constexpr std::string_view kBefore = "am an auf im in zum zur unter hinter vor beim der den dem die";
    if (word.empty() || is_digit(word[0])) break;
    const bool known = place_word_in(kBefore, word);
    if (!begins_upper(word) && !known) break;
    begin = word_begin;
    if (known && begins_upper(word)) {
      preposition = true;
      break;
    }
    if (begin == 0 || text[begin - 1] != ' ') break;
    --begin;
  }
  if (is_space(text[begin])) ++begin;
  if (begin >= number || !begins_upper(text.substr(begin)) || letter_before(text, begin)) return {};
  constexpr std::string_view kCounted =
      "seite page kapitel version teil band heft nr artikel art tabelle table abb fig figure bild folge phase";
  if (place_word_in(kCounted, text.substr(begin, number - 1 - begin))) return {};
  PlaceTail tail = read_continental_tail(text, at, {'D', 'E'});
  if (!tail.sure) return {};
  tail.sure = preposition;
  if (!preposition) tail.region = {};
  return accept_address({begin, without_point(text, tail.units)}, tail);
}

// Takes a German postcode and the first letter of what follows: a town, since the
// rule has a word for an address before it. Other nouns have capitals, too.
Verdict validate_postcode_of_town(const Match& match, const RecordContext&) {
  constexpr std::uint32_t kDigits = 5, kShortestTown = 3;
  constexpr std::string_view kCounted =
      "byte bytes bit bits euro eur usd stück treffer zeichen einträge einwohner kunden mitglieder seiten meter";
  const std::string_view text = match.text.text();
  const Span<ViewSpace> code{match.span.begin, match.span.begin + kDigits};
  if (is_word(before_or(text, code.begin, ' ')) || before_or(text, code.begin, ' ') == '.') return {};
  // Where a part of an address begins: on a line, behind a comma or colon, "wohnhaft in".
  std::uint32_t before = code.begin;
  while (before > 0 && text[before - 1] == ' ') --before;
  constexpr std::string_view kParts = ",:;\n|(/";
  const bool apart = before == 0 || kParts.find(text[before - 1]) != std::string_view::npos;
  const std::uint32_t word = place_word_begin(text, before);
  if (!apart && !place_word_in("in nach aus", text.substr(word, before - word))) return {};
  const std::string_view digits = text.substr(code.begin, kDigits);
  if (digits < "01001" || digits > "99998") return {};
  const std::uint32_t end = place_word_end(text, code.end + 1);
  const std::string_view town = text.substr(code.end + 1, end - code.end - 1);
  if (town.size() < kShortestTown || !begins_upper(town) || place_word_in(kCounted, town)) return {};
  if (std::any_of(town.begin(), town.end(), is_digit)) return {};
  return {.accepted = true, .span = code};
}

// Takes a post office box and its number: "P.O. Box 123", "Postfach 12 34 56".
Verdict validate_post_box(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (letter_before(text, match.span.begin) || number_goes_on(text, match.span.end)) return {};
  PlaceTail tail = read_english_tail(text, match.span.end);
  if (!tail.sure) {
    const bool german =
        to_lower(text[match.span.begin]) == 'p' && text.substr(match.span.begin + 1).starts_with("ostfach");
    tail = read_continental_tail(text, match.span.end, german ? Region{'D', 'E'} : Region{});
  }
  return accept_address({match.span.begin, without_point(text, tail.units)}, tail);
}

}  // namespace privet
