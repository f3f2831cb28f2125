// A rule as SARIF's tool.driver.rules describes it: what it looks for, on whose
// authority, how sure it is, and what a person does about a finding.
#pragma once

#include <string>
#include <string_view>

#include "record/json_write.h"
#include "report/severity.h"
#include "rule/rule_set.h"

namespace privet {

// Text as a SARIF message holds it: braces, which would be places for arguments,
// doubled; brackets, which would be links, and backslashes behind a backslash.
[[nodiscard]] std::string sarif_text(std::string_view text);

// error, warning or note: a result's level, and a rule's default one.
[[nodiscard]] std::string_view sarif_level(Severity severity);

// Writes the reportingDescriptor of the rule that is called `id`. One that is
// not in `rules` is described by its entity alone.
//   entity, strength  as its findings have them
void write_sarif_rule(const RuleSet& rules, std::string_view id, std::string_view entity, std::string_view strength,
                      JsonWriter& json);

}  // namespace privet
