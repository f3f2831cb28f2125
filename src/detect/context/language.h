// Which language a text is in, as far as that tells whose phone numbers to
// expect in it.
#pragma once

#include <string_view>

#include "detect/context/context.h"

namespace privet {

// A cheap guess from letters and stop words of the first 2 KiB of `text` (UTF-8).
// Adds the countries of a language only where it clearly leads.
void expect_from_language(std::string_view text, CountrySet& countries);

// The countries whose numbers one expects in a language: "de" gives DE, AT, CH.
// Space-separated ISO 3166-1 codes; empty for a language not known.
//   language: ISO 639-1, lower case
[[nodiscard]] std::string_view countries_of_language(std::string_view language);

}  // namespace privet
