// What names of members tell.
#include "detect/context/key_book.h"

#include <gtest/gtest.h>

#include <string>

namespace privet {
namespace {

RuleSet rules_for(std::initializer_list<std::vector<std::string>> names) {
  RuleSet rules;
  int n = 0;
  for (const std::vector<std::string>& of_one : names) {
    Rule rule;
    rule.id = "r" + std::to_string(n++);
    rule.field_names = of_one;
    rules.add(rule, "X");
  }
  return rules;
}

TEST(KeyBook, a_key_tells_by_its_whole_or_by_one_of_its_words) {
  const RuleSet rules = rules_for({{"phone", "phonenumber"}, {"mail"}});
  const TellingNames names(rules);
  struct Case {
    const char* key;
    bool phone, mail;
  };
  const Case cases[] = {
      {"phone", true, false},         {"Phone_Number", true, false},
      {"phoneNumber", true, false},   {"home_phone_2", true, false},
      {"homePhone", true, false},     {"PHONE-MAIL", true, true},
      {"telephone", false, false},    {"phones", false, false},
      {"emailAddress", false, false}, {"", false, false},
      {"Mail", false, true},          {"e-mail", false, true},
  };
  for (const Case& c : cases) {
    const KeyFacts facts = names.facts_of(c.key);
    EXPECT_EQ(facts.tells[0], c.phone) << c.key;
    EXPECT_EQ(facts.tells[1], c.mail) << c.key;
  }
}

TEST(KeyBook, a_key_tells_by_several_of_its_words_with_or_without_marks) {
  const RuleSet rules = rules_for({{"vehicleregistration"}, {"rodnéčíslo"}});
  const TellingNames names(rules);
  EXPECT_TRUE(names.facts_of("new_vehicle_registration_no").tells[0]);
  EXPECT_TRUE(names.facts_of("oldVehicleRegistrationMark").tells[0]);
  EXPECT_TRUE(names.facts_of("MOTVehicleRegistration").tells[0]);
  EXPECT_FALSE(names.facts_of("vehicle_colour_registration").tells[0]);
  EXPECT_TRUE(names.facts_of("rodne_cislo").tells[1]);
  EXPECT_TRUE(names.facts_of("Rodné číslo dieťaťa").tells[1]);
}

TEST(KeyBook, locales_and_countries) {
  const RuleSet rules = rules_for({{}});
  const TellingNames names(rules);
  EXPECT_TRUE(names.facts_of("user_locale").locale);
  EXPECT_TRUE(names.facts_of("countryCode").region);
  EXPECT_FALSE(names.facts_of("text").locale || names.facts_of("text").region);
}

TEST(KeyBook, remembers_right_however_many_keys_there_are) {
  const RuleSet rules = rules_for({{"phone"}});
  const TellingNames names(rules);
  KeyBook book;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 10'000; ++i) {
      const std::string key = (i % 3 == 0 ? "phone_" : "item_") + std::to_string(i);
      ASSERT_EQ(book.facts_of(names, key).tells[0], i % 3 == 0) << key;
    }
  }
}

}  // namespace
}  // namespace privet
