// Values that say something about place or consent, each from a closed list:
// what is not of the list is no value, so that nothing personal passes.
//
// Pure functions; an empty answer is "not one".
#pragma once

#include <string>
#include <string_view>

namespace privet {

// A BCP 47 tag of an ISO 639-1 language with a script and an ISO 3166-1
// country at most: "de_ch.UTF-8" is "de-CH", the first of "de-CH,de;q=0.9" too.
[[nodiscard]] std::string locale_value(std::string_view text);
// The country of such a tag: "CH".
[[nodiscard]] std::string_view locale_region(std::string_view tag);

// An ISO 3166-1 code, from a code or a name: "CHE", "Schweiz", "US-CA"; "EU" for
// the union. NA is no country: it is North America or "not available" as often.
[[nodiscard]] std::string region_value(std::string_view text);

// The country whose domain a host is in; none for those that are sold to anybody.
[[nodiscard]] std::string host_region(std::string_view host);

// A zone of the IANA database, "UTC", or an offset as "UTC+02:00".
[[nodiscard]] std::string time_zone_value(std::string_view text);
// The country of a zone; none for an offset.
[[nodiscard]] std::string_view time_zone_region(std::string_view zone);

// One of kConsentWords, from JSON booleans, 0 and 1, and words: yes, granted,
// denied, withdrawn, opt_out.
[[nodiscard]] std::string_view consent_value(std::string_view text);
// The same of an opting out, where "opt_out" is true.
[[nodiscard]] std::string_view opt_out_value(std::string_view text);

// Who may see it, one of kVisibilityWords: "Only-Me" is "only_me".
[[nodiscard]] std::string_view visibility_value(std::string_view text);
// Whose messages are let in, one of kIncomingWords.
[[nodiscard]] std::string_view incoming_value(std::string_view text);

}  // namespace privet
