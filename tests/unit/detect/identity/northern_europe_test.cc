// Poland, the Nordic and Baltic countries.
#include "unit/detect/identity/number_harness.h"

namespace privet {
namespace {

TEST(NorthernNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      {"pl_pesel", "44051401359"},
      {"pl_pesel", "02070803628"},
      {"pl_pesel", "90812412007"},
      {"pl_nip", "1234563218"},
      {"pl_nip", "PL8567346215"},
      {"pl_regon", "123456785"},
      {"pl_regon", "192598184"},
      {"pl_regon", "12345678512347"},
      {"pl_id_card", "ABA300000"},
      {"pl_id_card", "AAA710000"},
      // Modulo 31, a prime: everything.
      {"fi_personal_identity_code", "131052308T"},
      {"fi_personal_identity_code", "010594Y9032"},
      {"fi_personal_identity_code", "310190A200F"},
      // Luhn, blind to 09 and 90; the century is not in it.
      {"se_personnummer", "8112189876"},
      {"se_personnummer", "189001019802", 1, 1},
      {"se_personnummer", "9001619809", 0, 2},
      {"se_organisationsnummer", "5560360793"},
      {"se_organisationsnummer", "1234567897"},
      {"dk_cpr", "2110625629"},
      {"dk_cpr", "0707614285"},
      {"no_fodselsnummer", "12046060146"},
      {"no_fodselsnummer", "12046060065"},
      {"no_fodselsnummer", "52046060059"},
      {"no_orgnr", "988077917"},
      {"no_orgnr", "974760673"},
      // The century, last, comes behind the check digit.
      {"is_kennitala", "1201743399", 2},
      {"is_kennitala", "4504013150", 2},
      // The second row of weights is blind to some of what it is asked for.
      {"ee_isikukood", "37605030299", 1},
      {"ee_isikukood", "17504121001"},
      {"lt_asmens_kodas", "17504121012"},
      {"lt_asmens_kodas", "28012311004", 6},
      {"lv_personas_kods", "12047501004"},
      {"lv_personas_kods", "32503511782"},
      {"lv_personas_kods", "32867300679"},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

// Their check digits are right.
TEST(NorthernNumbers, AreRefused) {
  const struct {
    const char* check;
    const char* number;
  } numbers[] = {
      // A 13th month, the 30th of February, a birth in 2144.
      {"pl_pesel", "44131401350"},
      {"pl_pesel", "44023001356"},
      {"pl_pesel", "44451401351"},
      {"pl_nip", "0000000000"},
      {"pl_regon", "000000000"},
      // The 31st of April, the serial 001, the 29th of February 1900.
      {"fi_personal_identity_code", "310452308K"},
      {"fi_personal_identity_code", "131052001W"},
      {"fi_personal_identity_code", "290200Y3088"},
      // The 13th month, the 32nd day with 60 added, the serial 000.
      {"se_personnummer", "8113189875"},
      {"se_personnummer", "8102921239"},
      {"se_personnummer", "8112180008"},
      // A month, as a person has.
      {"se_organisationsnummer", "5510360794"},
      // The 31st of April, the 29th of February 1900.
      {"dk_cpr", "3104620018"},
      {"dk_cpr_any", "3104625629"},
      {"dk_cpr_any", "2902001234"},
      // The 32nd day, and with 40 added; a century that no serial has.
      {"no_fodselsnummer", "32108610033"},
      {"no_fodselsnummer", "72108610027"},
      {"no_fodselsnummer", "15104570051"},
      // From 8 and 9 only.
      {"no_orgnr", "788077912"},
      // The 32nd day, a century that is not in use.
      {"is_kennitala", "3201742019"},
      {"is_kennitala", "1201742077"},
      // The 13th month, the 2100s, no century.
      {"ee_isikukood", "37613030293"},
      {"ee_isikukood", "77605030292"},
      {"lt_asmens_kodas", "03309240067"},
      // The 13th month, the fourth century.
      {"lv_personas_kods", "16137519994"},
      {"lv_personas_kods", "16117539998"},
  };
  for (const auto& one : numbers) {
    EXPECT_FALSE(find_number_check(one.check)(one.number).valid) << one.check << " " << one.number;
  }
}

TEST(NorthernNumbers, OfNobody) {
  const struct {
    const char* check;
    const char* number;
    bool reserved;
  } numbers[] = {
      {"fi_personal_identity_code", "010594Y9032", true},
      {"fi_personal_identity_code", "131052308T", false},
      {"se_personnummer", "8112189876", true},
      {"se_personnummer", "188803200016", false},
      {"no_fodselsnummer", "12849010091", true},
      {"no_fodselsnummer", "12446060048", false},
  };
  for (const auto& one : numbers) {
    const NumberFacts facts = find_number_check(one.check)(one.number);
    EXPECT_TRUE(facts.valid) << one.check << " " << one.number;
    EXPECT_EQ(facts.reserved, one.reserved) << one.check << " " << one.number;
  }
}

// Without a check digit, and with one.
TEST(NorthernNumbers, DanishDaysThatRanOut) {
  EXPECT_TRUE(find_number_check("dk_cpr_any")("0101656000").valid);
  EXPECT_FALSE(find_number_check("dk_cpr")("0101656000").valid);
}

}  // namespace
}  // namespace privet
