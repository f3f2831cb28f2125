// Dates of birth in text: only a cue makes one of a date.
#include <gtest/gtest.h>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("dates/birth.toml");
  return shared;
}

const MarkedCase kCases[] = {
    // Labels.
    {"English", "Date of birth: [[12 March 1985]]; DOB: [[1985-03-12]]; D.O.B. [[03/12/85]]; Birthday = [[12.3.1985]]"},
    {"keys in text", "{\"date_of_birth\":\"[[1985-03-12]]\"} 'dob' => '[[1985-03-12]]', dateOfBirth=[[19850312]]"},
    {"markup",
     "| DOB | [[12/03/1985]] |\n<b>Date of birth</b>: <i>[[12/03/1985]]</i>\n* **Birthdate**: [[12/03/1985]]"},
    {"forms", "DOB (MM/DD/YYYY): [[03/12/1985]]\nGeburtsdatum (TT.MM.JJJJ): [[12.03.1985]]"},
    {"German", "Geburtsdatum: [[12.03.1985]], geb. am [[12. März 1985]], geboren am [[12.3.1985]]"},
    {"French", "Date de naissance : [[12/03/1985]]\nné(e) le [[12 mars 1985]], NÉE LE [[12/03/1985]]"},
    {"Spanish", "Fecha de nacimiento: [[12/03/1985]], nacida en Madrid el [[12 de marzo de 1985]]"},
    {"Italian", "Data di nascita: [[12/03/1985]], nato/a a Roma il [[12/03/1985]]"},
    {"Portuguese", "Data de Nascimento: [[12/03/1985]], nascido em Lisboa, a [[12 de março de 1985]]"},
    {"Turkish", "Doğum Tarihi: [[12.03.1985]], DOĞUM TARİHİ [[12.03.1985]], [[12.03.1985]] doğumlu"},
    {"Russian", "ДАТА РОЖДЕНИЯ: [[12.03.1985]]\nИванова родилась [[12 марта 1985]] г.\n[[12.03.1985]] г. р."},
    {"Chinese, Japanese, Korean",
     "出生日期：[[1985-03-12]]\n[[1985年3月12日]]生まれ\n생년월일 [[1985.03.12]]\n生于[[1985年3月12日]]"},
    {"Hebrew, Arabic, Hindi", "תאריך לידה: [[12/03/1985]]\nتاريخ الميلاد: [[12/03/1985]]\nजन्मतिथि [[12-03-1985]]"},
    {"full width", "生年月日：[[１９８５年３月１２日]]"},
    // Sentences.
    {"places", "born in Leeds, West Yorkshire, on [[12 March 1985]]; born at St. Mary's Hospital on [[12 March 1985]]"},
    {"names", "JO DOE (born JOHANNA DOE-MUSTER; [[12 March 1985]]) is a singer"},
    {"footnotes", "was born[1] on [[12 March 1985]] in Leeds"},
    {"provinces", "nato a Trani (BT) il [[12/03/1985]], né à Lyon (69) le [[12/03/1985]]"},
    {"any century by its month's name", "(born [[12 March 1685]])"},
    // Not a date of birth.
    {"another event", "born in Leeds, died 12 March 1985; founded 12 March 1985; born in Leeds, Married 12 March 1985"},
    {"the other end of a life", "(born JO DOE; 1899 – 12 March 1985)"},
    {"another sentence", "Born in Leeds. On 12 March 1985 she moved. My birthday! 12.03.1985"},
    {"another line", "Date of birth:\n12 March 1985"},
    {"lower-case words", "born and raised in Leeds until 12 March 1985; birthday party on 12 March 1985"},
    {"a feast", "on her 80th birthday on 12 March 1985"},
    {"another label",
     "Place of birth: Leeds, 12 March 1985; birth certificate of 12 March 1985; DOB, Address, 12.03.1985"},
    {"parts of words", "stubborn 12 March 1985, newborn: 12.03.1985, born-digital 12.03.1985, podob: 12.03.1985"},
    {"French and Italian participles", "donné le 12 mars 1985, terminato il 12 marzo 1985"},
    {"titles", "A Star Is Born, Example Press, 12 March 1985"},
    {"no whole date", "born 1985, born in March 1985, born on 12 March, dob 12/1985"},
    {"no year of a living person in figures", "dob 12/03/1785, dob 12/03/2185"},
    {"queries", "where dob >= '1985-03-12' and dob < '1986-03-12'"},
    {"a Chinese word", "1985年3月12日会社が生まれ変わる, 平日生活"},
};

TEST(Birth, IsFoundWhereACueGovernsADate) {
  for (const MarkedCase& c : kCases) {
    EXPECT_EQ(harness().marked(c.text), c.text) << c.name;
    EXPECT_EQ(harness().marked(c.text, true), c.text) << c.name << ", on the reference path";
  }
}

}  // namespace
}  // namespace privet
