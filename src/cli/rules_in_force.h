// The rules that the options ask for.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "rule/marker.h"
#include "rule/rule_set.h"

namespace privet {

// The built-in rules unless --no-default-rules, then each --rules folder.
//   markers: of private messages, from the same places, with their weights;
//            null if they are not asked for
//   overridden: ids of ours that a folder replaced, one a line
[[nodiscard]] Result<RuleSet> load_rules(const Options& options, MarkerSet* markers, std::string* overridden);

// For stderr, a line for each.
[[nodiscard]] std::string overridden_notice(const std::string& overridden);

// The items of "A, B,C", without spaces and empty ones.
[[nodiscard]] std::vector<std::string> split_list(const std::string& list);

// Only the rules of the entities that --entities asks for: "A,B" is just
// those, "+A,-B" the default with edits. Rules that are off by
// default are looked for only if their entity is named. An unknown name is an
// error that names the nearest.
[[nodiscard]] Result<RuleSet> choose_entities(const RuleSet& all, const std::string& list);

}  // namespace privet
