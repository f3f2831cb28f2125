// IBANs in text. Numbers are the examples that the registry publishes.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

constexpr std::string_view kExamples[] = {
#include "detect/finance/tables/iban_examples.inc"
};

const RuleHarness& harness() {
  static const RuleHarness shared("finance/iban.toml");
  return shared;
}

std::string grouped(std::string_view iban, std::size_t size, char separator) {
  std::string out;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    if (i > 0 && i % size == 0) out += separator;
    out += iban[i];
  }
  return out;
}

TEST(Iban, EveryCountryIsReadInEveryForm) {
  std::set<std::string_view> countries;
  for (const std::string_view example : kExamples) {
    countries.insert(example.substr(0, 2));
    std::string lower(example);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const std::string& form : {std::string(example), lower, grouped(example, 4, ' '), grouped(lower, 4, ' '),
                                    grouped(example, 4, '-'), grouped(example, 4, '.')}) {
      for (const std::string_view around : {"", "IBAN: |.", "to | and then", "(|)"}) {
        const std::size_t bar = std::min(around.find('|'), around.size());
        std::string text(around.substr(0, bar));
        text.append("[[").append(form).append("]]").append(around.substr(std::min(bar + 1, around.size())));
        EXPECT_EQ(harness().marked(text), text);
        EXPECT_EQ(harness().marked(text, true), text) << "on the reference path";
      }
      EXPECT_TRUE(harness().all_reserved(form)) << form;
      const std::vector<RuleHarness::Find> found = harness().find(form);
      ASSERT_EQ(found.size(), 1U);
      EXPECT_EQ(std::string_view(found[0].candidate.region.data(), 2), example.substr(0, 2));
    }
  }
  EXPECT_EQ(countries.size(), 89U);
}

TEST(Iban, OneWrongDigitIsNoticed) {
  for (const std::string_view example : kExamples) {
    for (std::size_t i = 2; i < example.size(); ++i) {
      if (example[i] < '0' || example[i] > '9') continue;
      std::string wrong(example);
      wrong[i] = wrong[i] == '9' ? '0' : static_cast<char>(wrong[i] + 1);
      EXPECT_EQ(harness().marked(wrong), wrong);
    }
  }
}

const MarkedCase kCases[] = {
    {"at the ends of words and sentences",
     "\"[[DE89370400440532013000]]\", iban=[[GB29NWBK60161331926819]];[[NO9386011117947]]!"},
    {"words right behind", "[[GB29 NWBK 6016 1331 9268 19]] is mine, [[NO93 8601 1117 947]] too"},
    {"other scripts touch it", "口座は[[DE89370400440532013000]]です"},
    {"no-break spaces and full width",
     "[[DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000]] [[ＤＥ８９３７０４００４４０５３２０１３０００]]"},
    {"groups that are not four", "[[BE68 539 0075470 34]]"},
    // Not an IBAN.
    {"a digit too few, too many", "DE8937040044053201300 DE893704004405320130001"},
    {"two digits exchanged", "DE89370400440532031000"},
    {"part of a longer word", "xDE89370400440532013000 DE89370400440532013000x _DE89370400440532013000"},
    {"unknown countries", "XX89370400440532013000 US89370400440532013000"},
    {"letters where digits belong, and the other way round", "DE8937O400440532013000 GB29 1234 6016 1331 9268 19"},
    {"mixed separators, double spaces", "DE89 3704-0044 0532-0130 00, DE89  3704  0044  0532  0130  00"},
    {"other numbers", "DE123456789, BIC DEUTDEFF500, ISBN 978-3-16-148410-0, id fr14ab77c9d0e1f2a3b4c5d6e7f"},
};

TEST(Iban, IsFoundWhereItStands) {
  for (const MarkedCase& c : kCases) {
    EXPECT_EQ(harness().marked(c.text), c.text) << c.name;
    EXPECT_EQ(harness().marked(c.text, true), c.text) << c.name << ", on the reference path";
  }
}

TEST(Iban, SpellingsOfOneNumberAreEqual) {
  EXPECT_EQ(normal_form("IBAN_CODE", "de89 3704 0044 0532 0130 00"),
            normal_form("IBAN_CODE", "DE89370400440532013000"));
}

}  // namespace
}  // namespace privet
