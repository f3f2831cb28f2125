// The context step: what the whole record tells.
#pragma once

#include <span>

#include "base/function_ref.h"
#include "detect/context/context.h"
#include "detect/context/key_book.h"
#include "detect/gate/suspect.h"
#include "detect/record_views.h"
#include "rule/rule_set.h"

namespace privet {

// Adds to `countries` those that the record gives a reason to expect: from
// numbers with "+" or beside a word that one country has (Rule::tells_region),
// the domains of addresses and links, fields that hold a locale, language or
// country, and the language of its longest text.
//   is_spoken_for: whether a word or a name speaks for what is matched at a suspect
void gather_countries(const RecordViews& views, const RuleSet& rules, std::span<const Suspect> suspects,
                      const TellingNames& names, KeyBook& keys, FunctionRef<bool(const Suspect&)> is_spoken_for,
                      CountrySet& countries);

}  // namespace privet
