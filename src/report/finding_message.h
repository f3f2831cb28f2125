// What a finding is in one sentence, for a page that shows it beside its line.
//
//   EMAIL_ADDRESS in '/text' (the value is not shown). Baseline id: 0123456789ab.
//   PRIVATE_MESSAGE: 'dm_1to1', 'slack', probability 0.98. Baseline id: 0123456789ab.
#pragma once

#include <string>
#include <string_view>

#include "report/check_finding.h"

namespace privet {

[[nodiscard]] std::string finding_message(const CheckFinding& finding);

// The text, what is no UTF-8 in it as U+FFFD a byte: for strings of JSON, which file
// names of any bytes must become.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace privet
