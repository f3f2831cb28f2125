#include "detect/names/nobody.h"

#include <algorithm>
#include <array>

#include "detect/proof/chars.h"

namespace privet {
namespace {

// "John Doe" of the courts, and what takes its place elsewhere.
constexpr std::array<std::string_view, 10> kNobody = {
    "John Doe",     "Jane Doe",      "Joe Bloggs",       "Joe Public", "Max Mustermann",
    "Ola Nordmann", "Kari Nordmann", "Erika Mustermann", "Foo Bar",    "Juan Nadie"};

}  // namespace

bool is_nobody(std::string_view name) {
  return std::any_of(kNobody.begin(), kNobody.end(),
                     [&](std::string_view nobody) { return equal_ignoring_case(name, nobody); });
}

}  // namespace privet
