// The first match of one pattern, looked for where it can be.
//
// Texts are long, and what most patterns need stands in them once or never: a
// match is near one of the places at which a text stands that it must hold.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/span.h"
#include "rule/pattern.h"

namespace re2 {
class RE2;
}

namespace privet {

// What is known of a pattern's matches.
struct MatchForm {
  Pattern::Begin begin = Pattern::Begin::kAnywhere;
  Pattern::Extent before{kUnbounded, kUnbounded};  // up to the end of a text that it must hold
  Pattern::Extent whole{kUnbounded, kUnbounded};
};

// The same match as a search of the whole text finds, in linear time.
//   ends: of all texts of which a match holds one, rising
[[nodiscard]] std::optional<Span<ViewSpace>> find_first(const re2::RE2& regex, std::string_view text,
                                                        const MatchForm& form, std::span<const std::uint32_t> ends);

// The same where no such text is known.
[[nodiscard]] std::optional<Span<ViewSpace>> find_first(const re2::RE2& regex, std::string_view text,
                                                        Pattern::Begin begin);

}  // namespace privet
