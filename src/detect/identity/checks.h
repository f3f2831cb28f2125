// The number checks of the world, by group of countries. Each is documented
// where it is defined; number_check.cc looks them up by name.
#pragma once

#include <span>

#include "detect/identity/number_check.h"

namespace privet {

[[nodiscard]] std::span<const NamedCheck> african_checks();       // Africa
[[nodiscard]] std::span<const NamedCheck> american_checks();      // the Americas, but for the United States
[[nodiscard]] std::span<const NamedCheck> asian_checks();         // Asia but for the three below
[[nodiscard]] std::span<const NamedCheck> british_checks();       // the United Kingdom and Ireland
[[nodiscard]] std::span<const NamedCheck> chinese_checks();       // China, Hong Kong, Taiwan
[[nodiscard]] std::span<const NamedCheck> eastern_checks();       // eastern Europe, Kazakhstan
[[nodiscard]] std::span<const NamedCheck> eu_vat_checks();        // VAT numbers of the European Union
[[nodiscard]] std::span<const NamedCheck> german_checks();        // Germany
[[nodiscard]] std::span<const NamedCheck> indian_checks();        // India
[[nodiscard]] std::span<const NamedCheck> korean_checks();        // South Korea
[[nodiscard]] std::span<const NamedCheck> northern_checks();      // Poland, the Nordic and Baltic countries
[[nodiscard]] std::span<const NamedCheck> oceanian_checks();      // Australia, New Zealand
[[nodiscard]] std::span<const NamedCheck> southeastern_checks();  // south-eastern Europe, Turkey, Israel
[[nodiscard]] std::span<const NamedCheck> southern_checks();      // Spain, Italy, Portugal
[[nodiscard]] std::span<const NamedCheck> united_states_checks();
[[nodiscard]] std::span<const NamedCheck> western_checks();    // France, the Benelux, Switzerland, Austria
[[nodiscard]] std::span<const NamedCheck> worldwide_checks();  // of no one country

}  // namespace privet
