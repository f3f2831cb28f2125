#include "rule/rule_set.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace privet {

bool is_entity_name(std::string_view name) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return name.size() >= 2 && name.size() <= kMaxEntityName && capital(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return capital(c) || digit(c) || c == '_'; }) &&
         std::count_if(name.begin(), name.end(), digit) <= 3;
}

bool RuleSet::add(Rule rule, std::string_view entity) {
  int found = find_entity(entity);
  if (found < 0) {
    found = static_cast<int>(entities_.size());
    entities_.emplace_back(entity);
  }
  rule.entity = EntityIndex{static_cast<std::uint16_t>(found)};
  if (const auto it = by_id_.find(rule.id); it != by_id_.end()) {
    rules_[index(it->second)] = std::move(rule);
    return true;
  }
  PRIVET_CHECK(rules_.size() < kMaxRules);
  by_id_.emplace(rule.id, RuleIndex{static_cast<std::uint16_t>(rules_.size())});
  rules_.push_back(std::move(rule));
  return false;
}

void RuleSet::note_source(std::string_view name, std::string_view text) {
  for (const std::string_view part : {name, text}) {
    sources_ += part;
    sources_.push_back('\0');
  }
}

void RuleSet::forget_examples() {
  for (Rule& rule : rules_) {
    rule.finds = {};
    rule.ignores = {};
    rule.description = {};
  }
}

int RuleSet::find_entity(std::string_view name) const {
  const auto it = std::find(entities_.begin(), entities_.end(), name);
  return it == entities_.end() ? -1 : static_cast<int>(it - entities_.begin());
}

int RuleSet::find_rule(std::string_view id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? -1 : static_cast<int>(index(it->second));
}

RuleSet default_rules(const RuleSet& all) {
  RuleSet out;
  for (const Rule& rule : all.rules()) {
    if (!rule.off) out.add(rule, all.entity(rule.entity));
  }
  return out;
}

}  // namespace privet
