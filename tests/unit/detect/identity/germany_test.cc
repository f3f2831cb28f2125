// Germany.
#include "unit/detect/identity/number_harness.h"

namespace privet {
namespace {

TEST(GermanNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      // MOD 11,10 sees every change, and all but a few exchanges.
      {"de_tax_id", "86095742719"},
      {"de_tax_id", "36574261809"},
      {"de_tax_id", "65929970489", 0, 1},
      {"de_vat_id", "DE123456788"},
      {"de_vat_id", "DE136695976"},
      // Digit sums of products: 17 by weights 2 and 5 is as much as 71, which is
      // the 21st with 50 added.
      {"de_social_security", "15070649C103"},
      {"de_social_security", "65170839J003", 0, 1},
      {"de_health_insurance", "A123456780"},
      {"de_health_insurance", "X110411675"},
      // ICAO 9303: blind to exchanged digits that differ by 5.
      {"de_id_card", "T220001293"},
      {"de_id_card", "L01X00T471"},
      {"de_id_card", "1220001297D"},
      {"de_passport", "C01X00T478"},
      {"de_passport", "C01X0006H1"},
      // The number of the copy, last, is not checked.
      {"de_driving_licence", "B072RRE2I55", 9},
      {"de_driving_licence", "J010000SD51", 9},
      // Nor are the last two digits; 4 times a digit is 4 times the digit 5 away.
      {"de_lanr", "123456601", 9 + 9 + 3, 1},
      {"de_lanr", "999999900", 9 + 9 + 3},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

TEST(GermanNumbers, AreRefused) {
  const struct {
    const char* check;
    const char* number;
  } numbers[] = {
      // Tax: a zero in front, no digit twice, two digits twice, one in a row of three.
      {"de_tax_id", "02476291358"},
      {"de_tax_id", "12345678903"},
      {"de_tax_id", "11223456785"},
      {"de_tax_id", "11123456786"},
      // Keys of no Land, and no 0 in fifth place.
      {"de_tax_number", "2581081508155"},
      {"de_tax_number", "9181181508155"},
      {"de_tax_number", "0000000000"},
      // A 13th month, the 32nd and the 82nd of a month, areas of nobody.
      {"de_social_security", "15071349C107"},
      {"de_social_security", "15320649C102"},
      {"de_social_security", "15820649C103"},
      {"de_social_security", "01070649C107"},
      {"de_social_security", "90070649C105"},
      // Another country's letter and eight digits.
      {"de_id_card", "L12345678"},
      {"de_passport", "C12345678"},
      {"de_bsnr", "000111100"},
      {"de_bsnr", "999999999"},
      {"de_lanr", "000000000"},
      {"de_postcode", "01000"},
      {"de_postcode", "99999"},
      {"de_vat_id", "DE012345679"},
  };
  for (const auto& one : numbers) {
    EXPECT_FALSE(find_number_check(one.check)(one.number).valid) << one.check << " " << one.number;
  }
}

TEST(GermanNumbers, OfNobody) {
  EXPECT_TRUE(find_number_check("de_lanr")("999999900").reserved);
  EXPECT_FALSE(find_number_check("de_lanr")("123456601").reserved);
}

// The day with 50 added, for who would have a number that is taken.
TEST(GermanNumbers, SecondPensionNumbersOfADay) {
  EXPECT_TRUE(find_number_check("de_social_security")("42620175Z107").valid);
}

}  // namespace
}  // namespace privet
