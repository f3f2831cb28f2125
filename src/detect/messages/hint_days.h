// Days as fields and lines of messages write them.
#pragma once

#include <string>
#include <string_view>

namespace privet {

// A day as YYYY-MM-DD, from 1990 to 2099: of ISO 8601, of RFC 5322, of words
// ("Mar 11, 2024"), and of seconds to nanoseconds since 1970, from September
// 2001 on (shorter numbers are also Apple's, since 2001). Days in digits with
// the year last are of no known order, and none. Empty: not one.
[[nodiscard]] std::string day_value(std::string_view text);

// The day that a message's line begins with, year first, perhaps in brackets
// ("[2024-03-11 08:14:52] Ida: …"), or that a header names ("Date: Mon, 11 Mar
// 2024 08:14:52 +0000").
[[nodiscard]] std::string day_of_line(std::string_view line);

}  // namespace privet
