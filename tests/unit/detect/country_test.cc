#include "detect/context/country.h"
#include "detect/context/language.h"

#include <gtest/gtest.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/uloc.h>

#include <set>
#include <sstream>
#include <string>

#include "detect/context/country_tables.h"

namespace privet {
namespace {

// The members of a set, in order, separated by spaces.
std::string members(const CountrySet& set) {
  std::string out;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      const char code[] = {a, b};
      if (set.has({code, 2})) out += (out.empty() ? "" : " ") + std::string(code, 2);
    }
  }
  return out;
}

using Expect = void (*)(std::string_view, CountrySet&);

std::string expected(Expect expect, std::string_view text) {
  CountrySet set;
  expect(text, set);
  return members(set);
}

struct Case {
  std::string_view text;
  std::string_view countries;
};

void run(Expect expect, std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(expected(expect, c.text), c.countries) << c.text;
}

TEST(Country, CallingCodeGivesItsCountries) {
  run(expect_from_calling_code, {{"442079460958", "GB"},
                                 {"41446681800", "CH"},
                                 {"12125550123", "CA US"},
                                 {"79161234567", "RU"},
                                 {"77011234567", "KZ RU"},
                                 {"3531", "IE"},
                                 {"359", "BG"},
                                 {"999123", ""},
                                 {"", ""},
                                 {"0", ""}});
}

TEST(Country, DomainGivesItsCountryUnlessItIsSoldAsGeneric) {
  run(expect_from_domain, {{"shop.example.ch", "CH"},
                           {"uk", "GB"},
                           {"www.example.co.uk.", "GB"},
                           {"EXAMPLE.DE", "DE"},
                           {"example.com", ""},
                           {"example.io", ""},
                           {"example.ai", ""},
                           {"example.tv", ""},
                           {"example.me", ""},
                           {"example.co", ""},
                           {"example.it", "IT"},
                           {"it", ""},
                           {"example.xx", ""},
                           {"", ""},
                           {".", ""}});
}

TEST(Country, LocaleGivesItsRegionOrThoseOfTheLanguage) {
  run(expect_from_locale, {{"de-CH", "CH"},
                           {"pt_BR", "BR"},
                           {"pt_BR.UTF-8", "BR"},
                           {"zh-Hant-TW", "TW"},
                           {"fr", "BE CH FR"},
                           {"DE", "AT CH DE"},
                           {"en", ""},
                           {"en-GB", "GB"},
                           {"en_UK", "GB"},
                           {"en-ZZ", ""},
                           {"nb", "NO"},
                           {"german", ""},
                           {"12-US", ""},
                           {"", ""}});
}

TEST(Country, RegionValueIsACodeOrAName) {
  run(expect_from_region_value, {{"CH", "CH"},
                                 {"che", "CH"},
                                 {"Switzerland", "CH"},
                                 {"Schweiz", "CH"},
                                 {"DEUTSCHLAND", "DE"},
                                 {"ÖSTERREICH", "AT"},
                                 {"España", "ES"},
                                 {"РОССИЯ", "RU"},
                                 {"日本", "JP"},
                                 {"UK", "GB"},
                                 {"US-CA", "US"},
                                 {" fr ", "FR"},
                                 {"Türkiye", "TR"},
                                 {"ישראל", "IL"},
                                 {"FE", ""},
                                 {"Atlantis", ""},
                                 {"", ""}});
}

TEST(Country, FieldsAreKnownByTheirFoldedNames) {
  for (const char* key : {"locale", "lang", "language", "langcode"}) EXPECT_TRUE(is_locale_field(key)) << key;
  for (const char* key : {"country", "countrycode", "billingcountry", "region", "pais", "krajina", "země"}) {
    EXPECT_TRUE(is_region_field(key)) << key;
  }
  for (const char* key : {"", "text", "local", "count", "countryside", "slang"}) {
    EXPECT_FALSE(is_locale_field(key)) << key;
    EXPECT_FALSE(is_region_field(key)) << key;
  }
}

TEST(Country, LanguageIsToldByStopWordsAndScript) {
  run(expect_from_language,
      {{"Das ist der Brief, und die Antwort ist nicht von mir, sie wird auch bei dem Amt liegen.", "AT CH DE"},
       {"Le chat est dans la maison et les enfants sont avec nous pour une semaine.", "BE CH FR"},
       {"El perro y los gatos se fueron por la calle, pero la casa es de una señora.", "AR CL CO ES MX PE"},
       {"Il gatto non è in casa e sono andato via con gli amici della scuola, che è chiusa.", "CH IT"},
       {"De kat is niet in het huis en de hond zit op een stoel voor het raam met ons.", "BE NL"},
       {"Katten är inte i huset och det är en hund som sitter på stolen med oss.", "FI SE"},
       {"Katten blev ikke i huset efter en hund af en slags, hvad siger du til nogle af dem?", "DK"},
       {"Katten ble ikke i huset etter en hund av et slag, hva sier du til noen av dem?", "NO"},
       {"Katten er ikke i huset, og det er en hund på stolen.", "DK NO"},
       {"Kot nie jest w domu i pies siedzi na krześle, bo to jest jego miejsce do spania.", "PL"},
       {"O gato não está em casa e os cães são para você, que é uma pessoa com sorte.", "BR PT"},
       {"Bu bir kedi ve bu ev için çok güzel bir hayvan, ama köpek daha iyi değil mi?", "TR"},
       {"Kočka je v domě a pes se dívá na ni, protože by jí rád vzal to, co jsou jako její hračky.", "CZ"},
       {"Mačka je doma a pes sa na ňu pozerá, pretože by jej nie len zobral hračky, ale aj tak som rád pre ňu.", "SK"},
       {"Кошка сидит дома, а собака на улице.", "RU"},
       {"Кішка сидить вдома, а її собака надворі і їсть.", "UA"},
       {"猫は家にいますが、犬は外にいます。", "JP"},
       {"고양이는 집에 있고 개는 밖에 있습니다.", "KR"},
       {"猫在家里，狗在外面，今天天气很好。", "CN"},
       {"החתול בבית והכלב בחוץ", "IL"},
       {"बिल्ली घर में है और कुत्ता बाहर है", "IN"},
       {"The cat is in the house and the dog is on the chair that was made for it.", ""},
       {"int main() { return 0; }", ""},
       {"", ""}});
}

TEST(Country, LanguageReadsOnlyTheFirstTwoKibibytes) {
  std::string text(4096, '.');
  text += " der die und das ist nicht der die und das ist nicht ";
  EXPECT_EQ(expected(expect_from_language, text), "");
}

TEST(Country, CutOrBrokenTextIsRead) {
  EXPECT_EQ(expected(expect_from_language, "\xE7\x8C"), "");
  EXPECT_EQ(expected(expect_from_language, std::string(3000, '\xFF')), "");
  EXPECT_EQ(expected(expect_from_region_value, "\xC3"), "");
}

// The tables.

std::set<std::string> iso_countries() {
  std::set<std::string> out;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) out.insert(*code);
  return out;
}

TEST(Country, EveryCodeOfTheTableIsKnownToIcu) {
  const std::set<std::string> known = iso_countries();
  std::istringstream words{std::string(kCountryCodes)};
  std::size_t count = 0;
  for (std::string word; words >> word; ++count) {
    EXPECT_TRUE(known.contains(word.substr(0, 2))) << word;
    if (word.substr(0, 2) == "XK") continue;
    EXPECT_EQ(word.substr(2), uloc_getISO3Country(("und_" + word.substr(0, 2)).c_str())) << word;
  }
  EXPECT_GE(count, 249U);
  for (const char* no_code : {"UK", "FE", "EU"}) {
    EXPECT_FALSE(std::string(kCountryCodes).find(std::string(" ") + no_code) != std::string::npos) << no_code;
  }
}

TEST(Country, EveryNameAndLanguageNamesAKnownCountry) {
  const std::set<std::string> known = iso_countries();
  for (const std::string_view row : kCountryNames) {
    EXPECT_TRUE(known.contains(std::string(row.substr(0, 2)))) << row;
    EXPECT_EQ(row[2], ' ') << row;
    EXPECT_EQ(row.find("||"), std::string_view::npos) << row;
    // Every name is found by itself: it is stored in the form that look-up makes.
    const std::string_view names = row.substr(3);
    for (std::size_t at = 0; at <= names.size();) {
      const std::size_t end = std::min(names.find('|', at), names.size());
      EXPECT_EQ(expected(expect_from_region_value, names.substr(at, end - at)), row.substr(0, 2)) << names;
      at = end + 1;
    }
  }
  for (const char* language : {"de", "fr", "es", "it", "nl", "sv", "da", "nb", "fi", "pl", "pt", "tr",
                               "ru", "ja", "ko", "zh", "he", "hi", "uk", "el", "cs", "sk", "hu", "ro"}) {
    std::istringstream codes{std::string(countries_of_language(language))};
    std::size_t count = 0;
    for (std::string code; codes >> code; ++count) EXPECT_TRUE(known.contains(code)) << language;
    EXPECT_GT(count, 0U) << language;
  }
}

TEST(Country, CallingCodesAreThoseOfLibphonenumber) {
  using i18n::phonenumbers::PhoneNumberUtil;
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  std::set<int> codes;
  util.GetSupportedCallingCodes(&codes);
  for (const int code : codes) {
    std::string region;
    util.GetRegionCodeForCountryCode(code, &region);
    if (region == "001") continue;  // not of a country: satellite, freephone
    EXPECT_NE(expected(expect_from_calling_code, std::to_string(code) + "5").find(region), std::string::npos) << code;
  }
  std::istringstream words{std::string(kCallingCodes)};
  std::size_t count = 0;
  for (std::string word; words >> word; ++count) EXPECT_TRUE(codes.contains(std::stoi(word))) << word;
  EXPECT_GT(count, 200U);
}

}  // namespace
}  // namespace privet
