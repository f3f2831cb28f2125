// Names of the months, in the languages that write dates with them.
#pragma once

#include <string_view>

namespace privet {

// 1 to 12, or 0 if `word` names no month. Full names and usual abbreviations,
// in the forms that stand in a date ("marca", "июля"), in any case, without a
// dot: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
// Russian, Ukrainian, Swedish, Danish, Norwegian, Finnish, Czech, Hungarian,
// Romanian, Turkish, Greek, Indonesian, Hindi, Arabic.
[[nodiscard]] int month_named(std::string_view word);

}  // namespace privet
