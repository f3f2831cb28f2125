// Eastern and south-eastern Europe, Kazakhstan, Turkey, Israel.
#include "unit/detect/identity/number_harness.h"

namespace privet {
namespace {

TEST(EasternNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      // Modulo 11 with every remainder a digit of its own, or not issued, sees everything.
      {"cz_rodne_cislo", "7103192745"},
      {"cz_rodne_cislo", "5351011237"},
      // The remainders 0 and 10 are both written 1.
      {"cz_ico", "25123891", 6},
      {"cz_ico", "27074358"},
      {"hu_personal", "38501011238"},
      {"hu_personal", "10001011233"},
      {"hu_taj", "111222337"},
      {"hu_taj", "123456788"},
      {"hu_tax", "8365670003"},
      {"hu_tax", "8900001248"},
      {"ro_cnp", "1630615123457"},
      {"ro_cnp", "1800101221144"},
      // The remainders 0 and 10 are both written 0.
      {"ro_cui", "18547290", 7},
      {"ro_cui", "999993"},
      {"bg_egn", "7523169263"},
      {"bg_egn", "8032056031"},
      {"ru_inn", "7707083893"},
      {"ru_inn", "500100732259"},
      {"ru_snils", "11223344595"},
      // 0 and 100 are both written 00.
      {"ru_snils", "08765430200", 1},
      {"ua_rnokpp", "1759013776"},
      {"ua_rnokpp", "2530414071"},
      // Weights 7 3 1 modulo 10: blind to neighbours that differ by 5.
      {"by_personal", "1010150A001PB1", 0, 1},
      {"by_personal", "2311299M123BA0"},
      // The last digit but one has the weight 11; a tenth change each is one that the
      // second weights give the same check digit.
      {"kz_iin", "850101100012", 10},
      {"kz_iin", "850101201235", 10},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

TEST(SoutheasternNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      // Luhn: blind to a 0 and a 9 exchanged.
      {"gr_amka", "01013099997", 0, 1},
      {"gr_amka", "31129900010", 0, 1},
      {"gr_afm", "094259216"},
      {"gr_afm", "123456783"},
      {"hr_oib", "33392005961"},
      {"hr_oib", "94357823450"},
      {"jmbg", "0101006500006"},
      {"jmbg", "0101850710008"},
      {"si_tax", "50223054"},
      {"si_tax", "12345679"},
      {"tr_national", "10000000146"},
      // Neighbours that differ by 5: the tenth digit changes by 8 times their difference.
      {"tr_national", "17291716060", 0, 2},
      {"il_zehut", "000000018"},
      {"il_zehut", "123456782"},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

TEST(EasternNumbers, AreRefusedForWhatTheySay) {
  const std::pair<const char*, const char*> numbers[] = {
      // No such day.
      {"cz_rodne_cislo", "7113192746"},
      {"cz_rodne_cislo", "7102302746"},
      {"bg_egn", "8019010001"},
      {"hu_personal", "38513011235"},
      {"ro_cnp", "1632215123454"},
      {"kz_iin", "851301100012"},
      {"by_personal", "1011350A001PB4"},
      {"gr_amka", "01133099992"},
      {"jmbg", "0113850710006"},
      // Months with 20 added before 2004, nine digits after 1953, a serial that was not given.
      {"cz_rodne_cislo", "7121010017"},
      {"cz_rodne_cislo", "540312123"},
      {"cz_rodne_cislo", "530312000"},
      // A remainder of 10 written 0 after 1985.
      {"cz_rodne_cislo", "8601010100"},
      // Sex and century.
      {"hu_personal", "78501011237"},
      {"ro_cnp", "0800101221142"},
      {"kz_iin", "850101700010"},
      {"by_personal", "0010150A001PB4"},
      // Places, years and days out of range.
      {"ro_cnp", "3850615601235"},
      {"jmbg", "0101400710008"},
      {"ru_inn", "000000000184"},
      {"ru_passport", "4574123456"},
      {"tr_national", "07291716092"},
      {"si_tax", "00000019"},
      // One digit again and again.
      {"cz_ico", "00000000"},
      {"gr_afm", "000000000"},
      {"hu_taj", "000000000"},
      {"il_zehut", "000000000"},
  };
  for (const auto& [check, number] : numbers)
    EXPECT_FALSE(find_number_check(check)(number).valid) << check << " " << number;
}

TEST(EasternNumbers, AreNobodysOutsideTheRangesOfPeople) {
  // Born before 1900 or after 2099, and of a region 00.
  const std::pair<const char*, const char*> numbers[] = {{"hu_tax", "8000000008"},    {"hu_tax", "8000100010"},
                                                         {"ua_rnokpp", "7305000009"}, {"ua_rnokpp", "9900000003"},
                                                         {"ru_inn", "000011112250"},  {"ru_passport", "0004123456"}};
  for (const auto& [check, number] : numbers) {
    const NumberFacts facts = find_number_check(check)(number);
    EXPECT_TRUE(facts.valid && facts.reserved) << check << " " << number;
  }
  EXPECT_TRUE(find_number_check("ru_snils")("00011122227").valid);
  EXPECT_FALSE(find_number_check("ru_snils")("00011122228").valid);
  // Of Yugoslavia's numbers, each country takes its own places.
  EXPECT_TRUE(find_number_check("emso")("0101006500006").valid);
  EXPECT_FALSE(find_number_check("embg")("0101006500006").valid);
}

TEST(EasternNumbers, HaveTheirExceptions) {
  const std::pair<const char*, const char*> numbers[] = {
      {"cz_rodne_cislo", "530312123"},   // nine digits
      {"cz_rodne_cislo", "5371011239"},  // a woman, in 2053, when serials had run out
      {"hu_personal", "49901010016"},    // the weights since 1997
      {"ro_cui", "RO18547290"},         {"gr_afm", "EL094259216"}, {"hr_oib", "HR33392005961"},
      {"si_tax", "SI50223054"},         {"il_zehut", "12345674"},  // eight digits
      {"bg_egn", "8521011239"},                                    // 1885
  };
  for (const auto& [check, number] : numbers)
    EXPECT_TRUE(find_number_check(check)(number).valid) << check << " " << number;
}

TEST(SoutheasternNumbers, SayWhereTheyWereGiven) {
  const std::pair<const char*, const char*> numbers[] = {
      {"0101850100005", "BA"}, {"0101850210005", "ME"}, {"0101850410004", "MK"},
      {"0101850500003", "SI"}, {"0101850710008", "RS"},
  };
  for (const auto& [number, region] : numbers) {
    const NumberFacts facts = find_number_check("jmbg")(number);
    EXPECT_EQ(std::string(facts.region.data(), facts.region.size()), region) << number;
  }
}

}  // namespace
}  // namespace privet
