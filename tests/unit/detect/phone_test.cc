#include "detect/phone/phone.h"

#include <gtest/gtest.h>
#include <phonenumbers/phonenumberutil.h>

#include <string>
#include <thread>

#include "detect/phone/phone_plan.h"
#include "detect/phone/phone_plan_tables.h"
#include "detect/phone/phone_surroundings.h"
#include "rule/marked.h"
#include "rule/pattern.h"
#include "unit/detect/phone_harness.h"

namespace privet {
namespace {

const PhoneHarness& harness() {
  static const PhoneHarness shared(PRIVET_SOURCE_DIR);
  return shared;
}

RecordContext expecting(std::string_view region) {
  CountrySet countries;
  if (!region.empty()) countries.add(region);
  return RecordContext(countries);
}

std::string marked(std::string_view text, const RecordContext& context = {}) {
  return mark(text, harness().find(text, context));
}

// Rules.

TEST(PhoneRules, EveryRuleFindsItsFinds) {
  for (const Rule& rule : harness().rules()) {
    EXPECT_GE(rule.finds.size(), 3U) << rule.id;
    for (const std::string& example : rule.finds) {
      EXPECT_EQ(marked(parse_marked(example).text), example) << rule.id;
      // By itself, too: no other rule lends a hand.
      EXPECT_EQ(mark(parse_marked(example).text, harness().find(parse_marked(example).text, {}, &rule)), example)
          << rule.id;
    }
  }
}

TEST(PhoneRules, EveryRuleIgnoresItsIgnores) {
  for (const Rule& rule : harness().rules()) {
    EXPECT_GE(rule.ignores.size(), 5U) << rule.id;
    for (const std::string& example : rule.ignores) {
      EXPECT_EQ(mark(example, harness().find(example, {}, &rule)), example) << rule.id;
    }
  }
}

TEST(PhoneRules, GatesOpenForAllThatThePatternsAccept) {
  for (const Rule& rule : harness().rules()) {
    const Result<Pattern> pattern = Pattern::parse(rule.prove);
    ASSERT_TRUE(pattern.has_value()) << rule.id;
    EXPECT_LE(pattern->reach(), 128U) << rule.id;
    const Result<Prover> prover = Prover::compile(rule.prove);
    SampleRandom random(7);
    for (int i = 0; i < 2000; ++i) {
      std::string sample;
      pattern->sample(random, sample);
      const auto match = prover->match(Bytes<ViewSpace>(sample), 0);
      if (!match || match->size() != sample.size()) continue;
      std::vector<DigitGroup> groups;
      scalar::find_digit_groups(sample, groups);
      ASSERT_FALSE(PhoneHarness::hits(rule.gate, sample, groups).empty()) << rule.id << " " << sample;
    }
  }
}

// Layouts by country.

struct Layout {
  std::string_view region;  // of the rule
  std::string_view text;    // the number as printed; only it, so that the layout speaks alone
  bool alone;
  bool reserved;
  std::string_view found = {};  // its region where that is another
};

constexpr bool kAlone = true, kNotAlone = false, kFictional = true, kReal = false;

const Layout kLayouts[] = {
    {"US", "(212) 555-0123", kAlone, kFictional},
    {"US", "212-555-0123", kAlone, kFictional},
    {"US", "212.555.0123", kAlone, kFictional},
    {"US", "1 (212) 555-0123", kAlone, kFictional},
    {"US", "212 555 0123", kNotAlone, kFictional},
    {"US", "2125550123", kNotAlone, kFictional},
    {"US", "416-555-0123", kAlone, kFictional, "CA"},
    {"US", "(876) 555-0123", kAlone, kFictional, "JM"},
    {"US", "(555) 234-5678", kAlone, kFictional},
    {"US", "(212) 234-0567", kAlone, kReal},
    {"GB", "020 7946 0958", kAlone, kFictional},
    {"GB", "020 7946 1958", kAlone, kReal},
    {"GB", "0113 496 0123", kAlone, kFictional},
    {"GB", "0115 496 0123", kAlone, kFictional},
    {"GB", "01632 960123", kAlone, kFictional},
    {"GB", "07700 900123", kAlone, kFictional},
    {"GB", "07700900123", kNotAlone, kFictional},
    {"GB", "0121 234 5608", kAlone, kReal},
    {"GB", "028 9649 6123", kAlone, kFictional},
    {"DE", "030 23125 123", kNotAlone, kFictional},
    {"DE", "030/23125123", kAlone, kFictional},
    {"DE", "(0221) 4710123", kAlone, kFictional},
    {"DE", "0171 3920012", kAlone, kFictional},
    {"DE", "0171/2345670", kAlone, kReal},
    {"DE", "0152 28817386", kAlone, kFictional},
    {"FR", "06 39 98 12 34", kAlone, kFictional},
    {"FR", "01.99.00.12.34", kAlone, kFictional},
    {"FR", "01 23 45 06 79", kAlone, kReal},
    {"FR", "05 12 23 34 45", kNotAlone, kReal},
    {"FR", "0639981234", kNotAlone, kFictional},
    {"ES", "612 34 50 78", kAlone, kReal},
    {"ES", "612 345 078", kNotAlone, kReal},
    {"ES", "91 234 05 67", kAlone, kReal},
    {"IT", "347-1204567", kAlone, kReal},
    {"IT", "347 120 4567", kNotAlone, kReal},
    {"IT", "02/12340567", kAlone, kReal},
    {"IT", "06 1234 5070", kNotAlone, kReal},
    {"NL", "06-12340567", kAlone, kReal},
    {"NL", "020-1234057", kAlone, kReal},
    {"NL", "010 123 4057", kNotAlone, kReal},
    {"BE", "0470 12 34 05", kAlone, kReal},
    {"BE", "02 234 05 67", kAlone, kReal},
    {"CH", "044 123 40 56", kAlone, kReal},
    {"CH", "0441234056", kNotAlone, kReal},
    {"AT", "0664 123 40 56", kAlone, kReal},
    {"AT", "01 5123405", kNotAlone, kReal},
    {"PL", "512 340 678", kNotAlone, kReal},
    {"PL", "(22) 123 40 67", kAlone, kReal},
    {"SE", "070-174 06 12", kAlone, kFictional},
    {"SE", "08-465 004 55", kAlone, kFictional},
    {"SE", "0980-319 212", kAlone, kFictional},
    {"DK", "32 10 34 56", kNotAlone, kReal},
    {"NO", "406 12 305", kNotAlone, kReal},
    {"FI", "040 123 4056", kAlone, kReal},
    {"PT", "912 340 678", kNotAlone, kReal},
    {"IE", "085 012 3406", kAlone, kReal},
    {"IE", "020 910 1234", kAlone, kFictional},
    {"BR", "(11) 96120-4567", kAlone, kReal},
    {"BR", "11961204567", kNotAlone, kReal},
    {"MX", "(55) 1234 0678", kAlone, kReal},
    {"MX", "222 123 4067", kNotAlone, kReal},
    {"IN", "98120 34567", kNotAlone, kReal},
    {"IN", "022-23450678", kAlone, kReal},
    {"AU", "0491 570 156", kAlone, kFictional},
    {"AU", "(02) 5550 1234", kAlone, kFictional},
    {"AU", "0412 345 607", kAlone, kReal},
    {"NZ", "021 123 4056", kAlone, kReal},
    {"NZ", "(09) 234 0567", kAlone, kReal},
    {"JP", "03-1234-0567", kAlone, kReal},
    {"JP", "090-1234-0567", kAlone, kReal},
    {"KR", "010-2000-1234", kAlone, kReal},
    {"KR", "02-540-1234", kAlone, kReal},
    {"CN", "131 1234 0567", kAlone, kReal},
    {"CN", "13112340567", kNotAlone, kReal},
    {"RU", "8 (912) 340-67-89", kAlone, kReal},
    {"RU", "89123406789", kNotAlone, kReal},
    {"TR", "0212 345 06 78", kAlone, kReal},
    {"ZA", "071 123 4056", kAlone, kReal},
    {"IL", "050-2340567", kAlone, kReal},
    {"IL", "02-123-4056", kAlone, kReal},
    {"CZ", "601 123 456", kNotAlone, kReal},
    {"SK", "0912 345 678", kNotAlone, kReal},
    {"HU", "06 20 123 4567", kAlone, kReal},
    {"HU", "06201234567", kNotAlone, kReal},
    {"RO", "0712 345 678", kNotAlone, kReal},
    {"GR", "210 123 4567", kNotAlone, kReal},
    {"GR", "691 234 5678", kNotAlone, kReal},
    {"UA", "(067) 123-45-67", kAlone, kReal},
    {"UA", "067 123 45 67", kNotAlone, kReal},
    {"ID", "0812-3456-7890", kAlone, kReal},
    {"VN", "0912 345 678", kNotAlone, kReal},
    {"TH", "081-234-5678", kNotAlone, kReal},
    {"SA", "050 123 4567", kNotAlone, kReal},
    {"AE", "050 123 4567", kNotAlone, kReal},
    {"EG", "0100 123 4567", kNotAlone, kReal},
    {"DE", "(040) 66969-123", kAlone, kFictional},
    {"KR", "010.1234.5678", kAlone, kReal},
};

TEST(PhoneLayouts, EachIsReadInItsCountry) {
  for (const Layout& layout : kLayouts) {
    bool proved = false;
    for (const PhoneHarness::Find& find : harness().prove(layout.text, {})) {
      if (find.rule->region != layout.region || find.span.size() != layout.text.size()) continue;
      proved = true;
      EXPECT_EQ(find.verdict.alone, layout.alone) << layout.region << " " << layout.text;
      EXPECT_EQ(find.verdict.reserved, layout.reserved) << layout.region << " " << layout.text;
      EXPECT_FALSE(find.verdict.expected) << layout.text;
      const std::string_view region(find.verdict.region.data(), 2);
      EXPECT_EQ(region, layout.found.empty() ? layout.region : layout.found) << layout.text;
    }
    EXPECT_TRUE(proved) << layout.region << " " << layout.text;
  }
}

TEST(PhoneLayouts, EveryCountryWithAPlanHasARuleAndTheOtherWayRound) {
  std::set<std::string> ruled;
  for (const Rule& rule : harness().rules()) {
    if (!rule.region.empty()) ruled.insert(rule.region);
    EXPECT_TRUE(rule.region.empty() || has_plan(rule.region)) << rule.id;
  }
  for (const PlanRow& row : kPlans) EXPECT_TRUE(ruled.contains(std::string(row.region))) << row.region;
  EXPECT_EQ(ruled.size(), 41U);
}

// Reasons.

TEST(PhoneReasons, AnExpectedCountryMakesDividedNumbersFire) {
  const struct {
    std::string_view text, region;
  } cases[] = {
      {"so 612 345 078 ist es", "ES"}, {"bei 030 23125 123 bitte", "DE"}, {"har 32 10 34 56 her", "DK"},
      {"the 212 555 0123 one", "US"},  {"o 912 340 678 aqui", "PT"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(marked(c.text), c.text);
    EXPECT_NE(marked(c.text, expecting(c.region)), c.text);
    EXPECT_EQ(marked(c.text, expecting("JP")), c.text);
  }
}

TEST(PhoneReasons, AnExpectedCountryIsNotEnoughForWhatMayBeAnAmount) {
  EXPECT_EQ(marked("son 612.345.078 en total", expecting("ES")), "son 612.345.078 en total");
  EXPECT_EQ(marked("in 0891-9666 dort", expecting("DE")), "in 0891-9666 dort");
  EXPECT_EQ(marked("vi har 20 30 40 50 her", expecting("DK")), "vi har 20 30 40 50 her");
  EXPECT_EQ(marked("[ 811.884660] usb", expecting("ES")), "[ 811.884660] usb");
  EXPECT_EQ(marked("en 076.115 49 pies", expecting("DE")), "en 076.115 49 pies");
  EXPECT_EQ(marked("key 647F 2865 4894 E3BD", expecting("DK")), "key 647F 2865 4894 E3BD");
  EXPECT_EQ(marked("card 4000 0000 0000 3220", expecting("DK")), "card 4000 0000 0000 3220");
  EXPECT_EQ(marked("File 2812 0013.JPG", expecting("DK")), "File 2812 0013.JPG");
  EXPECT_EQ(marked("see 12125550123 there", expecting("US")), "see 12125550123 there");
  EXPECT_EQ(marked("see 2125550123 there", expecting("US")), "see 2125550123 there");
  EXPECT_EQ(marked("siehe 0301234567 dort", expecting("DE")), "siehe 0301234567 dort");
}

TEST(PhoneReasons, UndividedMobileNumbersFireWhereExpected) {
  EXPECT_EQ(marked("schreib 01713920012 bitte", expecting("DE")), "schreib [[01713920012]] bitte");
  EXPECT_EQ(marked("找我13112340567吧", expecting("CN")), "找我[[13112340567]]吧");
}

TEST(PhoneReasons, ACueWordMayStandBehind) {
  EXPECT_EQ(marked("2125550123 (cell)"), "[[2125550123]] (cell)");
  EXPECT_EQ(marked("512 340 678 - telefon domowy"), "[[512 340 678]] - telefon domowy");
}

TEST(PhoneReasons, LabelsTellAPhoneNumber) {
  for (const std::string_view text : {
           // Signs and the letters of letterheads.
           "☎ [[2125550123]]",
           "📞 [[212 555 0123]]",
           "📱[[2125550123]]",
           "☎️ [[212 555 0123]]",
           "T: [[212 555 0123]]",
           "T: [[212 555 0123]]\nM: [[212 555 0124]]",
           "T [[212 555 0123]] F [[212 555 0124]]",
           "Jo | P: [[212 555 0123]]",
           // Sentences.
           "my number is [[212 555 0123]]",
           "her number is [[2125550123]]",
           "Meine Nummer ist [[089 99998 123]], bis bald",
           "mi número es [[612345078]]",
           "il mio numero è [[3201204567]] scrivimi",
           "mój numer to [[512 340 678]]",
           // Abbreviations.
           "Ph. [[212 555 0123]]",
           "Tlf. [[612 345 078]]",
           "Tfno.[[+34612345078]]",
           "Fax [[91 2340567]]",
           "mob [[40612305]]",
           // Queries and assignments.
           "phone=[[2125550123]]&x=1",
           "https://example.com/?phone=[[+12125550123]]&x=1",
           "sms to=[[+447700900123]] parts=1",
       }) {
    EXPECT_EQ(marked(parse_marked(text).text), text);
  }
  for (const std::string_view text : {"it 212 555 0123", "iT: 2125", "x.T 212 555 0123", "the T 212 555 0123"}) {
    EXPECT_EQ(marked(text), text);
  }
}

TEST(PhoneReasons, WordsForPhoneNumbersThatEndLikeOthersStillTell) {
  for (const std::string_view text :
       {"Rufnummer [[030 23125 123]]", "Servicenummer: [[0221/4710123]]", "电话号码 [[138 1234 0567]]",
        "전화번호 [[010-2000-1234]]", "電話番号 [[03-1234-0567]]", "telefonszám [[06 20 123 4067]]"}) {
    EXPECT_EQ(marked(parse_marked(text).text), text);
  }
  // Words behind a number that are units elsewhere.
  EXPECT_EQ(marked("tel. 512 340 678 w domu"), "tel. [[512 340 678]] w domu");
  EXPECT_EQ(marked("tel. 601 123 406 v pracovní dny"), "tel. [[601 123 406]] v pracovní dny");
}

TEST(PhoneReasons, NumbersInARowAreAList) {
  for (const std::string_view text : {"Tel. [[912345078]] / [[612345078]]", "Tlf. [[912345078]] - [[612345078]]",
                                      "tel [[2125550123]] / [[2125550124]]"}) {
    EXPECT_EQ(marked(parse_marked(text).text), text);
  }
  EXPECT_EQ(marked("between 2125550123 - 2125550199"), "between 2125550123 - 2125550199");
}

TEST(PhoneReasons, ADatabaseKeepsNumbersWithoutASign) {
  EXPECT_EQ(marked("msisdn 447700900123"), "msisdn [[447700900123]]");
  EXPECT_EQ(marked("at 447700900123"), "at 447700900123");
  EXPECT_EQ(marked("msisdn 1700000000123"), "msisdn 1700000000123");
}

TEST(PhoneReasons, TheExpectedCountryScoresHigher) {
  // Of two countries that print alike, resolve/ takes the higher score.
  float austrian = 0, german = 0;
  for (const auto& find : harness().prove("0664 1234056", expecting("AT"))) {
    if (find.rule->region == "AT") austrian = find.verdict.score;
    if (find.rule->region == "DE") german = find.verdict.score;
  }
  EXPECT_GT(austrian, german);
}

// Ends.

TEST(PhoneSpan, EndsAreExact) {
  for (const std::string_view text : {
           "([[212-555-0123]])",
           "([[(212) 555-0123]])",
           "call [[(212) 555-0123]].",
           "call [[212-555-0123]]!",
           "\"[[+44 20 7946 0958]]\"",
           "([[+44 20 7946 0958]])",
           "[[(+44) 20 7946 0958]]",
           "**[[212-555-0123]]**",
           "<b>[[212-555-0123]]</b>",
           "[[212-555-0123]], [[212-555-0124]] / [[212-555-0125]]",
           "[[+44 20 7946 0958]] 2024",
           "[[+44 20 7946 0958]]\n2024",
           "[[+1 212 555 0123]]/[[+1 212 555 0124]]",
           "[[212-555-0123 ext. 12]].",
           "[[212-555-0123 x12]]",
           "[[212-555-0123, Ext 1234]]; next",
           "[[212-555-0123 (ext. 12)]]",
           "[[212-555-0123#12]]",
           "[[+7 912 340-67-89 доб. 12]]",
           "[[+33 6 39 98 12 34 poste 12]]",
           "[[212-555-0123]] external 12",
           "[[212-555-0123]] x 1234567",
           "[[212-555-0123]] # 2 people",
           "[[06 39 98 12 34]] / [[06 39 98 12 35]]",
           "1. [[212-555-0123]]",
           "电话[[131 1234 0567]]找他",
       }) {
    const Marked expected = parse_marked(text);
    EXPECT_EQ(marked(expected.text), text);
  }
}

// Not a phone number.

TEST(PhoneNot, WhatStandsAroundRulesOut) {
  for (const std::string_view text : {
           // Dates, times, versions, numbers of books, measures.
           "2024-03-15",
           "15.03.2024",
           "03/15/2024",
           "2024-03-15 10:20:30",
           "10.20.30.40",
           "1.2.3-4567",
           "version 2.125.550.0123",
           "v212-555-0123",
           "ISBN 0-306-40615-2",
           "ISBN 978-3-16-148410-0",
           "ISSN 2049-3630",
           "doi:10.1000/212-555-0123",
           "UPC 036000291452",
           "1998-2003",
           "pp. 1234-1245",
           "score 21-12 3-4567",
           "1,212,555,012",
           "3.141592653589",
           "0.2125550123",
           "212-555-0123%",
           // Identifiers.
           "550e8400-e29b-41d4-a716-446655440000",
           "a716-212-555-0123",
           "212-555-0123-a716",
           "deadbeef2125550123",
           "order 2125550123",
           "Invoice no. 212-555-0123",
           "id=2125550123",
           "x_2125550123",
           "#2125550123",
           "2125550123.png",
           "call(2125550123)",
           "f212-555-0123",
           "@2125550123",
           "2125550123@example.com",
           // Unix times, plain counters.
           "at 1700000000",
           "at 1700000000000",
           "phone 1700000000",
           // Addresses of machines and of pages.
           "192.168.1.100",
           "tel 192.168.212.555",
           "https://example.com/a/212-555-0123",
           "http://example.com/?q=2125550123",
           "www.example.com/212-555-0123",
           "40.7128, -74.0060",
           "-33.8688 151.2093",
           "+40.712800 -74.006000",
           // Tables.
           "212 555 0123 212 555 0124 212 555 0125",
           "12 34 56 78 90 12 34",
           "tel 01 02 03 04 05 06 07 08",
           "4111 1111 1111 1111",
           "DE89 3704 0044 0532 0130 00",
           // Money and units.
           "$212-555-0123",
           "€ 212 555 0123",
           "212 555 0123 EUR",
           "612 345 078 km",
           // Numbers of other things, by the words before.
           "part number 212-555-0123",
           "Best.-Nr. 0171 3920012",
           "artikel 078-051-1200",
           "Kunde 0815-4711",
           "Losnummer 0171/3920012",
           "Le numéro de commande est 06 39 98 12 34",
           "快递单号 138 1234 0567",
           "주문번호 010-2000-1234",
           "מספר הזמנה 050-2340567",
           "Model 212.555.0123",
           "ΠΑΡΑΓΓΕΛΙΑ 210 123 4067",
           "IČO 601 123 406",
           "Der er 32 10 34 56 stk. her",
           "030 23125 123 Stück",
           "référence 01 99 00 12 34",
           "Prot. n. 347/1234567/2020",
           "347/1234567/2020",
           // Neighbouring letters of any script.
           "é212-555-0123",
           "212-555-0123й",
       }) {
    EXPECT_EQ(marked(text), text);
  }
}

TEST(PhoneNot, LongDigitsStayUntouched) {
  for (std::size_t length = 5; length < 40; ++length) {
    const std::string text = "tel " + std::string(length, '7') + ".";
    // Nine to eleven sevens are somebody's number; beyond fifteen there is no number at all.
    EXPECT_TRUE(length <= 15 || marked(text) == text) << text;
  }
}

TEST(PhoneNot, DatesAreRecognised) {
  for (const char* date :
       {"2024-03-15", "15.03.2024", "15. 3. 2024", "3/15/2024", "1998-2003", "1998 2003", "20240315"}) {
    EXPECT_TRUE(is_printed_date(date)) << date;
  }
  for (const char* not_date :
       {"2024-33-15", "2003-1998", "212-555-0123", "15.03-2024", "20241315", "06 39 98 12 34", "12", ""}) {
    EXPECT_FALSE(is_printed_date(not_date)) << not_date;
  }
}

// Links.

TEST(PhoneLink, SpansTheNumberAlone) {
  for (const std::string_view text :
       {"tel:[[+1-201-555-0123]]", "https://wa.me/[[15550100123]]", "tel:[[2015550123]]",
        "wa.me/[[447700900123]]?text=x", "tel:[[020-7946-0958]]", "tel:[[00442079460958]]"}) {
    EXPECT_EQ(marked(parse_marked(text).text), text);
  }
}

// Tables.

TEST(PhonePlan, CalledNumbersOfEveryPlanPassTheCheapTable) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  std::set<std::string> regions;
  for (const PlanRow& row : kPlans) regions.insert(std::string(row.region));
  for (const std::string& region : regions) {
    for (const auto type : {PhoneNumberUtil::FIXED_LINE, PhoneNumberUtil::MOBILE}) {
      PhoneNumber example;
      ASSERT_TRUE(util.GetExampleNumberForType(region, type, &example)) << region;
      std::string e164, national;
      util.Format(example, PhoneNumberUtil::E164, &e164);
      EXPECT_TRUE(may_be_international(e164.substr(1))) << e164;
      util.Format(example, PhoneNumberUtil::NATIONAL, &national);
      std::string digits;
      for (const char c : national)
        if (c >= '0' && c <= '9') digits += c;
      EXPECT_EQ(read_national(region, digits).calling_code, example.country_code()) << region << " " << national;
    }
  }
}

// No valid number may be lost to the cheap table: tried with digits at random
// after every front of four digits.
TEST(PhonePlan, TheCheapTableKeepsWhatTheLibraryAccepts) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  SampleRandom random(11);
  std::set<std::pair<std::string, int>> plans;
  for (const PlanRow& row : kPlans) plans.insert({std::string(row.region), row.calling_code});
  for (const auto& [region, code] : plans) {
    for (int i = 0; i < 1500; ++i) {
      std::string national;
      const std::uint32_t size = 8 + random.next(4);
      while (national.size() < size) national += static_cast<char>('0' + random.next(10));
      PhoneNumber number;
      if (util.Parse("+" + std::to_string(code) + national, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        continue;
      if (!util.IsValidNumber(number)) continue;
      const PhoneNumberUtil::PhoneNumberType type = util.GetNumberType(number);
      if (type != PhoneNumberUtil::FIXED_LINE && type != PhoneNumberUtil::MOBILE) continue;
      if (national.front() == '0' && region != "IT") continue;  // the library drops a superfluous zero of any length
      ASSERT_TRUE(may_be_international(std::to_string(code) + national)) << region << " " << national;
    }
  }
}

TEST(PhonePlan, FictionalRangesAreExact) {
  for (const char* inside :
       {"12125550100", "12125550199", "442079460000", "442079460999", "447700900500", "493023125000", "33639980000",
        "46701740605", "353209123456", "61491570156", "15550123", "15551234567"}) {
    EXPECT_TRUE(is_fictional_phone(inside)) << inside;
  }
  for (const char* outside :
       {"12125550200", "12125550099", "442079461000", "447700901000", "493023126000", "33639990000", "46701740700",
        "353209200000", "61491570155", "15550200", "4420794600000", ""}) {
    EXPECT_FALSE(is_fictional_phone(outside)) << outside;
  }
}

TEST(PhonePlan, FictionalNumbersAreAcceptedEvenWhereTheLibrarySaysNo) {
  for (const std::string_view text : {"+44 7700 900123", "+44 115 496 0123", "+44 1632 960123", "+33 6 39 98 12 34",
                                      "+353 20 910 1234", "+1 555 010 0123", "+1-555-0123"}) {
    const auto finds = harness().prove(text, {});
    ASSERT_FALSE(finds.empty()) << text;
    EXPECT_TRUE(finds.front().verdict.reserved) << text;
    EXPECT_NE(finds.front().verdict.region[0], '\0') << text;
  }
}

TEST(PhonePlan, LayoutsHoldNumbersOfTheirPlan) {
  for (const privet::Layout& layout : kUnmistakable) {
    EXPECT_TRUE(has_plan(layout.region)) << layout.region;
    EXPECT_NE(layout.printed.find_first_of(" -./()"), std::string_view::npos) << layout.printed;
  }
}

TEST(PhonePlan, UndividedDigitsAreNeverUnmistakable) {
  for (const PlanRow& row : kPlans) {
    for (const std::string_view digits : {"2125550123", "07700900123", "0639981234", "13112340567", "89123406789"}) {
      EXPECT_FALSE(is_unmistakable_phone(row.region, digits)) << row.region;
    }
  }
}

// Normal form.

TEST(PhoneNormalForm, SpellingsOfOneNumberCompareEqual) {
  const struct {
    std::string_view value, normal;
  } cases[] = {
      {"+44 (0)20 7946 0958", "+442079460958"},
      {"0044 20 7946 0958", "+442079460958"},
      {"(+44) 20-7946-0958", "+442079460958"},
      {"+442079460958", "+442079460958"},
      {"(212) 555-0123", "2125550123"},
      {"212.555.0123", "2125550123"},
      {"(0)30 23125 123", "03023125123"},
      {"212-555-0123 ext. 12", "2125550123x12"},
      {"212-555-0123#12", "2125550123x12"},
      {"+7 912 340-67-89 доб. 12", "+79123406789x12"},
      {"", ""},
      {"tel", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(phone_normal_form(c.value), c.normal) << c.value;
    EXPECT_EQ(phone_normal_form(c.normal), c.normal) << c.value;
  }
}

// Purity: the same verdicts on many threads at once.
TEST(PhoneThreads, VerdictsDoNotDependOnThreads) {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result] {
      for (const Layout& layout : kLayouts) result += marked("tel " + std::string(layout.text)) + "\n";
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, results[0]);
}

}  // namespace
}  // namespace privet
