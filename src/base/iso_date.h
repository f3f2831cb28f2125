// Days as people write them in our files: YYYY-MM-DD, of the Gregorian calendar.
#pragma once

#include <string_view>

namespace privet {

// Whether it is YYYY-MM-DD and a day of the calendar. Such texts sort as days do.
[[nodiscard]] bool is_iso_date(std::string_view text);

}  // namespace privet
