// Asia and Oceania.
#include <string>

#include "unit/detect/identity/number_harness.h"

namespace privet {
namespace {

TEST(AsianNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      // Verhoeff sees everything.
      {"in_aadhaar", "999941057058"},
      {"in_aadhaar", "999971658847"},
      // Luhn modulo 36: blind only to 0 and Z exchanged.
      {"in_gstin", "27AAPFU0939F1ZV"},
      {"in_gstin", "29AAACZ0001A1Z4"},
      // A letter for each remainder of 11.
      {"sg_nric", "S1234567D"},
      {"sg_nric", "T1234567J"},
      {"sg_nric", "F1234567N"},
      {"sg_nric", "G1234567X"},
      {"sg_nric", "M1234567K"},
      {"sg_uen", "00192200M"},
      {"sg_uen", "197401143C"},
      // The first two digits of four both weigh 2.
      {"sg_uen", "T01FC6132D", 0, 1},
      // Modulo 11: the third digit weighs 11, and 1 stands for the remainders 0 and 10.
      {"th_tnin", "3100600445635", 9},
      {"th_tnin", "1234545678781", 19, 9},
      // 1 stands for two remainders, but these are not hit.
      {"kr_rrn", "9710139019902"},
      {"kr_rrn", "8801019000013"},
      {"kr_frn", "9912317000011"},
      {"kr_frn", "9901018123455"},
      {"kr_brn", "1234567891"},
      {"kr_brn", "2208123455"},
      // MOD 11-2 sees everything.
      {"cn_resident_id", "11010519491231002X"},
      {"cn_resident_id", "440306203912319994"},
      {"hk_hkid", "A1234563"},
      {"hk_hkid", "AB9876543"},
      {"hk_hkid", "WX0000017"},
      // Modulo 10: weights 8, 6, 5, 4 and 2 share factors with it, and the last two digits weigh 1.
      {"tw_national_id", "A123456789", 7, 1},
      {"tw_national_id", "A800000014", 7, 1},
      {"tw_national_id", "AC00000003", 7, 1},
      // 0 stands for the remainders 0 and 1, which are not hit.
      {"jp_my_number", "123456789018"},
      {"jp_my_number", "987654321093"},
      // Luhn: blind to a 0 and a 9 exchanged.
      {"ae_emirates_id", "784190012345675"},
      {"ae_emirates_id", "784204900000019", 0, 1},
      {"sa_national_id", "1000000008"},
      {"sa_national_id", "2123456788"},
      // Modulo 89 sees everything.
      {"au_abn", "51824753556"},
      {"au_abn", "80000000001"},
      // Modulo 10 with weights 8 to 1: as in Taiwan.
      {"au_acn", "004085616", 8, 1},
      {"au_acn", "000000019", 8, 1},
      {"au_tfn", "123456782"},
      {"au_tfn", "876543210"},
      // The card's issue, the last digit, is not checked; weights 1, 3, 7, 9 are blind to digits 5 apart exchanged.
      {"au_medicare", "2123456701", 8, 1},
      {"au_medicare", "2950000041", 8, 2},
      // A second set of weights where the first gives 10.
      {"nz_ird", "49091850"},
      {"nz_ird", "136410132", 7, 1},
      {"nz_nhi", "ZZZ0016"},
      {"nz_nhi", "ZAC5361"},
      {"nz_nhi", "ZBN77VL"},
      {"nz_nhi", "ZSC21TN"},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

TEST(AsianNumbers, WithoutACheckDigitHaveTheirRanges) {
  const std::pair<const char*, const char*> kGiven[] = {
      {"in_pan", "AAAPZ1234C"},
      {"in_vehicle", "MH12AB1234"},
      {"in_vehicle", "22BH1234AA"},
      {"kr_rrn_random", "9901014123456"},
      {"kr_frn_random", "9912317000012"},
      {"kr_driver_license", "119912345678"},
      {"cn_resident_id_15", "110105491231002"},
      {"my_nric", "991231140000"},
      {"my_nric", "000229829999"},
      // A woman's day is 40 more.
      {"id_nik", "3199993112990001"},
      {"id_nik", "3199997112990001"},
      {"vn_cccd", "001399000001"},
      {"pk_cnic", "1234512345671"},
  };
  for (const auto& [check, number] : kGiven) EXPECT_TRUE(find_number_check(check)(number).valid) << check << number;
}

TEST(AsianNumbers, KnowTheRangeForTests) {
  EXPECT_TRUE(find_number_check("nz_nhi")("ZAC5361").reserved);
  EXPECT_FALSE(find_number_check("nz_nhi")("AAA1116").reserved);
}

TEST(AsianNumbers, RefuseWhatIsNeverGiven) {
  const std::pair<const char*, const char*> kNever[] = {
      // Reads the same backwards.
      {"in_aadhaar", "234567765432"},
      // A kind of holder, a serial, a state that does not exist.
      {"in_pan", "AAADZ1234C"},
      {"in_pan", "AAAPZ0000C"},
      {"in_gstin", "39ZZZPZ9999Z1ZS"},
      {"in_gstin", "27ZZZPZ9999Z0ZS"},
      {"in_vehicle", "ZZ12AB1234"},
      {"in_vehicle", "MH12AB0000"},
      {"in_vehicle", "20BH1234AA"},
      // Dates.
      {"kr_rrn", "8802309000013"},
      {"kr_rrn_random", "9902294123456"},
      {"kr_frn_random", "9902297123456"},
      {"cn_resident_id_15", "110101000229001"},
      {"cn_resident_id", "110105189912310028"},
      {"my_nric", "991331140000"},
      {"id_nik", "3199997213990001"},
      {"ae_emirates_id", "784185000000001"},
      // Somebody of the other rule.
      {"kr_rrn_random", "9912317000012"},
      {"kr_frn_random", "9901014123456"},
      // Places.
      {"kr_driver_license", "109912345678"},
      {"kr_driver_license", "299912345678"},
      {"cn_resident_id_15", "160105491231002"},
      {"my_nric", "991231170000"},
      {"id_nik", "4199993112990001"},
      {"id_nik", "3199993112990000"},
      {"vn_cccd", "000399000001"},
      {"vn_cccd", "097399000001"},
      {"vn_cccd", "001999000001"},
      {"pk_cnic", "9234512345671"},
      {"pk_cnic", "1234512345670"},
      {"sa_national_id", "3000000006"},
      {"th_tnin", "0105536000315"},
      {"tw_national_id", "A323456787"},
      {"tw_national_id", "AE00000003"},
      {"sg_uen", "T01ZZ6132D"},
      // Ranges, letters, a filled field.
      {"kr_brn", "1000000009"},
      {"nz_ird", "9125568"},
      {"nz_nhi", "ZIZ0016"},
      {"au_medicare", "7123456701"},
      {"au_acn", "000000000"},
      {"au_tfn", "000000000"},
  };
  for (const auto& [check, number] : kNever) EXPECT_FALSE(find_number_check(check)(number).valid) << check << number;
}

}  // namespace
}  // namespace privet
