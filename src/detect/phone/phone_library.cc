#include "detect/phone/phone_library.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

namespace privet {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

// Made once; const and safe on every thread.
const PhoneNumberUtil& library() {
  static const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  return util;
}

// What Parse() makes of the digits, without its dozen regular expressions.
PhoneNumber compose(int calling_code, std::string_view national) {
  PhoneNumber number;
  std::uint64_t value = 0;
  std::from_chars(national.data(), national.data() + national.size(), value);
  number.set_country_code(calling_code);
  number.set_national_number(value);
  const std::size_t zeros = std::min(national.find_first_not_of('0'), national.size() - 1);
  if (zeros > 0) number.set_italian_leading_zero(true);
  if (zeros > 1) number.set_number_of_leading_zeros(static_cast<int>(zeros));
  return number;
}

PhoneOpinion judge(const PhoneNumber& number) {
  PhoneOpinion opinion;
  opinion.calling_code = number.country_code();
  std::string code;
  library().GetRegionCodeForNumber(number, &code);
  // IsValidNumber() asks the same and throws the answer away.
  const PhoneNumberUtil::PhoneNumberType type = library().GetNumberType(number);
  opinion.valid = type != PhoneNumberUtil::UNKNOWN;
  opinion.mobile = type == PhoneNumberUtil::MOBILE || type == PhoneNumberUtil::FIXED_LINE_OR_MOBILE;
  // A fictional number may be invalid there and still tell its country by the calling code.
  if (code.size() != 2 || code == "ZZ") library().GetRegionCodeForCountryCode(number.country_code(), &code);
  if (code.size() == 2 && code != "ZZ") opinion.region = {code[0], code[1]};
  return opinion;
}

}  // namespace

PhoneOpinion judge_phone(int calling_code, std::string_view national) { return judge(compose(calling_code, national)); }

PhoneOpinion judge_dialled_phone(std::string_view dialled, std::string_view region) {
  PhoneNumber parsed;
  const auto error = library().Parse(std::string(dialled), std::string(region), &parsed);
  return error == PhoneNumberUtil::NO_PARSING_ERROR ? judge(parsed) : PhoneOpinion();
}

}  // namespace privet
