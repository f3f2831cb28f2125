// South Africa, Nigeria.
#include "detect/identity/checks.h"
#include "detect/identity/checksums.h"

namespace privet {
namespace {

// South African identity numbers: YYMMDD, a serial of four digits, citizenship
// 0 to 2, a digit that was once race (8 or 9 since 1986) and a Luhn digit
// (Department of Home Affairs; Identification Act 68 of 1997, section 7).
NumberFacts check_za_id(std::string_view number) {
  return valid_if(is_short_date(number.substr(0, 6)) && number[10] <= '2' && has_luhn_digit(number));
}

constexpr NamedCheck kChecks[] = {
    {"za_id", check_za_id},
};

}  // namespace

std::span<const NamedCheck> african_checks() { return kChecks; }

}  // namespace privet
