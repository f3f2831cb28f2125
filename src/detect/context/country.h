// Reasons to expect a country's numbers in a record: calling codes, domains,
// locale and region fields, the language of the text.
//
// Pure functions over text, each adding to a CountrySet; none takes anything
// away. English says nothing about a country, and neither does a domain that
// is sold as a generic one.
#pragma once

#include <string_view>

#include "detect/context/context.h"

namespace privet {

// The country of an international number, from the digits behind its "+":
// "442079460958" gives GB. A shared code gives its main countries (1: US, CA).
void expect_from_calling_code(std::string_view digits_after_plus, CountrySet& countries);

// The country-code domain that a host ends in, or the label alone: "shop.example.ch",
// "uk". The caller gives hosts only: "main.rs" would be a Serbian one.
void expect_from_domain(std::string_view host_or_tld, CountrySet& countries);

// A locale or language tag: "de-CH", "pt_BR.UTF-8", "zh-Hant-TW", "fr". With a region
// that region alone, else the countries of the language; "en" alone gives none.
void expect_from_locale(std::string_view tag, CountrySet& countries);

// The value of a country field: "CH", "che", "Switzerland", "Schweiz", "US-CA".
void expect_from_region_value(std::string_view value, CountrySet& countries);

// Whether a key, folded to lower-case letters and digits, names a locale or a country.
[[nodiscard]] bool is_locale_field(std::string_view folded_key);
[[nodiscard]] bool is_region_field(std::string_view folded_key);

}  // namespace privet
