// The shared check digits, on the examples of their standards.
#include "detect/identity/checksums.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

TEST(Checksums, AreThoseOfTheirStandards) {
  // ISO/IEC 7812-1, annex B.
  EXPECT_TRUE(has_luhn_digit("49927398716"));
  EXPECT_FALSE(has_luhn_digit("49927398717"));
  // Verhoeff: 236 takes 3.
  EXPECT_TRUE(has_verhoeff_digit("2363"));
  EXPECT_FALSE(has_verhoeff_digit("2364"));
  // ISO/IEC 7064.
  EXPECT_TRUE(has_mod_11_10_digit("07945"));
  EXPECT_FALSE(has_mod_11_10_digit("07946"));
  EXPECT_TRUE(
      has_mod_11_2_character("0794"
                             "0"));
  EXPECT_TRUE(has_mod_11_2_character("079X"));
  EXPECT_FALSE(has_mod_11_2_character("0791"));
  EXPECT_TRUE(has_mod_97_digits("79444"));
  EXPECT_FALSE(has_mod_97_digits("79445"));
  EXPECT_TRUE(has_mod_37_36_character("A12425GABC1234002M"));
  EXPECT_FALSE(has_mod_37_36_character("A12425GABC1234002N"));
  // ICAO 9303 part 3, appendix A: 520727 takes 3, AB2134<<< takes 5.
  EXPECT_EQ(icao_check_digit("520727"), 3);
  EXPECT_EQ(icao_check_digit("AB2134<<<"), 5);
}

TEST(Checksums, Arithmetic) {
  EXPECT_EQ(remainder_of("123456789012345678901234567890", 97), 52);
  EXPECT_EQ(weighted_sum("123", {3, 2, 1}), 10);
  EXPECT_EQ(weighted_digit_sum("89", {2, 1}), 7 + 9);
  EXPECT_TRUE(all_same("0000"));
  EXPECT_FALSE(all_same("0001"));
}

TEST(Checksums, Dates) {
  EXPECT_TRUE(is_date(2000, 2, 29));
  EXPECT_FALSE(is_date(1900, 2, 29));
  EXPECT_FALSE(is_date(2001, 13, 1));
  EXPECT_FALSE(is_date(2001, 4, 31));
  EXPECT_TRUE(is_short_date("000229"));  // of 2000
  EXPECT_FALSE(is_short_date("010229"));
  EXPECT_TRUE(is_short_date_day_first("311299"));
  EXPECT_FALSE(is_short_date_day_first("991231"));
  EXPECT_TRUE(is_long_date("19700101"));
  EXPECT_FALSE(is_long_date("17700101"));
}

}  // namespace
}  // namespace privet
