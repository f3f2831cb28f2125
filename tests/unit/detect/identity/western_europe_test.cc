// The United Kingdom, Ireland, France, the Benelux, Switzerland, Austria, Spain,
// Italy, Portugal; VAT numbers of the European Union.
#include <array>
#include <string>
#include <vector>

#include "unit/detect/identity/number_harness.h"

namespace privet {
namespace {

void expect_all(const std::vector<PublishedNumber>& numbers) {
  for (const PublishedNumber& one : numbers) expect_published(one);
}

struct Refused {
  const char* check;
  const char* number;
};

void expect_refused(const std::vector<Refused>& numbers) {
  for (const auto& [name, number] : numbers) {
    const NumberCheck check = find_number_check(name);
    ASSERT_NE(check, nullptr) << name;
    EXPECT_FALSE(check(number).valid) << name << " " << number;
  }
}

TEST(BritishNumbers, SeeWhatIsMistyped) {
  expect_all({
      // Modulo 11, remainder 10 not issued: everything is seen.
      {"uk_nhs", "9434765919"},
      {"uk_nhs", "9434765870"},
      // Modulo 23.
      {"ie_pps", "1234567T"},
      {"ie_pps", "1234567FA"},
      {"ie_pps", "6433435F"},
  });
}

TEST(BritishNumbers, KnowWhatIsNotIssued) {
  expect_refused({
      {"uk_nhs", "0000000000"},
      // Letters and pairs that HMRC leaves out.
      {"uk_nino", "DA123456C"},
      {"uk_nino", "AO123456C"},
      {"uk_nino", "GB123456C"},
      {"uk_nino", "QQ123457C"},
      // A month, a day, 9 before a letter, 29 February in no leap year.
      {"uk_driving_licence", "MORGA663054SM9IJ"},
      {"uk_driving_licence", "MORGA657324SM9IJ"},
      {"uk_driving_licence", "M9RGA657054SM9IJ"},
      {"uk_driving_licence", "MORGA7022919M9IJ"},
      {"uk_driving_licence", "MORGA7022919S9IJ"},
      // No such area; letters that no unit has; a letter behind a district outside London.
      {"uk_postcode", "AA11AA"},
      {"uk_postcode", "SW1A1AC"},
      {"uk_postcode", "M1A1AE"},
      {"uk_postcode", "M011AE"},
      // Ages that are none, letters that are left out.
      {"uk_vehicle_registration", "AB01CDE"},
      {"uk_vehicle_registration", "AB45CDE"},
      {"uk_vehicle_registration", "AI12CDE"},
      {"uk_vehicle_registration", "AB12CQE"},
      {"uk_vehicle_registration", "O123BCD"},
      {"uk_vehicle_registration", "A023BCD"},
      {"uk_vehicle_registration", "ABC123Z"},
  });
}

TEST(BritishNumbers, AreReservedIfTheyAreSpecimens) {
  const Refused reserved[] = {{"uk_nhs", "9990000018"},
                              {"uk_nino", "QQ123456C"},
                              {"uk_driving_licence", "MORGA753116SM9IJ"},
                              {"es_nif", "99999999R"}};
  for (const auto& [name, number] : reserved) EXPECT_TRUE(find_number_check(name)(number).reserved) << number;
  EXPECT_FALSE(find_number_check("uk_nhs")("9434765919").reserved);
}

TEST(WesternNumbers, SeeWhatIsMistyped) {
  expect_all({
      {"fr_nir", "255081416802538"},
      {"fr_nir", "269054958815780"},
      {"fr_siren", "732829320"},
      {"fr_siren", "552008443"},
      {"fr_siret", "73282932000074"},
      // La Poste: a sum of digits modulo 5 sees no exchange, and no change by 5.
      {"fr_siret", "35600000049837", 5, 4},
      {"nl_bsn", "111222333"},
      {"nl_bsn", "123456782"},
      {"be_national_number", "85073003328"},
      {"be_national_number", "17073003384"},
      {"ch_ahv", "7569217076985"},
      // EAN-13: blind to neighbours that differ by 5.
      {"ch_ahv", "7561234567897", 0, 1},
      {"at_svnr", "1237010180"},
      {"at_svnr", "1238311399"},
      {"lu_national_id", "1893120105732"},
      {"lu_national_id", "1850010100155"},
  });
}

TEST(WesternNumbers, KnowWhatIsNotIssued) {
  expect_refused({
      // Corsica is 2A and 2B; months 13 to 19; no department, commune or serial.
      {"fr_nir", "184121A004001"},
      {"fr_nir", "2551314168025"},
      {"fr_nir", "2550800168025"},
      {"fr_nir", "2550814000025"},
      {"fr_nir", "2550814168000"},
      {"fr_siren", "000000000"},
      {"fr_siret", "35600000049838"},
      {"fr_id_card", "881392310285"},
      {"be_national_number", "85133003359"},
      {"at_svnr", "1237320180"},
      {"lu_national_id", "1893130105732"},
  });
}

TEST(SouthernNumbers, SeeWhatIsMistyped) {
  expect_all({
      {"es_nif", "12345678Z"},
      {"es_nif", "54362315K"},
      {"es_nif", "X1234567L"},
      {"es_nif", "Y1234567X"},
      {"es_cif", "A58818501"},
      {"es_cif", "J99216582"},
      {"es_social_security", "281234567840"},
      {"es_social_security", "669876543243"},
      {"it_fiscal_code", "RSSMRA85T10A562S"},
      {"it_fiscal_code", "RSSMRA80A01H501U"},
      {"it_vat", "00743110157"},
      {"it_vat", "12345670017"},
      {"pt_nif", "501964843"},
      {"pt_nif", "123456789"},
  });
}

TEST(SouthernNumbers, KnowWhatIsNotIssued) {
  expect_refused({
      {"es_cif", "I58818501"},
      {"es_social_security", "991234567840"},
      // 31 February, with its right letter; a place's letter that is none.
      {"it_fiscal_code", "RSSMRA85B31A562F"},
      {"it_vat", "12345678903"},
      {"pt_nif", "423456781"},
      {"pt_nif", "000000000"},
  });
}

TEST(VatNumbers, SeeWhatIsMistyped) {
  expect_all({
      // Most see everything.
      {"eu_vat", "BE0403019261"},
      {"eu_vat", "CY10259033P"},
      {"eu_vat", "DE136695976"},
      {"eu_vat", "DK13585628"},
      {"eu_vat", "EE100931558"},
      {"eu_vat", "EL094259216"},
      {"eu_vat", "ESB58378431"},
      {"eu_vat", "FI20774740"},
      {"eu_vat", "FR40303265045"},
      {"eu_vat", "HR33392005961"},
      {"eu_vat", "HU12892312"},
      {"eu_vat", "IE6433435F"},
      {"eu_vat", "IT00743110157"},
      {"eu_vat", "LT119511515"},
      {"eu_vat", "LU15027442"},
      {"eu_vat", "LV40003521600"},
      {"eu_vat", "MT11679112"},
      {"eu_vat", "PL8567346215"},
      {"eu_vat", "PT501964843"},
      {"eu_vat", "SI50223054"},
      {"eu_vat", "SK2022749619"},
      // The last two digits count alike.
      {"eu_vat", "ATU13585627", 0, 1},
      // Luhn: blind to a 0 and a 9 exchanged.
      {"eu_vat", "SE123456789701"},
      // A second sum where the first leaves 10.
      {"eu_vat", "BG175074752", 1},
      {"eu_vat", "LT100001919017", 1},
      // Modulo 11 with remainders that share a digit.
      {"eu_vat", "CZ25123891", 6},
      {"eu_vat", "RO18547290", 7},
      // Modulo 97 with three remainders allowed.
      {"eu_vat", "XI980780684", 2},
      // No check covers what follows the B, if the number before it is a BSN;
      // and modulo 97 may hold where the BSN's does not.
      {"eu_vat", "NL004495445B01", 18, 1},
  });
}

TEST(VatNumbers, SayWhoseTheyAre) {
  const NumberCheck check = find_number_check("eu_vat");
  ASSERT_NE(check, nullptr);
  const auto region = [&](const char* number) {
    const std::array<char, 2> of = check(number).region;
    return std::string(of.begin(), of.end());
  };
  EXPECT_EQ(region("DE136695976"), "DE");
  EXPECT_EQ(region("EL094259216"), "GR");
  EXPECT_EQ(region("XI980780684"), "GB");
}

}  // namespace
}  // namespace privet
