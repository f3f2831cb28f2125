// Numbers as they are written within a country.
#pragma once

#include <string_view>

#include "detect/phone/phone_groups.h"
#include "detect/phone/phone_library.h"
#include "detect/proof/validator.h"

namespace privet {

// The longest front of `groups` that is a number of `region` (ISO 3166-1, one
// with a plan) by digits, print and surroundings, and by libphonenumber. Where
// nothing speaks for any front the verdict is deferred.
//   link: a link says that a number follows
[[nodiscard]] Verdict validate_national(const Match& match, std::string_view region, const Groups& groups, bool link,
                                        const RecordContext& context);

// The verdict on a number from `begin` to `end` that is proved, with its
// extension, so far as every number's is the same.
[[nodiscard]] Verdict accept_phone(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                   const PhoneOpinion& opinion, const RecordContext& context);

}  // namespace privet
