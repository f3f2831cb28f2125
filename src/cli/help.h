// How help reads: "Usage: privet scan [OPTIONS] [INPUT...]", options in groups,
// each with its default.
#pragma once

#include <memory>

namespace CLI {
class FormatterBase;
}

namespace privet {

[[nodiscard]] std::shared_ptr<CLI::FormatterBase> help_formatter();

}  // namespace privet
