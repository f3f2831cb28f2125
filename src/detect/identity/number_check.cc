#include "detect/identity/number_check.h"

#include "detect/identity/checks.h"

namespace privet {
namespace {

// For rules whose numbers have no check digit: the form, standing by itself, is all.
NumberFacts check_form(std::string_view) { return valid_if(true); }

}  // namespace

NumberCheck find_number_check(std::string_view name) {
  if (name == "form") return check_form;
  for (const std::span<const NamedCheck> group :
       {american_checks(), british_checks(), western_checks(), southern_checks(), eu_vat_checks(), northern_checks(),
        eastern_checks(), asian_checks(), african_checks(), worldwide_checks()}) {
    for (const NamedCheck& one : group) {
      if (one.name == name) return one.check;
    }
  }
  return nullptr;
}

}  // namespace privet
