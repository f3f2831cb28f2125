// What is known of this program when it is built, and by nobody later. Written
// at each build by tools/build_facts.cmake.
#pragma once

#include <string_view>

namespace privet {

extern const std::string_view kProgramVersion;  // "0.1.0"
// The state of the source, as `git describe` says it: "v0.1.0-12-g0123456789ab",
// "…-dirty" with changes that are in no commit; empty if it is no clone.
extern const std::string_view kBuildId;
// Of libraries that cannot say it themselves.
extern const std::string_view kRe2Version;
extern const std::string_view kPhoneVersion;  // libphonenumber, and so its numbering plans

}  // namespace privet
