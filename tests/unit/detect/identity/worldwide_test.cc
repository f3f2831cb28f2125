// Devices, vehicles, legal entities, accounts.
#include "unit/detect/identity/number_harness.h"
#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

TEST(WorldwideNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      // Luhn: blind to a 0 and a 9 exchanged.
      {"imei", "490154203237518"},
      {"imei", "352099001761481", 0, 2},
      {"iccid", "89148000000745809013", 0, 2},
      // A first digit of 6 to 9 or 0 is another continent, without a check digit. D and
      // M count alike. The weight before the check digit is 10, which is -1 modulo 11,
      // so that the two may always change places.
      {"vin", "1M8GDM9AXKP042788", 5, 1},
      {"vin", "1HGCM82633A004352", 5, 1},
      // ISO 7064 mod 97-10 sees everything.
      {"lei", "506700GE1G29325QX363"},
      {"lei", "7LTWFZYICNSX8D621K86"},
      // Weights 3 7 1: blind to neighbours that differ by five.
      {"clabe", "032180000118359719", 0, 1},
      {"clabe", "002010077777777771"},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

TEST(WorldwideNumbers, RefuseWhatNobodyIssues) {
  const PublishedNumber numbers[] = {
      {"imei", "770154203237518"},           // no reporting body
      {"imei", "000000000000000"},           // typed to fill a field
      {"imei_unchecked", "77209900176148"},  // no reporting body
      {"iccid", "89999000000745809013"},     // no country has 999
      {"vin", "1M8GDM9AXKP04278A"},          // ends in a letter
      {"vin", "1M8GDM9A1KP042788"},
      {"clabe", "000000000000000000"},
      {"serial", "00000000"},
      {"serial", "AB123"},
  };
  for (const PublishedNumber& one : numbers) {
    EXPECT_FALSE(find_number_check(one.check)(one.number).valid) << one.check << " " << one.number;
  }
}

TEST(WorldwideNumbers, CodesOfBanksSayTheirCountry) {
  static const RuleHarness harness("finance/account.toml");
  const std::vector<RuleHarness::Find> found = harness.find("SWIFT: NEDSZAJJ");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(std::string_view(found[0].candidate.region.data(), 2), "ZA");
}

}  // namespace
}  // namespace privet
