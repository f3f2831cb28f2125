// What else PHONE_NUMBER needs beside its validator: one spelling per number.
//
// The validator, validate_phone(), is declared in validators.h. It asks in
// this order: what stands around (phone_surroundings.h), the plan's prefixes,
// lengths and fictional ranges (phone_plan.h), and last libphonenumber, which
// costs some 20 microseconds.
#pragma once

#include <string>
#include <string_view>

namespace privet {

// The digits of a phone number, with "+" in front of an international one
// ("+" or "00"), without the "(0)" of "+44 (0)20": equal for two spellings of
// one number. An extension keeps its digits behind an "x". Idempotent.
[[nodiscard]] std::string phone_normal_form(std::string_view value);

}  // namespace privet
