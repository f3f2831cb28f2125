// Dates as people write them: read from a place in a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace privet {

struct WrittenDate {
  std::uint32_t end = 0;  // behind the date
  int year = 0;           // of a year in two digits, those
  bool named = false;     // the month by its name, or the parts by their units (1990年1月2日)
  bool short_year = false;
  bool undivided = false;  // eight digits
};

// A whole date, with day, month and year, that begins at `at`: "1990-01-02",
// "2.1.90", "1/2/1990", "19900102", "2nd of January, 1990", "Jan 2, 1990",
// "2-Jan-90", "1990年1月2日", "2 de enero de 1990". Where day and month may
// change places one order that is a day of the calendar is enough. Nothing if
// the date goes on into a longer number or word.
[[nodiscard]] std::optional<WrittenDate> read_date(std::string_view text, std::uint32_t at);

// The end of a word of letters, which may be of any script, that begins at `at`.
[[nodiscard]] std::uint32_t letters_end(std::string_view text, std::uint32_t at);

}  // namespace privet
