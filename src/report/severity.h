// How serious a finding is, for formats that want to know (SARIF, GitLab).
//
// By what was found and how surely, never by how much harm it would do: that
// depends on the person, and we do not know the person.
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

enum class Severity : std::uint8_t {
  kLow,     // a guess, or what tells little by itself: names, addresses of machines, handles, dates
  kMedium,  // how to reach somebody; what looks like an identifier
  kHigh,    // a private message; an identifier of a rule that is never wrong by chance
};

//   strength  of the rule: validated, shaped or weak
[[nodiscard]] Severity severity_of(std::string_view entity, std::string_view strength);

}  // namespace privet
