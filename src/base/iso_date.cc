#include "base/iso_date.h"

#include <charconv>
#include <chrono>

namespace privet {

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  // 0, which is neither a year, a month nor a day, if it is no number.
  const auto number = [&](std::size_t begin, std::size_t size) {
    unsigned value = 0;
    const char* const end = text.data() + begin + size;
    const auto [at, wrong] = std::from_chars(text.data() + begin, end, value);
    return wrong == std::errc() && at == end ? value : 0;
  };
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(number(0, 4))),
                                        std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2))};
  return day.year() > std::chrono::year(0) && day.ok();
}

}  // namespace privet
