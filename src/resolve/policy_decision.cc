#include "resolve/policy_decision.h"

#include <algorithm>

#include "rule/regions.h"

namespace privet {
namespace {

enum class Truth { kNo, kUnknown, kYes };

Truth of(bool holds) { return holds ? Truth::kYes : Truth::kNo; }

template <class List, class Value>
bool holds_or_empty(const List& list, const Value& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

bool matches_source(std::string_view pattern, std::string_view value) {
  return pattern.ends_with('*') ? value.starts_with(pattern.substr(0, pattern.size() - 1)) : value == pattern;
}

// Days in ISO 8601 sort as text.
Truth test(const PolicyCondition& condition, std::string_view value) {
  const auto any = [&](const auto& matches) {
    return std::any_of(condition.values.begin(), condition.values.end(), matches);
  };
  switch (condition.test) {
    case PolicyTest::kBefore:
      return of(value < condition.values.front());
    case PolicyTest::kAfter:
      return of(value > condition.values.front());
    case PolicyTest::kOneOf:
      break;
  }
  if (condition.subject == PolicySubject::kSource)
    return of(any([&](const std::string& one) { return matches_source(one, value); }));
  if (any([&](const std::string& one) { return one == value; })) return Truth::kYes;
  // Somewhere in the Union, and perhaps where the rule asks for.
  const bool perhaps = condition.subject == PolicySubject::kRegion && value == kUnion &&
                       any([](const std::string& one) { return is_in_union(one); });
  return perhaps ? Truth::kUnknown : Truth::kNo;
}

Truth test(const PolicyCondition& condition, bool all, std::span<const PolicyFact> facts) {
  bool told = false;
  Truth least = Truth::kYes;
  Truth most = Truth::kNo;
  for (const PolicyFact& fact : facts) {
    if (fact.subject != condition.subject) continue;
    const Truth one = test(condition, fact.value);
    told = true;
    least = std::min(least, one);
    most = std::max(most, one);
  }
  if (!told) return Truth::kUnknown;
  return all ? least : most;
}

}  // namespace

PolicyAnswer decide(const Policy& policy, MessageClass message_class, Platform platform,
                    std::span<const PolicyFact> facts) {
  for (const PolicyRule& rule : policy.rules) {
    if (!holds_or_empty(rule.classes, message_class) || !holds_or_empty(rule.platforms, platform)) continue;
    bool fails = false;
    std::optional<PolicySubject> unknown;
    for (const PolicyCondition& condition : rule.conditions) {
      const Truth truth = test(condition, rule.decision == Decision::kAllow, facts);
      fails = fails || truth == Truth::kNo;
      if (truth == Truth::kUnknown && !unknown) unknown = condition.subject;
    }
    if (fails || (unknown && rule.unknown_allows)) continue;
    return {unknown ? Decision::kReview : rule.decision, rule.id, unknown};
  }
  return {policy.otherwise, kPolicyDefault, {}};
}

}  // namespace privet
