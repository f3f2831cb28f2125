// Dates and times of day as message headers write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace privet {

struct ClockTime {
  std::size_t begin = 0;  // with the words of its half of the day: "오후 2:05"
  std::size_t end = 0;    // with seconds and AM or PM
  bool seconds = false;
  bool half_before = false;  // 오전, 오후, 午前, 午後, 上午, 下午 stand before it
};

// The time whose first colon is at `colon`; nothing for a duration with a
// fraction, a third part of an address, and the like.
[[nodiscard]] std::optional<ClockTime> clock_time_at(std::string_view text, std::size_t colon);

enum class DateForm : std::uint8_t { kNumeric, kIso, kWords, kDay };  // the last without a year
struct DateBefore {
  std::size_t begin = 0;
  DateForm form = DateForm::kNumeric;
};
// The date that stands right before `end`, with a comma or a short word
// between them; on the same line.
[[nodiscard]] std::optional<DateBefore> date_before(std::string_view text, std::size_t end);

// Whether these are the words of a day and nothing else: "Mon", "hier à", "14
// mai,", "śr.,", "03-Jan-23". Not of every language: a time stands beside it.
[[nodiscard]] bool is_day(std::string_view text);

// Where the date ends that begins at `begin`, written in digits; `begin` if
// there is none.
[[nodiscard]] std::size_t date_end(std::string_view text, std::size_t begin);

}  // namespace privet
