// The rules that the options ask for.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/options.h"
#include "rule/marker.h"
#include "rule/rule_set.h"

namespace privet {

// The built-in rules unless --no-default-rules, then each --rules folder.
//   overridden: ids of ours that a folder replaced, one a line
[[nodiscard]] Result<RuleSet> load_rules(const Options& options, std::string* overridden);

// The markers of private messages: those we are built with unless
// --no-default-rules, then those of each --rules folder; with their weights.
[[nodiscard]] Status load_markers(const Options& options, MarkerSet& markers);

// For stderr, a line for each.
[[nodiscard]] std::string overridden_notice(const std::string& overridden);

// Only the rules of the entities that --entities asks for: "A,B" is just
// those, "+A,-B" the default with edits. An unknown name is an error that
// names the nearest.
[[nodiscard]] Result<RuleSet> choose_entities(const RuleSet& all, const std::string& list);

}  // namespace privet
