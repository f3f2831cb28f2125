// Does a number stand by itself, or is it a part of something longer?
#pragma once

#include <string_view>

#include "base/span.h"

namespace privet {

// False where what touches `span` makes another thing of it: a longer word or
// number, a decimal, a price, a percentage, a time, a GUID, a path, a file's
// name, a link.
[[nodiscard]] bool stands_apart(std::string_view text, Span<ViewSpace> span);

}  // namespace privet
