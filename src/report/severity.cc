#include "report/severity.h"

#include <algorithm>
#include <array>

namespace privet {
namespace {

constexpr std::array<std::string_view, 9> kTellsLittle = {"COORDINATES",    "DATE_TIME",   "IP_ADDRESS",
                                                          "LOCATION",       "MAC_ADDRESS", "PERSON",
                                                          "SOCIAL_PROFILE", "URL",         "USER_HANDLE"};
constexpr std::array<std::string_view, 3> kReachesSomebody = {"EMAIL_ADDRESS", "PHONE_NUMBER", "STREET_ADDRESS"};

}  // namespace

Severity severity_of(std::string_view entity, std::string_view strength) {
  const auto one_of = [&](const auto& names) { return std::find(names.begin(), names.end(), entity) != names.end(); };
  if (entity == "PRIVATE_MESSAGE") return Severity::kHigh;
  if (strength == "weak" || one_of(kTellsLittle)) return Severity::kLow;
  if (strength != "validated" || one_of(kReachesSomebody)) return Severity::kMedium;
  return Severity::kHigh;
}

}  // namespace privet
