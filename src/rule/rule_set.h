// All rules in force, immutable after load and shared by every thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "rule/rule.h"

namespace privet {

inline constexpr std::size_t kMaxEntityName = 41;
inline constexpr std::size_t kMaxRules = 0xFFFE;

// [A-Z][A-Z0-9_]{1,40} with at most three digits: what placeholders are known
// again by, so rules must not name an entity otherwise.
[[nodiscard]] bool is_entity_name(std::string_view name);

class RuleSet {
 public:
  // Interns the entity name and appends the rule. A rule of the same id is
  // replaced in place; the return says whether that happened. At most kMaxRules.
  bool add(Rule rule, std::string_view entity);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const Rule& rule(RuleIndex i) const { return rules_[index(i)]; }
  // Presidio's name where it has one: "EMAIL_ADDRESS".
  [[nodiscard]] const std::string& entity(EntityIndex i) const { return entities_[index(i)]; }
  [[nodiscard]] const std::vector<std::string>& entities() const { return entities_; }
  // The files of folders that rules are from, name and text, for a digest of
  // them. (Those we are built with: rule/builtin.h.)
  void note_source(std::string_view name, std::string_view text);
  [[nodiscard]] const std::string& sources() const { return sources_; }
  // What rules are for a reader only: what a scan need not hold.
  void forget_examples();
  // -1 if there is none.
  [[nodiscard]] int find_entity(std::string_view name) const;
  [[nodiscard]] int find_rule(std::string_view id) const;

 private:
  std::vector<Rule> rules_;
  std::vector<std::string> entities_;
  std::map<std::string, RuleIndex, std::less<>> by_id_;
  std::string sources_;
};

// What is looked for where nobody says otherwise: all but the rules that are
// off (Rule::off).
[[nodiscard]] RuleSet default_rules(const RuleSet& all);

}  // namespace privet
