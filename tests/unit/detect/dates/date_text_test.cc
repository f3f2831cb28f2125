// Dates as they are written, and what only looks like one.
#include "detect/dates/date_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "detect/dates/month_names.h"

namespace privet {
namespace {

struct Case {
  std::string text;  // the date ends at "|"; without one there is none
  int year = 0;
};

const Case kCases[] = {
    // Figures, in every order and with every separator.
    {"1985-03-12|", 1985},
    {"1985/3/12|", 1985},
    {"1985.03.12|", 1985},
    {"1985. 3. 12|.", 1985},
    {"12.03.1985|", 1985},
    {"12. 3. 1985|", 1985},
    {"12/03/1985|", 1985},
    {"03/25/1985|", 1985},
    {"12-03-1985|", 1985},
    {"12 03 1985|", 1985},
    {"12.3.85|", 85},
    {"03/25/85|", 85},
    {"85-03-12|", 85},
    {"85-13-12"},
    {"19850312|", 1985},
    {"12031985|", 1985},
    {"1985-03-12|T00:00:00Z", 1985},
    // Names of months.
    {"12 March 1985|", 1985},
    {"12th of March, 1985|", 1985},
    {"March 12, 1985|", 1985},
    {"Mar. 12th 1985|", 1985},
    {"12-Mar-85|", 85},
    {"12 Mar '85|", 85},
    {"1985 March 12|", 1985},
    {"12. März 1985|", 1985},
    {"1er mars 1985|", 1985},
    {"12 février 1985|", 1985},
    {"12 de marzo de 1985|", 1985},
    {"12 de março de 1985|", 1985},
    {"12 maart 1985|", 1985},
    {"12 października 1985|", 1985},
    {"12 марта 1985|", 1985},
    {"12 МАРТА 1985|", 1985},
    {"12 Ağustos 1985|", 1985},
    {"1985. március 12|.", 1985},
    {"2 tháng 1 năm 1990|", 1990},
    // Units.
    {"1985年3月12日|", 1985},
    {"1985年3月12|", 1985},
    {"1985년 3월 12일|", 1985},
    // No day of the calendar.
    {"1985-02-30"},
    {"1985-13-12"},
    {"31 April 1985"},
    {"32.01.1985"},
    {"29.02.2000|", 2000},
    {"29.02.1900"},
    {"19850231"},
    // Parts of something else.
    {"12.03.1985.7"},
    {"12/03/19856"},
    {"12.03.1985x"},
    {"12-03 1985"},
    {"12/03-1985"},
    {"123.03.1985"},
    {"12 Marching 1985"},
    {"12 March 85"},
    {"12 March"},
    {"March 1985"},
    {"1985"},
    {"123456789"},
    {""},
};

TEST(DateText, ReadsAWholeDateOrNone) {
  for (const Case& c : kCases) {
    for (const char* behind : {"", " and", ", then", ")"}) {
      const std::size_t bar = std::min(c.text.find('|'), c.text.size());
      std::string text = c.text + behind;
      if (bar < c.text.size()) text.erase(bar, 1);
      const std::optional<WrittenDate> date = read_date(text, 0);
      ASSERT_EQ(date.has_value(), bar < c.text.size()) << text;
      if (!date) continue;
      EXPECT_EQ(date->end, bar) << text;
      EXPECT_EQ(date->year, c.year) << text;
    }
  }
}

TEST(DateText, KnowsTheMonthsOfManyLanguagesInAnyCase) {
  const struct {
    const char* name;
    int month;
  } cases[] = {{"January", 1}, {"JÄNNER", 1}, {"février", 2}, {"marzo", 3},      {"kwietnia", 4}, {"MAYIS", 5},
               {"июня", 6},    {"juli", 7},   {"Ağustos", 8}, {"wrzesień", 9},   {"ott", 10},     {"листопада", 11},
               {"Dez", 12},    {"mark", 0},   {"", 0},        {"februaryish", 0}};
  for (const auto& c : cases) EXPECT_EQ(month_named(c.name), c.month) << c.name;
}

}  // namespace
}  // namespace privet
