#include "rule/regions.h"

#include <algorithm>

namespace privet {
namespace {

constexpr std::string_view kCountries[] = {
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB",
    "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY",
    "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX",
    "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK",
    "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS",
    "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR",
    "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA",
    "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK",
    "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE",
    "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM",
    "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG",
    "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF",
    "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY",
    "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "XK", "YE", "YT", "ZA", "ZM", "ZW"};

constexpr std::string_view kMembers[] = {"AT", "AX", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
                                         "GF", "GP", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MF", "MQ",
                                         "MT", "NL", "PL", "PT", "RE", "RO", "SE", "SI", "SK", "YT"};
constexpr std::string_view kOnlyEconomicArea[] = {"IS", "LI", "NO"};

}  // namespace

std::span<const std::string_view> country_codes() { return kCountries; }

bool is_in_union(std::string_view code) { return std::binary_search(std::begin(kMembers), std::end(kMembers), code); }

std::vector<std::string> region_members(std::string_view code_or_group) {
  std::vector<std::string> out;
  if (code_or_group == kUnion || code_or_group == kEconomicArea) {
    out.assign(std::begin(kMembers), std::end(kMembers));
    out.emplace_back(kUnion);
    if (code_or_group == kEconomicArea)
      out.insert(out.end(), std::begin(kOnlyEconomicArea), std::end(kOnlyEconomicArea));
  } else {
    out.emplace_back(code_or_group);
  }
  return out;
}

}  // namespace privet
