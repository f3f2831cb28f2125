// What was wrong with a command line, in one line that names the nearest verb
// or option there is.
#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace privet {

// A value that was typed is never repeated: it may be a secret.
[[nodiscard]] std::string usage_error(const CLI::ParseError& error, const CLI::App& app);

}  // namespace privet
