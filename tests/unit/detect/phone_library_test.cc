// The short way to libphonenumber's opinion against its own parser.
#include "detect/phone/phone_library.h"

#include <gtest/gtest.h>
#include <phonenumbers/phonenumberutil.h>

#include <random>
#include <set>
#include <string>

#include "detect/phone/phone_plan.h"
#include "detect/phone/phone_plan_tables.h"

namespace privet {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

struct Oracle {
  bool valid = false;
  std::string region;
};

Oracle parse(const std::string& dialled, const std::string& region, int calling_code) {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  Oracle oracle;
  if (util.Parse(dialled, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return oracle;
  oracle.valid = number.country_code() == calling_code && util.IsValidNumber(number);
  util.GetRegionCodeForNumber(number, &oracle.region);
  return oracle;
}

// What a plan lets through is judged as libphonenumber judges it when it
// parses the digits itself: only Korea's carrier codes are left to that.
TEST(PhoneLibrary, agrees_with_parsing_on_random_national_numbers) {
  std::mt19937 random(20260102);
  std::set<std::string> regions;
  for (const PlanRow& row : kPlans) regions.insert(std::string(row.region));
  for (const std::string& region : regions) {
    int judged = 0;
    for (int i = 0; i < 20'000 && judged < 150; ++i) {
      std::string digits;
      for (std::size_t length = 6 + random() % 8; length > 0; --length)
        digits += static_cast<char>('0' + random() % 10);
      const NationalNumber number = read_national(region, digits);
      if (number.calling_code == 0) continue;
      ++judged;
      const PhoneOpinion opinion = judge_phone(number.calling_code, number.national);
      const Oracle oracle = parse(digits, region, number.calling_code);
      if (region == "KR" && oracle.valid && !opinion.valid) {
        EXPECT_TRUE(judge_dialled_phone(digits, region).valid) << region;
        continue;
      }
      EXPECT_EQ(opinion.valid, oracle.valid) << region << ' ' << digits;
      if (oracle.valid) {
        EXPECT_EQ(std::string(opinion.region.data(), 2), oracle.region) << region;
      }
    }
    EXPECT_GT(judged, 10) << region;
  }
}

TEST(PhoneLibrary, leading_zeros_belong_to_italian_numbers) {
  EXPECT_TRUE(judge_phone(39, "0669812345").valid);
  EXPECT_FALSE(judge_phone(39, "669812345").valid);
  EXPECT_FALSE(judge_phone(44, "02079460018").valid);
  EXPECT_TRUE(judge_phone(44, "2079460018").valid);
  EXPECT_FALSE(judge_phone(39, "000").valid);
  EXPECT_FALSE(judge_phone(39, "0").valid);
}

TEST(PhoneLibrary, an_invalid_number_still_tells_its_country) {
  const PhoneOpinion opinion = judge_phone(44, "1632960114");
  EXPECT_FALSE(opinion.valid);
  EXPECT_EQ(std::string(opinion.region.data(), 2), "GB");
}

}  // namespace
}  // namespace privet
