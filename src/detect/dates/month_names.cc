#include "detect/dates/month_names.h"

#include <array>
#include <cstddef>
#include <string>

#include "detect/proof/word_set.h"
#include "text/casefold.h"

namespace privet {
namespace {

// Case folded. A word stands in a line once, whatever number of languages has it.
constexpr std::array<std::string_view, 12> kMonths = {
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января январь "
    "янв січня leden ledna led január ianuarie ocak tammikuu tammikuuta ιανουαρίου ιαν जनवरी يناير",
    "february feb februar febr février fevrier févr fév febrero febbraio fevereiro fev februari lutego luty lut "
    "февраля февраль фев февр лютого únor února február februarie şubat subat helmikuu helmikuuta φεβρουαρίου φεβ "
    "फरवरी फ़रवरी فبراير",
    "march mar märz maerz mrz mär mars marzo março marco maart mrt marca marzec марта март мар березня březen března "
    "március márc martie mart marts maaliskuu maaliskuuta μαρτίου μαρ maret मार्च مارس",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апрель апр квітня duben dubna április ápr "
    "aprilie nisan huhtikuu huhtikuuta απριλίου απρ अप्रैल أبريل إبريل",
    "may mai mayo maggio mag maio mei maja maj мая май травня květen května május máj mayıs mayis toukokuu toukokuuta "
    "μαΐου μαΐ मई مايو",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн червня červen června június jún "
    "iunie haziran kesäkuu kesäkuuta ιουνίου ιουν जून يونيو",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл липня červenec července július "
    "júl iulie temmuz heinäkuu heinäkuuta ιουλίου ιουλ जुलाई يوليو",
    "august aug août aout agosto ago augustus sierpnia sierpień sie августа август авг серпня srpen srpna augusztus "
    "ağustos agustos augusti elokuu elokuuta αυγούστου αυγ अगस्त أغسطس",
    "september sep sept septembre septiembre setiembre settembre set setembro september września wrzesień wrz "
    "сентября сентябрь сен сент вересня září szeptember szept septembrie eylül eylul syyskuu syyskuuta σεπτεμβρίου "
    "σεπ सितंबर सितम्बर سبتمبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь окт "
    "жовтня říjen října október octombrie ekim lokakuu lokakuuta οκτωβρίου οκτ अक्टूबर अक्तूबर أكتوبر",
    "november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя нояб noiembrie kasım kasim "
    "marraskuu marraskuuta νοεμβρίου νοε नवंबर नवम्बर نوفمبر",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia grudzień gru декабря "
    "декабрь дек грудня prosinec prosince decembrie aralık aralik joulukuu joulukuuta δεκεμβρίου δεκ desember des "
    "दिसंबर दिसम्बर ديسمبر",
};
// "листопада" is November in Ukrainian, and "listopadu" in Czech.
constexpr std::string_view kMoreNovember = "листопада listopadu";

constexpr std::size_t kLongest = 40;  // bytes

struct Named {
  std::string_view name;
  int month = 0;
};

constexpr std::size_t count_names() {
  std::size_t count = count_words(kMoreNovember);
  for (const std::string_view names : kMonths) count += count_words(names);
  return count;
}

constexpr auto sorted_names() {
  std::array<Named, count_names()> out{};
  std::size_t size = 0;
  const auto add = [&](std::string_view names, int month) {
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      out[size++] = {names.substr(0, end), month};
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  };
  for (std::size_t m = 0; m < kMonths.size(); ++m) add(kMonths[m], static_cast<int>(m) + 1);
  add(kMoreNovember, 11);
  std::sort(out.begin(), out.end(), [](const Named& a, const Named& b) { return a.name < b.name; });
  return out;
}

}  // namespace

int month_named(std::string_view word) {
  static constexpr auto kNames = sorted_names();
  if (word.size() < 3 || word.size() > kLongest) return 0;
  std::string folded;
  append_casefolded(word, folded);
  const auto it = std::lower_bound(kNames.begin(), kNames.end(), folded,
                                   [](const Named& named, const std::string& wanted) { return named.name < wanted; });
  return it != kNames.end() && it->name == folded ? it->month : 0;
}

}  // namespace privet
