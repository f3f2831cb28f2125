#include "detect/country.h"

#include <algorithm>
#include <unordered_map>
#include <bit>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "detect/country_tables.h"

namespace privet {
namespace {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }
constexpr std::uint8_t byte(char c) { return static_cast<std::uint8_t>(c); }

// Calls visit(word) for each space-separated word until it returns true.
template <class Visit>
bool any_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0 && visit(words.substr(0, end))) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool holds_word(std::string_view words, std::string_view wanted) {
  return any_word(words, [&](std::string_view word) { return word == wanted; });
}

void add_all(std::string_view codes, CountrySet& countries) {
  any_word(codes, [&](std::string_view code) {
    countries.add(code);
    return false;
  });
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

std::string upper_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_upper);
  return out;
}

// ASCII, Latin-1, Greek and Cyrillic capitals to small letters: enough for kCountryNames.
std::string lower_name(std::string_view text) {
  std::string out = lower_ascii(text);
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const std::uint8_t lead = byte(out[i]);
    const std::uint8_t next = byte(out[i + 1]);
    if (lead == 0xC3 && next >= 0x80 && next <= 0x9E) out[i + 1] = static_cast<char>(next + 0x20);
    if ((lead == 0xCE && next >= 0x91 && next <= 0x9F) || (lead == 0xD0 && next >= 0x90 && next <= 0x9F)) {
      out[i + 1] = static_cast<char>(next + 0x20);
    }
    if (next >= 0xA0 && ((lead == 0xCE && next <= 0xA9) || (lead == 0xD0 && next <= 0xAF))) {
      out[i] = static_cast<char>(lead + 1);
      out[i + 1] = static_cast<char>(next - 0x20);
    }
  }
  return out;
}

// The alpha-2 code of a two- or three-letter code in upper case; empty if there is none.
std::string_view country_of_code(std::string_view upper) {
  std::string_view found;
  any_word(kCountryCodes, [&](std::string_view word) {
    if (word.substr(0, 2) != upper && word.substr(2) != upper) return false;
    found = word.substr(0, 2);
    return true;
  });
  return upper == "UK" ? std::string_view("GB") : found;
}

// Country-code domains that are sold to anybody, or read as a word or a file suffix.
constexpr std::string_view kGenericDomains =
    "ac ag ai am as bz cc cd co cx dj fm fo ga gg gl gs ht im io is it la ly me ms mu nf nu pn pw sc sh so "
    "st sx tk tl to tv vc vg vu ws";

struct Language {
  std::string_view code;       // ISO 639-1
  std::string_view countries;  // whose numbers to expect
  // Frequent words that few other languages here share; empty for languages
  // that are told by their script.
  std::string_view stop_words;
};

constexpr Language kLanguages[] = {
    {"en", "", "the and of to is that for with was this are not you have from it be on by which"},
    {"de", "DE AT CH", "der die und das ist nicht ein eine mit für auf den dem sich von wird auch bei sie zu"},
    {"fr", "FR BE CH", "le les et des est une pour dans que qui sur pas vous nous avec du au sont ce il"},
    {"es", "ES MX AR CO CL PE", "el los las y es una para que con por del se su al como más está pero lo"},
    {"it", "IT CH", "il di che è per una non sono della con gli del alla si anche nel dei le più questo"},
    {"nl", "NL BE", "de het een en van is dat niet op te zijn voor met ook aan wordt naar bij uw deze"},
    {"sv", "SE FI", "och att det är som en på inte för av med den till ett har jag om kan också eller"},
    {"da", "DK", "og at det er som en på ikke for af med den til et har jeg om kan også hvad efter nogle meget blev"},
    {"no", "NO", "og at det er som en på ikke for av med den til et har jeg om kan også hva etter noen mye ble"},
    {"fi", "FI", "ja on ei että se oli ovat kun myös mutta tai joka hän voi sen niin ole kuin ovat tämä"},
    {"pl", "PL", "i w nie na się z do to jest że jak dla po od są oraz przez lub jego może"},
    {"pt", "PT BR", "o os as e é um uma para que não com por do da dos em se ao mais são você"},
    {"tr", "TR", "ve bir bu için ile da de olarak çok daha olan gibi ne ama değil var mi ya en her"},
    {"cs", "CZ", "a je se na v že to s z do i jsem pro by jako ale jsou nebo tak který"},
    {"hu", "HU", "a az és hogy nem egy is ez meg van volt csak de mint el vagy ha még már kell"},
    {"ro", "RO", "și în de la cu nu este o un pe care din că mai pentru sunt sau se au prin"},
    {"ru", "RU", ""}, {"uk", "UA", ""}, {"ja", "JP", ""}, {"ko", "KR", ""}, {"zh", "CN", ""},
    {"he", "IL", ""}, {"hi", "IN", ""}, {"el", "GR CY", ""}, {"th", "TH", ""},
    // Known by their tag only.
    {"nb", "NO", ""}, {"nn", "NO", ""}, {"af", "ZA", ""}, {"zu", "ZA", ""}, {"xh", "ZA", ""},
    {"ga", "IE", ""}, {"mi", "NZ", ""}, {"cy", "GB", ""}, {"gd", "GB", ""}, {"ca", "ES", ""},
    {"eu", "ES", ""}, {"gl", "ES", ""}, {"iw", "IL", ""}, {"bn", "IN BD", ""}, {"ta", "IN", ""},
    {"te", "IN", ""}, {"mr", "IN", ""}, {"gu", "IN", ""}, {"kn", "IN", ""}, {"ml", "IN", ""},
    {"pa", "IN", ""}, {"id", "ID", ""}, {"vi", "VN", ""}, {"sk", "SK", ""}, {"sl", "SI", ""},
    {"hr", "HR", ""}, {"bg", "BG", ""}, {"et", "EE", ""}, {"lv", "LV", ""}, {"lt", "LT", ""},
};

// What the first bytes of a text are made of: letters by script, and how often
// the stop words of each language come.
struct Census {
  std::size_t latin = 0, cyrillic = 0, ukrainian = 0, greek = 0, hebrew = 0, devanagari = 0, thai = 0;
  std::size_t kana = 0, hangul = 0, han = 0;
  std::array<std::size_t, std::size(kLanguages)> words{};
};

void count_letter(char32_t point, Census& census) {
  if (point < 0x250) {
    ++census.latin;
  } else if (point >= 0x370 && point < 0x400) {
    ++census.greek;
  } else if (point >= 0x400 && point < 0x530) {
    ++census.cyrillic;
    if (point == 0x454 || point == 0x456 || point == 0x457 || point == 0x491) ++census.ukrainian;
  } else if (point >= 0x590 && point < 0x600) {
    ++census.hebrew;
  } else if (point >= 0x900 && point < 0x980) {
    ++census.devanagari;
  } else if (point >= 0xE00 && point < 0xE80) {
    ++census.thai;
  } else if (point >= 0x3041 && point < 0x3100) {
    ++census.kana;
  } else if ((point >= 0x3400 && point < 0xA000)) {
    ++census.han;
  } else if ((point >= 0x1100 && point < 0x1200) || (point >= 0xAC00 && point < 0xD7B0)) {
    ++census.hangul;
  }
}

// Decodes the code point at `at` and steps over it; one byte over damage.
char32_t next_point(std::string_view text, std::size_t& at) {
  const std::uint8_t lead = byte(text[at++]);
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  char32_t point = more == 0 ? lead : lead & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size() && (byte(text[at]) & 0xC0) == 0x80; ++i) {
    point = point << 6 | (byte(text[at++]) & 0x3FU);
  }
  return point;
}

void count_word(std::string_view word, Census& census) {
  // The longest stop word has seven bytes.
  if (word.empty() || word.size() > 8) return;
  // Which languages have the word, as bits: one look-up instead of a walk over
  // all lists for every word of a text.
  static_assert(std::size(kLanguages) <= 64);
  static const std::unordered_map<std::string_view, std::uint64_t> kStopWords = [] {
    std::unordered_map<std::string_view, std::uint64_t> words;
    for (std::size_t i = 0; i < std::size(kLanguages); ++i) {
      any_word(kLanguages[i].stop_words, [&](std::string_view stop) {
        words[stop] |= std::uint64_t{1} << i;
        return false;
      });
    }
    return words;
  }();
  const auto found = kStopWords.find(lower_name(word));
  if (found == kStopWords.end()) return;
  for (std::uint64_t bits = found->second; bits != 0; bits &= bits - 1) {
    ++census.words[static_cast<std::size_t>(std::countr_zero(bits))];
  }
}

Census take_census(std::string_view text) {
  Census census;
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_point(text, at);
    const bool letter = point >= 0xC0 || (point < 0x80 && is_letter(static_cast<char>(point)));
    if (letter) {
      count_letter(point, census);
    } else {
      count_word(text.substr(word_begin, begin - word_begin), census);
      word_begin = at;
    }
  }
  count_word(text.substr(word_begin), census);
  return census;
}

}  // namespace

std::string_view countries_of_language(std::string_view language) {
  for (const Language& known : kLanguages) {
    if (known.code == language) return known.countries;
  }
  return {};
}

void expect_from_calling_code(std::string_view digits_after_plus, CountrySet& countries) {
  // No code begins another, so that the first that fits is the one.
  any_word(kCallingCodes, [&](std::string_view word) {
    const std::size_t colon = word.find(':');
    if (!digits_after_plus.starts_with(word.substr(0, colon))) return false;
    countries.add(word.substr(colon + 1));
    return true;
  });
  if (digits_after_plus.starts_with("1")) countries.add("CA");
  if (digits_after_plus.starts_with("76") || digits_after_plus.starts_with("77")) countries.add("KZ");
}

void expect_from_domain(std::string_view host_or_tld, CountrySet& countries) {
  while (!host_or_tld.empty() && host_or_tld.back() == '.') host_or_tld.remove_suffix(1);
  const std::size_t dot = host_or_tld.rfind('.');
  const std::string label = lower_ascii(dot == std::string_view::npos ? host_or_tld : host_or_tld.substr(dot + 1));
  if (label.size() != 2 || !is_letter(label[0]) || !is_letter(label[1])) return;
  // ".it" is Italy's in a host name of its own, and a word elsewhere.
  if (holds_word(kGenericDomains, label) && !(label == "it" && dot != std::string_view::npos)) return;
  countries.add(country_of_code(upper_ascii(label)));
}

void expect_from_locale(std::string_view tag, CountrySet& countries) {
  tag = tag.substr(0, tag.find_first_of(".@"));
  const std::size_t language_end = std::min(tag.find_first_of("-_"), tag.size());
  const std::string language = lower_ascii(tag.substr(0, language_end));
  if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), is_letter)) return;
  for (std::size_t at = language_end; at < tag.size();) {
    const std::size_t end = std::min(tag.find_first_of("-_", at + 1), tag.size());
    const std::string_view subtag = tag.substr(at + 1, end - at - 1);
    at = end;
    if (subtag.size() != 2) continue;
    const std::string_view country = country_of_code(upper_ascii(subtag));
    if (country.empty()) continue;
    countries.add(country);
    return;
  }
  add_all(countries_of_language(language), countries);
}

void expect_from_region_value(std::string_view value, CountrySet& countries) {
  constexpr std::size_t kLongestName = 48;
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
  if (value.size() < 2 || value.size() > kLongestName) return;
  // "US-CA": a subdivision by ISO 3166-2.
  const bool subdivision = value.size() >= 4 && value.size() <= 6 && value[2] == '-' && is_upper(value[0]);
  const std::string_view code = subdivision ? value.substr(0, 2) : value;
  if (code.size() <= 3) {
    const std::string_view country = country_of_code(upper_ascii(code));
    if (!country.empty()) return countries.add(country);
  }
  const std::string name = lower_name(value);
  for (const std::string_view row : kCountryNames) {
    for (std::size_t at = 2; at < row.size();) {
      const std::size_t end = std::min(row.find('|', at + 1), row.size());
      if (row.substr(at + 1, end - at - 1) == name) return countries.add(row.substr(0, 2));
      at = end;
    }
  }
}

bool is_locale_field(std::string_view folded_key) {
  return holds_word(
      "locale lang language culture langcode languagecode localeid localecode userlocale userlanguage "
      "preferredlanguage preferredlocale contentlanguage inlanguage acceptlanguage uilanguage idioma langue "
      "sprache lingua taal sprak jezyk dil",
      folded_key);
}

bool is_region_field(std::string_view folded_key) {
  if (folded_key.ends_with("country") || folded_key.ends_with("countrycode") || folded_key.ends_with("countryname")) {
    return true;
  }
  return holds_word(
      "region regioncode countryregion countryiso countryiso2 countryiso3 iso3166 geocountry market territory "
      "land laendercode landcode pays paese nazione pais kraj maa ulke cc geo",
      folded_key);
}

void expect_from_language(std::string_view text, CountrySet& countries) {
  constexpr std::size_t kEnough = 2048;
  const Census census = take_census(text.substr(0, kEnough));
  const std::size_t latin = census.latin;

  // A script that one language mainly writes. A third of the letters is enough:
  // names, code and addresses in between are Latin.
  const auto leads = [&](std::size_t letters) { return letters >= 8 && letters * 2 >= latin; };
  if (leads(census.hangul)) return add_all(countries_of_language("ko"), countries);
  // Japanese mixes both; Chinese has no kana. A Han sign says as much as three letters.
  if (census.kana >= 4 && leads(census.kana * 2 + census.han * 3)) return add_all("JP", countries);
  if (census.kana < 4 && leads(census.han * 3)) return add_all(countries_of_language("zh"), countries);
  if (leads(census.hebrew)) return add_all(countries_of_language("he"), countries);
  if (leads(census.devanagari)) return add_all(countries_of_language("hi"), countries);
  if (leads(census.thai)) return add_all(countries_of_language("th"), countries);
  if (leads(census.greek)) return add_all(countries_of_language("el"), countries);
  if (leads(census.cyrillic)) {
    return add_all(countries_of_language(census.ukrainian * 50 > census.cyrillic ? "uk" : "ru"), countries);
  }

  // Stop words. Danish and Norwegian share most, so that both may lead; any
  // other runner-up must be well behind.
  constexpr std::size_t kFewest = 3;
  const std::size_t best = *std::max_element(census.words.begin(), census.words.end());
  if (best < kFewest) return;
  for (std::size_t i = 0; i < std::size(kLanguages); ++i) {
    const bool close = census.words[i] * 5 >= best * 4;
    const bool english = kLanguages[i].code == "en";
    if (english && close) return;
  }
  for (std::size_t i = 0; i < std::size(kLanguages); ++i) {
    if (census.words[i] * 5 > best * 4) add_all(kLanguages[i].countries, countries);
  }
}

}  // namespace privet
