// Canada, the United States and Latin America.
#include "unit/detect/identity/number_harness.h"

namespace privet {
namespace {

TEST(AmericanNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      // Luhn: blind to a 0 and a 9 exchanged.
      {"us_npi", "1234567893"},
      {"us_npi", "1000000004"},
      {"us_npi", "1900000005", 0, 1},
      {"ca_sin", "123456782"},
      {"ca_sin", "900000001", 0, 1},  // Luhn: 90 and 09
      {"ca_sin", "999999998"},
      {"ec_cedula", "1700000001"},
      {"ec_cedula", "2400000010"},
      // Weights 1 and 2 without Luhn's sum of digits: of a doubled digit, a change by 5 is unseen;
      // the letters, and the 9 among them, are in no sum.
      {"us_dea", "AB1234563", 3, 1},
      {"us_dea", "F91234563", 12},
      {"us_dea", "MX0000012", 3, 1},
      // Weights 3 7 1: they differ by even numbers, so digits five apart exchange unseen.
      {"us_aba", "011000015"},
      {"us_aba", "021000021"},
      {"us_aba", "012345672", 0, 1},
      // Two digits modulo 11: 10 and 11 are both 0; a change may turn one into the other in both.
      {"br_cpf", "12345678909", 1},
      {"br_cpf", "11144477735"},
      {"br_cnpj", "11222333000181"},
      {"br_cnpj", "12ABC34501DE35"},
      // Modulo 10 with weights 18 to 2: under an even weight a change by 5 is unseen.
      {"mx_curp", "HEGG560427MVZRRL04", 4},
      {"mx_curp", "BOXW310820HNERXN09", 4},
      // Modulo 11; a 10 is A.
      {"mx_rfc", "GODE561231GR8"},
      {"mx_rfc", "AAA010101AA1"},
      // Modulo 11; 11 is 0, 10 is 9, and so is 9: a change from one to the other.
      {"ar_cuit", "33693450239", 9},
      {"ar_cuit", "20123456786"},
      // Modulo 11; 10 is K.
      {"cl_rut", "123456785"},
      {"cl_rut", "10000013K"},
      {"cl_rut", "608050000"},
      // Modulo 11; the remainders 1 and 10 are both 1.
      {"co_nit", "8001972684"},
      {"co_nit", "9001234568"},
      {"co_nit", "10000000019"},
      // Modulo 11; two remainders share the digit 1. RUC: 10 is 0 and 11 is 1.
      {"pe_dni", "123456781", 8},
      {"pe_dni", "000000014"},
      {"pe_ruc", "20131312955"},
      {"pe_ruc", "10000000014"},
      // Weights 2 9 8 7 6 3 4 modulo 10: the even ones hide a change by 5.
      {"uy_cedula", "12345672", 4},
      {"uy_cedula", "00000016", 4},
      // Modulo 11; 10 and 11 are both 0.
      {"ve_rif", "G200003030", 8},
      {"ve_rif", "J123456784"},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

TEST(AmericanNumbers, RefuseWhatIsNotIssued) {
  const struct {
    const char* check;
    const char* number;
  } kRefused[] = {
      // Groups that the IRS has not opened, and what advertisements print.
      {"us_itin", "912491234"},
      {"us_itin", "912661234"},
      {"us_itin", "912891234"},
      {"us_itin", "912931234"},
      {"us_itin", "812701234"},
      {"us_itin", "987654320"},
      // Neither a person nor an organization.
      {"us_npi", "3234567891"},
      // No kind of registrant.
      {"us_dea", "QB1234563"},
      // Between the districts.
      {"us_aba", "130000006"},
      {"us_aba", "330000000"},
      {"us_aba", "000000000"},
      {"us_bank", "20240115"},
      {"us_bank", "0000000000"},
      {"us_serial", "111111111"},
      // 0 is for specimens, 8 for businesses.
      {"ca_sin", "000000000"},
      {"br_cpf", "11111111111"},
      {"br_cnpj", "00000000000000"},
      // Month 13, 30 February, no state, no sex, a vowel among the consonants.
      {"mx_curp", "HEGG561327MVZRRL04"},
      {"mx_curp", "HEGG560230MVZRRL04"},
      {"mx_curp", "HEGG560427MXXRRL04"},
      {"mx_curp", "HEGG560427AVZRRL04"},
      {"mx_curp", "HEGG560427MVZARL04"},
      {"mx_rfc", "GODE561331GR8"},
      {"mx_rfc", "AAA010132AA1"},
      {"ar_cuit", "21123456780"},
      {"ar_dni", "01234567"},
      {"cl_rut", "12K456785"},
      {"co_cedula", "2012345678"},
      {"co_nit", "0000000000"},
      // Province 25, third digit 7.
      {"ec_cedula", "2500000009"},
      {"ec_cedula", "1770000002"},
      {"pe_ruc", "11131312955"},
      {"pe_dni", "22222222"},
      {"uy_cedula", "00000000"},
      {"ve_rif", "A123456784"},
  };
  for (const auto& [name, number] : kRefused) {
    const NumberCheck check = find_number_check(name);
    ASSERT_NE(check, nullptr) << name;
    EXPECT_FALSE(check(number).valid) << name << " " << number;
  }
}

TEST(AmericanNumbers, KnowWhatNobodyOwns) {
  EXPECT_TRUE(find_number_check("ca_sin")("046454286").reserved);
  EXPECT_TRUE(find_number_check("ca_sin")("012345674").reserved);
  EXPECT_TRUE(find_number_check("ca_sin")("812345676").reserved);
  EXPECT_TRUE(find_number_check("ar_cuit")("20000000001").reserved);
  EXPECT_FALSE(find_number_check("ca_sin")("123456782").reserved);
  EXPECT_TRUE(find_number_check("mx_rfc")("XAXX010101000").reserved);
  EXPECT_TRUE(find_number_check("mx_rfc")("XEXX010101000").reserved);
  EXPECT_FALSE(find_number_check("mx_rfc")("GODE561231GR8").reserved);
}

}  // namespace
}  // namespace privet
