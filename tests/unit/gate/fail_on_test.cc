// Which findings fail a check.
#include "gate/fail_on.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace privet {
namespace {

const std::vector<std::string> kEntities = {"EMAIL_ADDRESS", "PERSON", "PRIVATE_MESSAGE", "US_SSN"};

struct Case {
  const char* list;
  FailQuestion finding;
  bool fails;
};

const FailQuestion kMail = {
    .entity = "EMAIL_ADDRESS", .origin = "contact/email.toml:3", .strength = Strength::kValidated, .score = 0.9};
const FailQuestion kSsn = {
    .entity = "US_SSN", .origin = "identity/us.toml:3", .strength = Strength::kShaped, .score = 0.7};
const FailQuestion kPerson = {
    .entity = "PERSON", .origin = "person/name.toml:3", .strength = Strength::kShaped, .score = 0.99};
const FailQuestion kMessage = {.entity = "PRIVATE_MESSAGE",
                               .origin = "message/origin.toml:3",
                               .strength = Strength::kShaped,
                               .score = 0.8,
                               .message_class = "dm_group",
                               .policy = "review"};

FailQuestion with(FailQuestion finding, Strength strength) {
  finding.strength = strength;
  return finding;
}
FailQuestion reserved(FailQuestion finding) {
  finding.reserved = true;
  return finding;
}
FailQuestion from(FailQuestion finding, std::string_view origin) {
  finding.origin = origin;
  return finding;
}

TEST(FailOn, a_term_says_of_what_and_how_sure) {
  const Case cases[] = {
      {"default", kMail, true},
      {"default", reserved(kMail), false},
      {"default,reserved", reserved(kMail), true},
      {"default", kSsn, false},
      {"default", with(kSsn, Strength::kValidated), true},
      {"default", with(from(kSsn, "acme.toml:1"), Strength::kValidated), true},
      {"default", with(from(kSsn, "network/ip.toml:1"), Strength::kValidated), false},
      {"default", kPerson, false},
      {"default", kMessage, true},
      {"none", kMail, false},
      {"", kMail, false},
      {"any", kSsn, true},
      {"any", kPerson, false},  // must be named
      {"PERSON", kPerson, true},
      {"PERSON:0.995", kPerson, false},
      {"US_SSN:validated", kSsn, false},
      {"US_SSN:shaped", kSsn, true},
      {"US_SSN:weak", with(kSsn, Strength::kWeak), true},
      {"US_SSN:shaped", with(kSsn, Strength::kWeak), false},
      {"0.8", kMail, true},
      {"0.8", kSsn, false},
      {"validated", kMail, true},
      {"validated", kSsn, false},
      {" US_SSN , none", kSsn, true},
      {"private", kMessage, true},
      {"private:0.9", kMessage, false},
      {"dm_group", kMessage, true},
      {"dm_1to1", kMessage, false},
      {"review", kMessage, true},
      {"block", kMessage, false},
      {"identifiers", kMessage, false},
      {"identifiers:0.5", kSsn, true},
  };
  for (const Case& c : cases) {
    const Result<FailOn> fail_on = FailOn::parse(c.list, kEntities);
    ASSERT_TRUE(fail_on.has_value()) << c.list;
    EXPECT_EQ(fail_on->fails(c.finding), c.fails) << c.list << " of " << c.finding.entity;
  }
}

TEST(FailOn, what_is_mistyped_is_named_by_what_was_meant_and_never_repeated) {
  for (const char* list : {"EMAIL_ADRESS", "EMAIL_ADDRESS:very", "US_SSN:1.5", "publik", "docs", "allow"}) {
    const Result<FailOn> fail_on = FailOn::parse(list, kEntities);
    ASSERT_FALSE(fail_on.has_value()) << list;
    EXPECT_EQ(fail_on.error().code, ErrorCode::kUsage);
    EXPECT_TRUE(fail_on.error().message.starts_with("--fail-on: ")) << fail_on.error().message;
  }
  EXPECT_NE(FailOn::parse("EMAIL_ADRESS", kEntities).error().message.find("did you mean \"EMAIL_ADDRESS\"?"),
            std::string::npos);
}

TEST(FailOn, what_a_policy_decides_needs_one) {
  EXPECT_TRUE(FailOn::parse("default,block", kEntities)->needs_policy());
  EXPECT_FALSE(FailOn::parse("default", kEntities)->needs_policy());
}

}  // namespace
}  // namespace privet
