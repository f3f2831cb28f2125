#include "cli/rules_in_force.h"

#include <algorithm>
#include <set>

#include "detect/places/beside_street.h"
#include "rule/marker_reader.h"
#include "rule/nearest.h"
#include "rule/rule_folder.h"
#include "rule/rule_reader.h"

namespace privet {

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at <= list.size()) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    std::string item = list.substr(at, comma - at);
    std::erase(item, ' ');
    if (!item.empty()) out.push_back(std::move(item));
    at = comma + 1;
  }
  return out;
}

Result<RuleSet> load_rules(const Options& options, MarkerSet* markers, std::string* overridden) {
  RuleSet rules;
  if (!options.no_default_rules) {
    if (Status status = read_builtin_rules(rules); !status) return fail(status);
    if (markers != nullptr) {
      if (Status status = read_builtin_markers(*markers); !status) return fail(status);
    }
  }
  for (const std::string& folder : options.rule_folders) {
    if (Status status = read_rule_folder(folder, rules, markers, overridden); !status) return fail(status);
  }
  if (rules.rules().empty()) return fail(ErrorCode::kUsage, "no rules: --no-default-rules needs --rules DIR");
  std::string unknown;
  if (markers != nullptr && !markers->apply_weights(&unknown))
    return fail(ErrorCode::kConfig, "weights: no marker \"" + unknown + "\"");
  return rules;
}

std::string overridden_notice(const std::string& overridden) {
  std::string out;
  for (std::size_t at = 0; at < overridden.size(); at = overridden.find('\n', at) + 1) {
    out += "privet: rule " + overridden.substr(at, overridden.find('\n', at) - at) + " is overridden by --rules\n";
  }
  return out;
}

namespace {

bool is_found_beside_streets_only(const RuleSet& all, std::string_view entity) {
  return std::all_of(all.rules().begin(), all.rules().end(), [&](const Rule& rule) {
    return all.entity(rule.entity) != entity || rule.gate.kind == GateKind::kAddress;
  });
}

}  // namespace

Result<RuleSet> choose_entities(const RuleSet& all, const std::string& list) {
  if (list.empty()) return default_rules(all);
  const std::vector<std::string> items = split_list(list);
  const bool edits =
      std::any_of(items.begin(), items.end(), [](const std::string& i) { return i[0] == '+' || i[0] == '-'; });
  std::set<std::string> chosen;
  std::set<std::string> named;  // whose rules are looked for even if they are off by default
  if (edits) chosen.insert(all.entities().begin(), all.entities().end());
  for (const std::string& item : items) {
    const bool sign = item[0] == '+' || item[0] == '-';
    const std::string name = sign ? item.substr(1) : item;
    if (edits && !sign)
      return fail(ErrorCode::kUsage, "--entities: either a list of names, or edits that all begin with + or -");
    if (all.find_entity(name) < 0) {
      const std::vector<std::string_view> known(all.entities().begin(), all.entities().end());
      return fail(ErrorCode::kUsage, "--entities: unknown entity \"" + name + "\"" + did_you_mean(name, known));
    }
    if (item[0] == '-') {
      chosen.erase(name);
    } else {
      chosen.insert(name);
      named.insert(name);
    }
  }
  RuleSet out;
  for (const Rule& rule : all.rules()) {
    const std::string& entity = all.entity(rule.entity);
    if (chosen.contains(entity) && (!rule.off || named.contains(entity))) out.add(rule, entity);
  }
  if (out.rules().empty()) return fail(ErrorCode::kUsage, "--entities leaves nothing to look for");
  if (!chosen.contains(std::string(kStreetEntity))) {
    for (const std::string& name : named) {
      if (is_found_beside_streets_only(all, name))
        return fail(ErrorCode::kUsage, "--entities: " + name + " is found beside STREET_ADDRESS only; name both");
    }
  }
  return out;
}

}  // namespace privet
