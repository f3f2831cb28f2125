// Who can be the speaker of a message.
#pragma once

#include <string_view>

namespace privet {

// A name, a nickname or a number as chat exports write it: short, on one line,
// without the punctuation of code.
[[nodiscard]] bool is_speaker(std::string_view name);

// A word that stands where a speaker would in logs, minutes, interviews,
// plays and training formats: INFO, Host, Interviewer, User, Assistant.
[[nodiscard]] bool is_machine_speaker(std::string_view name);

}  // namespace privet
