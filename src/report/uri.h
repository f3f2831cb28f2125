// A file's name as a URI reference: RFC 3986, section 4.
#pragma once

#include <string>
#include <string_view>

namespace privet {

// Appends the path, every byte but letters, digits and `-._~/` percent-encoded,
// so that a name of any bytes (spaces, line ends, what is no UTF-8, `:`) is one
// and comes back the same. `./` in front and doubled slashes are left out; an
// absolute path becomes file:///...
void append_uri(std::string_view path, std::string& out);

}  // namespace privet
