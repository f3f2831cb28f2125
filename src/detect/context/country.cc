#include "detect/context/country.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "detect/context/country_tables.h"
#include "detect/context/language.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

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

// The alpha-2 code of a two- or three-letter code in upper case; empty if there is none.
std::string_view country_of_code(std::string_view upper) {
  static const std::unordered_map<std::string_view, std::string_view> kByCode = [] {
    std::unordered_map<std::string_view, std::string_view> codes;
    any_word(kCountryCodes, [&](std::string_view word) {
      codes[word.substr(0, 2)] = codes[word.substr(2)] = word.substr(0, 2);
      return false;
    });
    codes["UK"] = "GB";
    return codes;
  }();
  const auto it = kByCode.find(upper);
  return it == kByCode.end() ? std::string_view() : it->second;
}

// Country-code domains that are sold to anybody, or read as a word or a file suffix.
bool is_generic_domain(std::string_view upper) {
  static const CountrySet kGeneric = [] {
    CountrySet codes;
    add_all(
        "AC AG AI AM AS BZ CC CD CO CX DJ FM FO GA GG GL GS HT IM IO IS IT LA LY ME MS MU NF NU PN PW SC SH SO "
        "ST SX TK TL TO TV VC VG VU WS",
        codes);
    return codes;
  }();
  return kGeneric.has(upper);
}

}  // namespace

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
  const std::string_view last = dot == std::string_view::npos ? host_or_tld : host_or_tld.substr(dot + 1);
  if (last.size() != 2 || !is_letter(last[0]) || !is_letter(last[1])) return;
  const std::string label = upper_ascii(last);
  // ".it" is Italy's in a host name of its own, and a word elsewhere.
  if (is_generic_domain(label) && !(label == "IT" && dot != std::string_view::npos)) return;
  countries.add(country_of_code(label));
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
  std::string name(value);
  lower_name(name);
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
      "nationality nationalitycode nat citizenship issuingstate staatsangehoerigkeit nacionalidad nationalite "
      "land laendercode landcode pays paese nazione pais kraj krajina zeme země maa ulke cc geo",
      folded_key);
}

}  // namespace privet
