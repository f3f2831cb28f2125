#include "detect/places/place_tail.h"

#include <algorithm>

#include "base/utf8.h"
#include "detect/places/place_text.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::uint32_t kLongestTail = 120;  // bytes
constexpr int kMostCityWords = 9;

// USPS Publication 28, appendix B.
constexpr std::string_view kUsStates =
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI "
    "SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP MH FM PW AE AP AA";
constexpr std::string_view kUsStateNames =
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana "
    "nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin "
    "wyoming "
    "hampshire jersey mexico york carolina dakota island columbia";
constexpr std::string_view kCanadianProvinces = "AB BC MB NB NL NS NT NU ON PE QC SK YT";
constexpr std::string_view kAustralianStates = "NSW VIC QLD SA WA TAS ACT NT";
constexpr std::string_view kCityLinks =
    "of on upon the in and de la le les del della di da do dos das du des sur sous en am an der den bei ob im aan het "
    "y e "
    "el los las von zu i pod nad";

bool is_listed(std::string_view codes, std::string_view word) {  // in that case
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(' '), codes.size());
    if (codes.substr(0, end) == word) return true;
    codes.remove_prefix(std::min(end + 1, codes.size()));
  }
  return false;
}

// Digits D and letters L at `at`, and nothing of a word or number behind them.
bool has_form(std::string_view text, std::uint32_t at, std::string_view form) {
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = at_or(text, at + i);
    const bool fits = form[i] == 'D' ? is_digit(c) : form[i] == 'L' ? is_upper(c) : c == form[i];
    if (!fits) return false;
  }
  const char next = at_or(text, at + form.size(), ' ');
  const char far = at_or(text, at + form.size() + 1, ' ');
  return !is_word(next) && !((next == '-' || next == '.' || next == ',') && is_digit(far));
}

// The length of the first of these forms, or 0.
std::uint32_t form_at(std::string_view text, std::uint32_t at, std::initializer_list<std::string_view> forms) {
  for (const std::string_view form : forms) {
    if (has_form(text, at, form)) return static_cast<std::uint32_t>(form.size());
  }
  return 0;
}

struct Ending {
  std::uint32_t end = 0;  // 0: there is none
  std::array<char, 2> region{};
  Span<ViewSpace> code = {};  // empty: a state alone
};

// An ending that is, or ends with, the code of that size at `code`.
Ending ending_with(std::uint32_t code, std::uint32_t size, std::array<char, 2> region) {
  return {code + size, region, {code, code + size}};
}

// "IL 62704", "NSW 2000", "ON K1A 0B1", "SW1A 2AA" at `at`.
Ending english_ending(std::string_view text, std::uint32_t at) {
  const auto british = form_at(text, at, {"LD DLL", "LDD DLL", "LLD DLL", "LLDD DLL", "LDL DLL", "LLDL DLL"});
  if (british > 0) return ending_with(at, british, {'G', 'B'});
  const auto canadian = [&](std::uint32_t code) { return form_at(text, code, {"LDL DLD", "LDLDLD"}); };
  if (const auto size = canadian(at); size > 0) return ending_with(at, size, {'C', 'A'});
  const std::uint32_t word = place_word_end(text, at);
  std::string_view name = text.substr(at, word - at);
  std::uint32_t code = word;
  skip_break(text, code);
  if (is_listed(kUsStates, name) || place_word_in(kUsStateNames, name)) {
    if (const auto zip = form_at(text, code, {"DDDDD-DDDD", "DDDDD"}); zip > 0)
      return ending_with(code, zip, {'U', 'S'});
  }
  if (is_listed(kAustralianStates, name) || place_word_in("victoria queensland tasmania", name)) {
    if (has_form(text, code, "DDDD")) return ending_with(code, 4, {'A', 'U'});
  }
  if (is_listed(kCanadianProvinces, name)) {
    if (const auto size = canadian(code); size > 0) return ending_with(code, size, {'C', 'A'});
  }
  if (is_listed(kUsStates, name)) return {word, {'U', 'S'}};
  return {};
}

// A word of a city's name at `at`: where it ends, or `at`.
std::uint32_t city_word_end(std::string_view text, std::uint32_t at, bool first) {
  const std::uint32_t end = place_word_end(text, at);
  const std::string_view word = text.substr(at, end - at);
  if (word.empty() || std::any_of(word.begin(), word.end(), is_digit)) return at;
  if (begins_upper(word)) return end;
  return !first && place_word_in(kCityLinks, word) ? end : at;
}

// One to four words of a city's name behind a postcode; `at` if there is none.
std::uint32_t city_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  std::uint32_t next = at;
  for (int words = 0; words < 5; ++words) {
    const std::uint32_t word = city_word_end(text, next, words == 0);
    if (word == next) break;
    // A point ends a sentence, unless it shortens a word before another one.
    const bool dot = text[word - 1] == '.';
    if (begins_upper(text.substr(next, word - next))) end = dot ? word - 1 : word;
    if (dot && word - next > 4) break;
    if (at_or(text, word) != ' ') break;
    next = word + 1;
    if (words >= 2 && begins_upper(text.substr(next))) break;
  }
  return end;
}

bool skip_country_letters(std::string_view text, std::uint32_t& at, std::array<char, 2>& region) {
  constexpr std::string_view kLetters[] = {"DE-", "D-", "AT-", "A-", "CH-", "FR-", "F-", "BE-", "B-",    "NL-",
                                           "SE-", "S-", "DK-", "I-", "IT-", "ES-", "E-", "PL-", "C.P. ", "CP "};
  constexpr std::string_view kRegions[] = {"DE", "DE", "AT", "AT", "CH", "FR", "FR", "BE", "BE", "NL",
                                           "SE", "SE", "DK", "IT", "IT", "ES", "ES", "PL", "",   ""};
  for (std::size_t i = 0; i < std::size(kLetters); ++i) {
    if (!text.substr(at).starts_with(kLetters[i])) continue;
    at += static_cast<std::uint32_t>(kLetters[i].size());
    if (!kRegions[i].empty()) region = {kRegions[i][0], kRegions[i][1]};
    return true;
  }
  return false;
}

// "12345 Musterstadt", "1234 AB Ede", "00-238 Warszawa", "38020, Cloz (TN)" at `at`.
//   after_city: words of a city's name stand before it
Ending continental_ending(std::string_view text, std::uint32_t at, std::array<char, 2> five_digits, bool after_city) {
  std::array<char, 2> region{};
  skip_country_letters(text, at, region);
  if (has_form(text, at, "DDDDD-DDD")) return ending_with(at, 9, {'B', 'R'});
  // Behind the city: "Madrid, 28013", "Puebla, PUE 72000".
  const auto behind = [&](std::uint32_t code) -> Ending {
    if (after_city && has_form(text, code, "DDDDD")) return ending_with(code, 5, five_digits);
    return {};
  };
  const auto with_city = [&](std::uint32_t size, std::array<char, 2> country) -> Ending {
    std::uint32_t city = at + size;
    if (skip_break(text, city) == Break::kNone) return {};
    std::uint32_t end = city_end(text, city);
    if (end == city) return {};
    if (const auto province = form_at(text, end, {" (LL)", " / LL", " - LL"}); province > 0) end += province;
    return {end, region[0] != 0 ? region : country, {at, at + size}};
  };
  if (has_form(text, at, "DDDD LL")) {
    if (const Ending dutch = with_city(7, {'N', 'L'}); dutch.end != 0) return dutch;
  }
  if (has_form(text, at, "DDDDLL")) return with_city(6, {'N', 'L'});
  if (has_form(text, at, "DD-DDD")) return with_city(6, {'P', 'L'});
  if (has_form(text, at, "DDDD-DDD")) return with_city(8, {'P', 'T'});
  if (has_form(text, at, "DDDDD")) {
    const Ending before_city = with_city(5, five_digits);
    return before_city.end != 0 ? before_city : behind(at);
  }
  if (const auto state = form_at(text, at, {"LL", "LLL", "LLLL"}); state > 0 && at_or(text, at + state) == ' ') {
    if (const Ending mexican = behind(at + state + 1); mexican.end != 0) return {mexican.end, {'M', 'X'}, mexican.code};
  }
  if (has_form(text, at, "DDD DD")) return with_city(6, {});
  if (has_form(text, at, "DDDD")) return with_city(4, {});
  return {};
}

// Words of a city until an ending is found.
template <class FindEnding>
PlaceTail read_tail(std::string_view text, std::uint32_t at, FindEnding find_ending) {
  skip_units(text, at);
  PlaceTail tail{.units = at};
  const std::uint32_t begin = at;
  int commas = 0;
  Break last = Break::kNone;
  for (int words = 0; words <= kMostCityWords && at - begin < kLongestTail; ++words) {
    std::uint32_t next = at;
    last = skip_break(text, next);
    if (last == Break::kNone) break;
    if (words == 0) tail.place = next;
    if (last != Break::kSpace) ++commas;
    if (commas > 5) break;
    const Ending ending = find_ending(next, words > 0 && commas > 0);
    const bool counts = !ending.code.empty() || (words > 0 && last == Break::kComma);
    if (ending.end != 0 && counts) {
      tail.sure = true;
      tail.region = ending.region;
      tail.code = ending.code;
      tail.end = ending.end;
      return tail;
    }
    const std::uint32_t word = city_word_end(text, next, last != Break::kSpace);
    if (word == next) break;
    at = word;
  }
  return tail;
}

}  // namespace

PlaceTail read_last_tail(std::string_view value, std::uint32_t at) {
  const auto holds_digits = [&](std::uint32_t from) {
    return std::any_of(value.begin() + from, value.end(), is_digit);
  };
  for (PlaceTail tail : {read_english_tail(value, at), read_continental_tail(value, at, {})}) {
    if (tail.sure && !holds_digits(tail.end)) return tail;
  }
  PlaceTail tail{.units = at};
  skip_units(value, tail.units);
  tail.place = tail.units;
  const bool apart = skip_break(value, tail.place) >= Break::kComma && tail.place < value.size();
  tail.sure = apart && !holds_digits(tail.place);
  tail.end = static_cast<std::uint32_t>(value.size());
  return tail;
}

bool writes_english_tails(std::array<char, 2> region) {
  constexpr std::array<char, 2> kEnglish[] = {{'A', 'U'}, {'C', 'A'}, {'G', 'B'}, {'U', 'S'}};
  return std::find(std::begin(kEnglish), std::end(kEnglish), region) != std::end(kEnglish);
}

bool is_us_state(std::string_view code) { return is_listed(kUsStates, code); }

PlaceTail read_english_tail(std::string_view text, std::uint32_t at) {
  return read_tail(text, at, [&](std::uint32_t place, bool) { return english_ending(text, place); });
}

PlaceTail read_continental_tail(std::string_view text, std::uint32_t at, std::array<char, 2> five_digits) {
  return read_tail(text, at, [&](std::uint32_t place, bool after_city) {
    return continental_ending(text, place, five_digits, after_city);
  });
}

}  // namespace privet
