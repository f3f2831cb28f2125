// Values of fields that are called address, street and the like. The field says
// that it is an address, so that less structure does: but not every "address" is
// a postal one, and not every "street" has a number.
#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "detect/places/place_tail.h"
#include "detect/places/place_text.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"
#include "text/script.h"

namespace privet {
namespace {

constexpr std::size_t kLongestAddress = 200;  // bytes

constexpr std::string_view kTypes =
    "street st avenue ave road rd lane ln drive dr boulevard blvd court ct place pl way circle cir square terrace "
    "parkway pkwy "
    "highway hwy close crescent grove gardens trail box broadway rue chemin impasse allée quai bd via viale piazza "
    "corso vicolo "
    "largo calle avenida av avda paseo plaza carrera rua travessa ul al os ulica ул улица пр проспект пер jalan jl "
    "calea strada "
    "sokak sok cadde cad mahallesi mah đường";
constexpr std::string_view kTypeEnds[] = {
    "straße", "strasse", "str.", "str",   "weg",   "platz", "gasse", "allee", "ring",  "damm", "ufer", "straat", "laan",
    "plein",  "gracht",  "kade", "gatan", "vägen", "gade",  "vej",   "gata",  "veien", "katu", "tie",  "utca"};
// Of addresses in Chinese, Japanese and Korean.
constexpr std::string_view kCjkParts[] = {"路",   "街",   "道",  "号",  "號",  "巷",  "弄", "区",
                                          "區",   "市",   "県",  "縣",  "都",  "府",  "町", "村",
                                          "丁目", "番地", "시 ", "구 ", "동 ", "로 ", "길 "};

struct Facts {
  int words = 0;    // of two letters or more
  int numbers = 0;  // that may be of a house
  int commas = 0;
  bool type = false;
  bool first_fits = false;  // a number, a word with a capital, or a type
};

bool names_type(std::string_view word) {
  if (place_word_in(kTypes, word)) return true;
  return std::any_of(std::begin(kTypeEnds), std::end(kTypeEnds), [&](std::string_view end) {
    return word.size() > end.size() + 2 && ends_with_ignoring_case(word, end);
  });
}

// False if the value holds what no address does.
bool read_facts(std::string_view value, Facts& facts) {
  if (value.find_first_of("@={}<>\\_%*?!$|~^[]") != std::string_view::npos ||
      value.find("://") != std::string_view::npos)
    return false;
  bool first = true;
  for (std::uint32_t at = 0; at < value.size();) {
    const std::uint32_t end = place_word_end(value, at);
    if (end == at) {
      const char c = value[at];
      facts.commas += c == ',' || c == '\n' ? 1 : 0;
      if (c == ':' && at_or(value, at + 1) != ' ') return false;  // 00:11, ::1, host:80
      at += is_ascii(c) ? 1 : decode_utf8(value, at).bytes;
      continue;
    }
    const std::string_view word = value.substr(at, end - at);
    const auto digits = std::count_if(word.begin(), word.end(), is_digit);
    const bool number = is_house_number(word);
    if (digits > 0 && !number && word.size() > 10) return false;  // a hash
    facts.numbers += number ? 1 : 0;
    facts.words += digits == 0 && word.size() >= 2 ? 1 : 0;
    facts.type = facts.type || names_type(word);
    if (first) facts.first_fits = number || begins_upper(word) || names_type(word) || word[0] == '0';
    first = false;
    at = end;
  }
  return true;
}

bool is_cjk_address(std::string_view value) {
  const bool digit = std::any_of(value.begin(), value.end(), is_digit);
  const auto parts = std::count_if(std::begin(kCjkParts), std::end(kCjkParts),
                                   [&](std::string_view part) { return value.find(part) != std::string_view::npos; });
  return digit && parts >= 2;
}

// Where the street ends: before a comma or line behind which are a city and what
// belongs to it only, with a house number and a word in front; else the whole value.
std::uint32_t street_end(std::string_view value) {
  bool number = false, word = false;
  for (std::uint32_t at = 0; at < value.size();) {
    std::uint32_t next = at;
    if (number && word && skip_break(value, next) >= Break::kComma) {
      if (const PlaceTail tail = read_last_tail(value, at); tail.sure) return tail.units;
    }
    const std::uint32_t end = place_word_end(value, at);
    if (end == at) {
      at += is_ascii(value[at]) ? 1 : decode_utf8(value, at).bytes;
      continue;
    }
    number = number || is_house_number(value.substr(at, end - at));
    word = word || (end - at >= 2 && !is_digit(value[at]));
    at = end;
  }
  return static_cast<std::uint32_t>(value.size());
}

Verdict validate_field(const Match& match, bool sure_of_field) {
  const std::string_view text = match.text.text();
  const std::string_view value = trimmed_right(text);
  if (value.size() < 6 || value.size() > kLongestAddress || is_space(text[0])) return {};
  Facts facts;
  if (!read_facts(value, facts)) return {};
  const bool plain = facts.first_fits && facts.numbers >= 1 && facts.numbers <= 5 && facts.words >= 1 &&
                     facts.words <= 16 && (sure_of_field || facts.type || (facts.commas >= 1 && facts.words >= 3));
  if (!plain && !is_cjk_address(value)) return {};
  return {.accepted = true, .alone = true, .span = {0, street_end(value)}};
}

}  // namespace

// Takes a value under "street", "homeaddress", "rue".
Verdict validate_street_field(const Match& match, const RecordContext&) { return validate_field(match, true); }

// Takes a value under "address", which may be one of a machine.
Verdict validate_address_field(const Match& match, const RecordContext&) { return validate_field(match, false); }

}  // namespace privet
