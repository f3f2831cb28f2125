// Text for a person: what it holds neither breaks the line nor commands the
// screen.
#pragma once

#include <string>
#include <string_view>

namespace privet {

// Appends `text`; a control character, also of C1, becomes `?`.
void append_plain(std::string_view text, std::string& out);

}  // namespace privet
