// --id-countries: whose national identifiers are looked for.
#pragma once

#include <string>

#include "base/result.h"
#include "rule/rule_set.h"

namespace privet {

// `rules` without the national identifiers of all countries but these. What is
// no identifier of one country (telephone numbers, streets, cards) stays.
//   list: ISO 3166-1 codes and the groups EU and EEA in either case, or `none`;
//         empty: all countries
// EU_VAT, one rule for all members, stays if one of them or GB (for Northern
// Ireland's XI) is listed. Fails on an unknown code, naming the nearest.
[[nodiscard]] Result<RuleSet> choose_id_countries(RuleSet rules, const std::string& list);

}  // namespace privet
