// Numbering plans, as much of them as is cheap: which prefixes and lengths a
// country uses, which of its numbers are fictional, and which ways to print
// them are unmistakable.
//
// The prefixes and lengths let through a little more than the plan does
// (libphonenumber has the last word) and nothing less. Tables are in
// phone_plan_tables.h.
#pragma once

#include <string_view>

namespace privet {

// A plan, and the national number without the trunk prefix.
struct NationalNumber {
  int calling_code = 0;       // 0: not a number of that country
  std::string_view national;  // into the digits given
  bool trunk = false;         // the trunk prefix was written
};

// Whether there are rules for the numbers of this country.
[[nodiscard]] bool has_plan(std::string_view region);

// Reads digits dialled within a country ("02079460958" in "GB"). Calling code 0
// if prefix or length cannot be that country's.
[[nodiscard]] NationalNumber read_national(std::string_view region, std::string_view digits);

// An international number, digits only, cut behind its calling code; calling
// code 0 if it begins with none that a country has.
[[nodiscard]] NationalNumber split_international(std::string_view digits);

// Whether an international number, digits only and without "+", may exist:
// known calling code, possible length, and the plan's prefixes where there is one.
// A trunk zero after the calling code ("4402079460958") is let through.
[[nodiscard]] bool may_be_international(std::string_view digits);

// The same, but only of a country with rules: its lengths and prefixes fit.
[[nodiscard]] bool is_planned_international(std::string_view digits);

// Whether nobody can own the number: the ranges that regulators keep for
// films and books. International digits without "+".
[[nodiscard]] bool is_fictional_phone(std::string_view international_digits);

// Whether `printed` is laid out as only that country prints its phone numbers,
// so that it needs no word beside it. Undivided digits never are.
[[nodiscard]] bool is_unmistakable_phone(std::string_view region, std::string_view printed);

}  // namespace privet
