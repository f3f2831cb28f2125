// Data of the numbering plans; see phone_plan.h.
//
// Patterns are written with: a digit for itself, X any digit, N 2 to 9, X* one
// or more, and [...] one digit of a list or range. In layouts every other sign stands for
// itself.
#pragma once

#include <cstdint>
#include <string_view>

// Rows are read down their columns: not for clang-format to fill up.
// clang-format off
namespace privet {

// Whether the trunk prefix is written before the national number.
enum class Trunk : std::uint8_t { kAlways, kNever, kMaybe };

struct PlanRow {
  std::string_view region;
  std::uint16_t calling_code;
  std::string_view trunk_prefix;  // empty: the country has none
  Trunk trunk;
  std::string_view prefix;   // of the national number, trunk prefix left out
  std::uint8_t min_digits;   // of the whole national number
  std::uint8_t max_digits;
};

// Source: the national numbering plans as notified to ITU-T (E.164, Operational
// Bulletin "National numbering plans"). Lengths below seven digits are left
// out on purpose: no shape tells them from other numbers.
inline constexpr PlanRow kPlans[] = {
    {"US", 1, "1", Trunk::kMaybe, "N[0-8]XN", 10, 10},
    {"GB", 44, "0", Trunk::kAlways, "1", 9, 10},
    {"GB", 44, "0", Trunk::kAlways, "2[03489]", 10, 10},
    {"GB", 44, "0", Trunk::kAlways, "[3579]", 10, 10},
    {"GB", 44, "0", Trunk::kAlways, "8", 9, 10},
    {"DE", 49, "0", Trunk::kAlways, "1[5-8]", 9, 11},
    {"DE", 49, "0", Trunk::kAlways, "N", 7, 11},
    {"FR", 33, "0", Trunk::kAlways, "[1-9]", 9, 9},
    {"ES", 34, "", Trunk::kNever, "[5-9]", 9, 9},
    {"IT", 39, "", Trunk::kNever, "0[1-9]", 8, 11},
    {"IT", 39, "", Trunk::kNever, "3", 9, 10},
    {"IT", 39, "", Trunk::kNever, "8[0-9]", 8, 10},
    {"NL", 31, "0", Trunk::kAlways, "[1-7]", 9, 9},
    {"NL", 31, "0", Trunk::kAlways, "8[58]", 9, 9},
    {"NL", 31, "0", Trunk::kAlways, "[89]0", 7, 10},
    {"NL", 31, "0", Trunk::kAlways, "97", 11, 11},
    {"BE", 32, "0", Trunk::kAlways, "4[5-9]", 9, 9},
    {"BE", 32, "0", Trunk::kAlways, "[1-9]", 8, 8},
    {"CH", 41, "0", Trunk::kAlways, "N", 9, 9},
    {"AT", 43, "0", Trunk::kAlways, "1", 7, 12},
    {"AT", 43, "0", Trunk::kAlways, "[2-57-9]", 7, 12},
    {"AT", 43, "0", Trunk::kAlways, "6", 7, 13},
    {"PL", 48, "", Trunk::kNever, "[1-9]", 9, 9},
    {"SE", 46, "0", Trunk::kAlways, "[1-9]", 7, 9},
    {"DK", 45, "", Trunk::kNever, "N", 8, 8},
    {"NO", 47, "", Trunk::kNever, "N", 8, 8},
    {"FI", 358, "0", Trunk::kAlways, "[1-9]", 7, 10},
    {"PT", 351, "", Trunk::kNever, "[236-9]", 9, 9},
    {"IE", 353, "0", Trunk::kAlways, "1", 8, 9},
    {"IE", 353, "0", Trunk::kAlways, "[2-79]", 7, 9},
    {"IE", 353, "0", Trunk::kAlways, "8", 9, 9},
    {"IE", 353, "0", Trunk::kAlways, "48", 10, 10},
    {"IE", 353, "0", Trunk::kNever, "1[58]", 10, 10},
    {"BR", 55, "0", Trunk::kMaybe, "[1-9][1-9]9", 11, 11},
    {"BR", 55, "0", Trunk::kMaybe, "[1-9][1-9][2-57]", 10, 10},
    {"BR", 55, "0", Trunk::kAlways, "[359]00", 9, 10},
    {"BR", 55, "0", Trunk::kAlways, "800", 9, 10},
    {"MX", 52, "", Trunk::kNever, "N", 10, 10},
    {"IN", 91, "0", Trunk::kMaybe, "[6-9]", 10, 10},
    {"IN", 91, "0", Trunk::kAlways, "[1-8]", 10, 10},
    {"IN", 91, "0", Trunk::kNever, "1800", 10, 11},
    {"AU", 61, "0", Trunk::kAlways, "[23478]", 9, 9},
    {"AU", 61, "0", Trunk::kNever, "1[389]00", 10, 10},
    {"NZ", 64, "0", Trunk::kAlways, "2", 8, 10},
    {"NZ", 64, "0", Trunk::kAlways, "[34679]", 8, 8},
    {"NZ", 64, "0", Trunk::kAlways, "[589]0", 8, 10},
    {"JP", 81, "0", Trunk::kAlways, "[1-9]", 9, 9},
    {"JP", 81, "0", Trunk::kAlways, "[5789]0", 10, 10},
    {"KR", 82, "0", Trunk::kAlways, "2", 8, 9},
    {"KR", 82, "0", Trunk::kAlways, "1", 8, 10},
    {"KR", 82, "0", Trunk::kAlways, "[3-6]", 9, 10},
    {"KR", 82, "0", Trunk::kAlways, "[578]", 9, 11},
    {"KR", 82, "0", Trunk::kNever, "1[568]", 8, 8},
    {"CN", 86, "0", Trunk::kNever, "1[3-9]", 11, 11},
    {"CN", 86, "0", Trunk::kAlways, "10", 7, 10},
    {"CN", 86, "0", Trunk::kAlways, "2", 7, 10},
    {"CN", 86, "0", Trunk::kAlways, "[3-9]", 7, 11},
    {"CN", 86, "0", Trunk::kNever, "[48]00", 10, 10},
    {"RU", 7, "8", Trunk::kMaybe, "[3489]", 10, 10},
    {"TR", 90, "0", Trunk::kMaybe, "[2-5]", 10, 10},
    {"TR", 90, "0", Trunk::kAlways, "8", 10, 10},
    {"TR", 90, "0", Trunk::kNever, "444", 7, 7},
    {"ZA", 27, "0", Trunk::kAlways, "[1-7]", 9, 9},
    {"ZA", 27, "0", Trunk::kAlways, "8", 7, 9},
    {"IL", 972, "0", Trunk::kAlways, "[23489]", 8, 8},
    {"IL", 972, "0", Trunk::kAlways, "[57]", 9, 9},
    {"IL", 972, "0", Trunk::kNever, "1[5-9]", 10, 10},
    {"CZ", 420, "", Trunk::kNever, "[2-9]", 9, 9},
    {"SK", 421, "0", Trunk::kAlways, "[2-9]", 9, 9},
    {"HU", 36, "06", Trunk::kAlways, "[1-9]", 8, 9},
    {"RO", 40, "0", Trunk::kAlways, "[2378]", 9, 9},
    {"GR", 30, "", Trunk::kNever, "[2-9]", 10, 10},
    {"UA", 380, "0", Trunk::kAlways, "[3-9]", 9, 9},
    {"ID", 62, "0", Trunk::kAlways, "8", 9, 12},
    {"ID", 62, "0", Trunk::kAlways, "[2-79]", 7, 11},
    {"VN", 84, "0", Trunk::kAlways, "[35789]", 9, 9},
    {"VN", 84, "0", Trunk::kAlways, "2", 10, 10},
    {"TH", 66, "0", Trunk::kAlways, "[1-9]", 8, 9},
    {"SA", 966, "0", Trunk::kAlways, "[15]", 9, 9},
    {"AE", 971, "0", Trunk::kAlways, "5", 9, 9},
    {"AE", 971, "0", Trunk::kAlways, "[2-479]", 8, 8},
    {"AE", 971, "0", Trunk::kAlways, "[68]", 5, 9},
    {"EG", 20, "0", Trunk::kAlways, "1[0125]", 10, 10},
    {"EG", 20, "0", Trunk::kAlways, "[2-9]", 8, 9},
    {"EG", 20, "0", Trunk::kAlways, "1[35]", 8, 9},
};

struct FictionalRange {
  std::uint16_t calling_code;
  std::string_view number;  // the whole national number
};

inline constexpr FictionalRange kFictional[] = {
    // NANPA, 555 Line Numbers: 555-0100 to 555-0199 are set aside for entertainment and
    // advertising. Area code 555 is not assigned.
    {1, "XXX55501XX"},
    {1, "555XXXXXXX"},
    {1, "55501XX"},
    // Ofcom, Numbers for drama.
    {44, "1134960XXX"}, {44, "1144960XXX"}, {44, "1154960XXX"}, {44, "1164960XXX"}, {44, "1174960XXX"},
    {44, "1184960XXX"}, {44, "1214960XXX"}, {44, "1314960XXX"}, {44, "1414960XXX"}, {44, "1514960XXX"},
    {44, "1614960XXX"}, {44, "1914980XXX"}, {44, "2079460XXX"}, {44, "2896496XXX"}, {44, "2920180XXX"},
    {44, "1632960XXX"}, {44, "7700900XXX"}, {44, "8081570XXX"}, {44, "9098790XXX"}, {44, "3069990XXX"},
    // Bundesnetzagentur, Mitteilung 148/2021: Rufnummern für Medienproduktionen.
    {49, "3023125XXX"}, {49, "6990009XXX"}, {49, "4066969XXX"}, {49, "2214710XXX"}, {49, "8999998XXX"},
    {49, "15228817386"}, {49, "15228895456"}, {49, "15254599371"}, {49, "17139200XX"}, {49, "1729925904"},
    {49, "1729968532"}, {49, "1729973185"}, {49, "1729973186"}, {49, "1729980752"}, {49, "1749091317"},
    {49, "1749464308"}, {49, "176040690XX"},
    // ARCEP, décision 2018-0881, annex: numbers for audiovisual works.
    {33, "19900XXXX"}, {33, "26191XXXX"}, {33, "35301XXXX"}, {33, "46571XXXX"}, {33, "53649XXXX"},
    {33, "63998XXXX"},
    // PTS, Telefonnummer för användning i böcker och filmer.
    {46, "3139006XX"}, {46, "4062804XX"}, {46, "8465004XX"}, {46, "9803192XX"}, {46, "7017406XX"},
    // ComReg, National Numbering Conventions: 020 91x xxxx.
    {353, "2091XXXXX"},
    // ACMA, Phone numbers for use in TV shows, films and creative works.
    {61, "25550XXXX"}, {61, "35550XXXX"}, {61, "75550XXXX"}, {61, "85550XXXX"}, {61, "27010XXXX"},
    {61, "37010XXXX"}, {61, "77010XXXX"}, {61, "87010XXXX"}, {61, "491570006"}, {61, "491570156"},
    {61, "491570157"}, {61, "491570158"}, {61, "491570159"}, {61, "491570110"}, {61, "491570313"},
    {61, "491570737"}, {61, "491571266"}, {61, "491571491"}, {61, "491571804"}, {61, "491572549"},
    {61, "491572665"}, {61, "491572983"}, {61, "491573770"}, {61, "491573087"}, {61, "491574118"},
    {61, "491574632"}, {61, "491575254"}, {61, "491575789"}, {61, "491576398"}, {61, "491576801"},
    {61, "491577426"}, {61, "491577644"}, {61, "491578957"}, {61, "491578148"}, {61, "491578888"},
    {61, "491579212"}, {61, "491579760"}, {61, "491579455"}, {61, "1800160401"}, {61, "1800975707"},
    {61, "1800975708"}, {61, "1800975709"}, {61, "1800975710"}, {61, "1800975711"}, {61, "1300975707"},
    {61, "1300975708"}, {61, "1300975709"}, {61, "1300975710"}, {61, "1300975711"},
};

struct Layout {
  std::string_view region;
  std::string_view printed;
};

// Judged by what else is printed so: three groups of three may be a sum of
// money, eight digits in pairs a row of a table, digits without a break
// anything; a leading zero with uneven groups is a phone number.
inline constexpr Layout kUnmistakable[] = {
    {"US", "(NXX) NXX-XXXX"}, {"US", "(NXX)NXX-XXXX"}, {"US", "(NXX) NXX XXXX"}, {"US", "(NXX)-NXX-XXXX"},
    {"US", "(NXX) NXX.XXXX"}, {"US", "NXX-NXX-XXXX"}, {"US", "NXX.NXX.XXXX"}, {"US", "NXX NXX-XXXX"},
    {"US", "NXX/NXX-XXXX"}, {"US", "1-NXX-NXX-XXXX"}, {"US", "1 NXX-NXX-XXXX"}, {"US", "1 NXX NXX XXXX"},
    {"US", "1.NXX.NXX.XXXX"}, {"US", "1 (NXX) NXX-XXXX"}, {"US", "1-(NXX)-NXX-XXXX"}, {"US", "1 (NXX) NXX XXXX"},
    {"US", "1(NXX)NXX-XXXX"}, {"US", "555-01XX"},
    {"GB", "020 XXXX XXXX"}, {"GB", "(020) XXXX XXXX"}, {"GB", "02[3489] XXXX XXXX"},
    {"GB", "(02[3489]) XXXX XXXX"}, {"GB", "011X XXX XXXX"}, {"GB", "(011X) XXX XXXX"}, {"GB", "01X1 XXX XXXX"},
    {"GB", "(01X1) XXX XXXX"}, {"GB", "01XXX XXXXXX"}, {"GB", "(01XXX) XXXXXX"}, {"GB", "01XXX XXX XXX"},
    {"GB", "(01XXX) XXX XXX"}, {"GB", "07XXX XXXXXX"}, {"GB", "07XXX XXX XXX"}, {"GB", "03XX XXX XXXX"},
    {"GB", "080X XXX XXXX"}, {"GB", "084X XXX XXXX"}, {"GB", "087X XXX XXXX"}, {"GB", "090X XXX XXXX"},
    {"GB", "0207 XXX XXXX"}, {"GB", "0208 XXX XXXX"},
    {"DE", "(0NX) X*"}, {"DE", "(0NXX) X*"}, {"DE", "(0NXXX) X*"}, {"DE", "(0NX) X*-X*"}, {"DE", "(0NXX) X*-X*"},
    {"DE", "(0NXXX) X*-X*"}, {"DE", "0NX/X*"}, {"DE", "0NXX/X*"}, {"DE", "0NXXX/X*"}, {"DE", "0NX/X*-X*"},
    {"DE", "0NXX/X*-X*"}, {"DE", "0NXXX/X*-X*"}, {"DE", "0NX / X*"}, {"DE", "0NXX / X*"}, {"DE", "0NXXX / X*"},
    {"DE", "01[5-7]X/XXXXXXX"}, {"DE", "01[5-7]X/XXXXXXXX"}, {"DE", "01[5-7]X-XXXXXXX"},
    {"DE", "01[5-7]X-XXXXXXXX"}, {"DE", "01[5-7]X XXXXXXX"}, {"DE", "01[5-7]X XXXXXXXX"},
    {"DE", "01[5-7]X / XXXXXXX"}, {"DE", "01[5-7]X / XXXXXXXX"}, {"DE", "01[5-7]X XXX XXXX"},
    {"DE", "01[5-7]X XXX XX XX"}, {"DE", "01[5-7]X/XXX XX XX"}, {"DE", "01[5-7]X - XXXXXXX"},
    {"FR", "0[1-9] XX XX XX XX"}, {"FR", "0[1-9].XX.XX.XX.XX"}, {"FR", "0[1-9]-XX-XX-XX-XX"},
    {"FR", "0800 XXX XXX"},
    {"ES", "[67]XX XX XX XX"}, {"ES", "[89]XX XX XX XX"}, {"ES", "9X XXX XX XX"},
    {"IT", "3XX/XXXXXXX"}, {"IT", "3XX-XXXXXXX"}, {"IT", "0[26]/XXXXXXXX"}, {"IT", "0[1-9]X/XXXXXXX"},
    {"IT", "0[1-9]XX/XXXXXX"},
    {"NL", "06-XXXXXXXX"}, {"NL", "06 XXXXXXXX"}, {"NL", "0[1-57]X-XXXXXXX"}, {"NL", "0[1-57]XX-XXXXXX"},
    {"NL", "06-XX XX XX XX"}, {"NL", "0[1-57]X-XXX XX XX"}, {"NL", "0[1-57]X - XXX XX XX"},
    {"BE", "04[5-9]X XX XX XX"}, {"BE", "04[5-9]X/XX XX XX"}, {"BE", "04[5-9]X/XX.XX.XX"}, {"BE", "04[5-9]X-XX XX XX"},
    {"BE", "04[5-9]X.XX.XX.XX"}, {"BE", "0[2-49] XXX XX XX"}, {"BE", "0[2-49]/XXX.XX.XX"}, {"BE", "0[2-49]/XXX XX XX"},
    {"BE", "0[1-9]X/XX XX XX"}, {"BE", "0[1-9]X/XX.XX.XX"},
    {"CH", "0NX XXX XX XX"}, {"CH", "(0NX) XXX XX XX"}, {"CH", "0NX-XXX XX XX"}, {"CH", "0NX / XXX XX XX"},
    {"CH", "0NX/XXX XX XX"}, {"CH", "0NX.XXX.XX.XX"},
    {"AT", "01/XXXXXXX"}, {"AT", "01 / XXXXXXX"}, {"AT", "(01) XXXXXXX"}, {"AT", "06[5-9]X/XXXXXXX"},
    {"AT", "06[5-9]X/XXX XX XX"}, {"AT", "06[5-9]X / XXX XX XX"}, {"AT", "06[5-9]X XXX XX XX"},
    {"AT", "06[5-9]X XXXXXXX"}, {"AT", "06[5-9]X/XXXXXXXX"}, {"AT", "06[5-9]X XXXXXXXX"}, {"AT", "0XXX/XXXXXX"},
    {"PL", "(XX) XXX XX XX"}, {"PL", "(XX) XXX-XX-XX"},
    {"SE", "0[1-9]-XXX XX XX"}, {"SE", "0[1-9]-XXX XXX XX"}, {"SE", "0[1-9]X-XXX XX XX"}, {"SE", "0[1-9]X-XX XX XX"},
    {"SE", "0[1-9]XX-XXX XX"}, {"SE", "0[1-9]XX-XX XX XX"}, {"SE", "0[1-9]XX-XXX XXX"}, {"SE", "07X-XXXXXXX"},
    {"SE", "0[1-9] XXX XX XX"}, {"SE", "07X XXX XX XX"},
    {"FI", "04X XXX XXXX"}, {"FI", "050 XXX XXXX"}, {"FI", "04X-XXXXXXX"}, {"FI", "050-XXXXXXX"},
    {"FI", "04X XXXXXXX"}, {"FI", "050 XXXXXXX"}, {"FI", "(09) XXX XXXX"}, {"FI", "(09) XXXXXXX"},
    {"IE", "(0N) XXX XXXX"}, {"IE", "(01) XXX XXXX"}, {"IE", "01 XXX XXXX"}, {"IE", "08[35-9] XXX XXXX"},
    {"IE", "0NX XXX XXXX"}, {"IE", "(0NX) XXX XXXX"}, {"IE", "08[35-9]-XXX XXXX"}, {"IE", "08[35-9]-XXXXXXX"},
    {"BR", "(XX) 9XXXX-XXXX"}, {"BR", "(XX) XXXX-XXXX"}, {"BR", "(XX)9XXXX-XXXX"}, {"BR", "(XX)XXXX-XXXX"},
    {"BR", "XX 9XXXX-XXXX"}, {"BR", "XX XXXX-XXXX"}, {"BR", "(XX) 9 XXXX-XXXX"}, {"BR", "(0XX) XXXX-XXXX"},
    {"BR", "(XX) 9XXXX XXXX"},
    {"MX", "(XX) XXXX XXXX"}, {"MX", "(XX) XXXX-XXXX"}, {"MX", "(XXX) XXX XXXX"}, {"MX", "(XXX) XXX XX XX"},
    {"IN", "0XX-XXXXXXXX"}, {"IN", "0XX XXXX XXXX"}, {"IN", "0XXXX XXXXXX"}, {"IN", "0XXX-XXXXXXX"},
    {"IN", "0[6-9]XXXX XXXXX"}, {"IN", "0[6-9]XXXX-XXXXX"}, {"IN", "[6-9]XXXX-XXXXX"},
    {"AU", "0[2378] XXXX XXXX"}, {"AU", "(0[2378]) XXXX XXXX"}, {"AU", "04XX XXX XXX"}, {"AU", "04XX-XXX-XXX"},
    {"AU", "(0[2378])XXXX XXXX"},
    {"NZ", "(0[34679]) XXX XXXX"}, {"NZ", "0[34679] XXX XXXX"}, {"NZ", "02X XXX XXXX"}, {"NZ", "02X XXX XXX"},
    {"NZ", "0[34679]-XXX XXXX"}, {"NZ", "02X-XXX XXXX"}, {"NZ", "0800 XXX XXX"},
    {"JP", "0[1-9]-XXXX-XXXX"}, {"JP", "0[1-9]X-XXX-XXXX"}, {"JP", "0[1-9]XX-XX-XXXX"}, {"JP", "0[1-9]XXX-X-XXXX"},
    {"JP", "0[5789]0-XXXX-XXXX"}, {"JP", "0120-XXX-XXX"}, {"JP", "0[1-9](XXXX)XXXX"}, {"JP", "0[1-9]X(XXX)XXXX"},
    {"JP", "(0[1-9])XXXX-XXXX"}, {"JP", "0[5789]0 XXXX XXXX"},
    {"KR", "010-XXXX-XXXX"}, {"KR", "01[16-9]-XXX-XXXX"}, {"KR", "02-XXX-XXXX"}, {"KR", "02-XXXX-XXXX"},
    {"KR", "0[3-6]X-XXX-XXXX"}, {"KR", "0[3-6]X-XXXX-XXXX"}, {"KR", "070-XXXX-XXXX"}, {"KR", "010 XXXX XXXX"},
    {"KR", "010.XXXX.XXXX"},
    {"KR", "02)XXX-XXXX"},
    {"CN", "1[3-9]X-XXXX-XXXX"}, {"CN", "1[3-9]X XXXX XXXX"}, {"CN", "010-XXXXXXXX"}, {"CN", "02X-XXXXXXXX"},
    {"CN", "0[3-9]XX-XXXXXXX"}, {"CN", "0[3-9]XX-XXXXXXXX"}, {"CN", "010-XXXX-XXXX"}, {"CN", "400-XXX-XXXX"},
    {"CN", "(010)XXXXXXXX"}, {"CN", "(02X)XXXXXXXX"}, {"CN", "(0[3-9]XX)XXXXXXX"}, {"CN", "(0[3-9]XX)XXXXXXXX"},
    {"RU", "8 (XXX) XXX-XX-XX"}, {"RU", "8(XXX)XXX-XX-XX"}, {"RU", "8 XXX XXX-XX-XX"}, {"RU", "8-XXX-XXX-XX-XX"},
    {"RU", "8 XXX XXX XX XX"}, {"RU", "8 (XXX) XXX XX XX"}, {"RU", "(XXX) XXX-XX-XX"}, {"RU", "8-XXX-XXX-XXXX"},
    {"RU", "8 (XXX) XXX-XXXX"}, {"RU", "8(XXX) XXX-XX-XX"},
    {"TR", "0XXX XXX XX XX"}, {"TR", "(0XXX) XXX XX XX"}, {"TR", "0 (XXX) XXX XX XX"}, {"TR", "0(XXX) XXX XX XX"},
    {"TR", "0 XXX XXX XX XX"}, {"TR", "(XXX) XXX XX XX"}, {"TR", "0XXX XXX XXXX"},
    {"ZA", "0[1-8]X XXX XXXX"}, {"ZA", "(0[1-8]X) XXX XXXX"}, {"ZA", "0[1-8]X-XXX-XXXX"}, {"ZA", "0[1-8]X-XXX XXXX"},
    {"IL", "05X-XXXXXXX"}, {"IL", "05X-XXX-XXXX"}, {"IL", "05X-XXX-XX-XX"}, {"IL", "0[23489]-XXXXXXX"},
    {"IL", "0[23489]-XXX-XXXX"}, {"IL", "07X-XXXXXXX"}, {"IL", "07X-XXX-XXXX"}, {"IL", "1-[78]00-XXX-XXX"},
    {"IL", "1-[78]00-XXXXXX"}, {"IL", "05X XXX XXXX"},
    {"HU", "06 [237]0 XXX XXXX"}, {"HU", "06-[237]0-XXX-XXXX"}, {"HU", "06-[237]0/XXX-XXXX"}, {"HU", "06 [237]0/XXX-XXXX"},
    {"HU", "(06 [237]0) XXX XXXX"}, {"HU", "06 1 XXX XXXX"}, {"RO", "07XX.XXX.XXX"}, {"UA", "(0XX) XXX-XX-XX"},
    {"UA", "(0XX) XXX XX XX"}, {"UA", "0XX XXX-XX-XX"}, {"ID", "08XX-XXXX-XXXX"}, {"ID", "08XX-XXXX-XXX"},
};

}  // namespace privet
