#include "cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

namespace privet {
namespace {

// Empty is unset.
std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

bool is_terminal(int stream) { return isatty(stream) != 0; }

bool can_redraw(int stream) {
  const std::string_view term = variable("TERM");
  return is_terminal(stream) && !term.empty() && term != "dumb";
}

bool may_color(std::string_view when, int stream) {
  if (when != "auto") return when == "always";
  return can_redraw(stream) && variable("NO_COLOR").empty();
}

std::string emphasised(std::string_view text, bool color) {
  return color ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string(text);
}

}  // namespace privet
