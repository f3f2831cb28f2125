#include "detect/identity/number_check.h"

#include "detect/identity/checks.h"

namespace privet {
namespace {

// For rules whose numbers have no check digit: the form, standing by itself, is all.
NumberFacts check_form(std::string_view) { return valid_if(true); }

using Group = std::span<const NamedCheck> (*)();

constexpr Group kGroups[] = {
    african_checks,      american_checks, asian_checks,         british_checks, chinese_checks,  eastern_checks,
    eu_vat_checks,       german_checks,   indian_checks,        korean_checks,  northern_checks, oceanian_checks,
    southeastern_checks, southern_checks, united_states_checks, western_checks, worldwide_checks};

}  // namespace

NumberCheck find_number_check(std::string_view name) {
  if (name == "form") return check_form;
  for (const auto group : kGroups) {
    for (const NamedCheck& one : group()) {
      if (one.name == name) return one.check;
    }
  }
  return nullptr;
}

}  // namespace privet
