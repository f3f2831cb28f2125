#include "redact/operators.h"

#include <array>

namespace privet {
namespace {

// By the enumerators' values.
constexpr std::array<std::string_view, 6> kActions = {"keep", "replace", "number", "redact", "mask", "hash"};
static_assert(kActions[static_cast<std::size_t>(Action::kHash)] == "hash");
constexpr std::array<std::string_view, 3> kKeysModes = {"redact", "report", "skip"};

template <class Enum, std::size_t N>
std::optional<Enum> find_in(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view action_name(Action action) { return kActions[static_cast<std::size_t>(action)]; }

std::span<const std::string_view> action_names() { return kActions; }

std::optional<Action> find_action(std::string_view name) { return find_in<Action>(kActions, name); }

std::optional<KeysMode> find_keys_mode(std::string_view name) { return find_in<KeysMode>(kKeysModes, name); }

Action action_for(const Finding& finding, FieldKind kind, std::string_view entity, const RedactPlan& plan) {
  if (is_key(kind) && plan.keys != KeysMode::kRedact) return Action::kKeep;
  const bool identifies_nobody =
      (plan.keep_reserved_ip && entity == "IP_ADDRESS") || (plan.keep_nobody && entity == "PERSON");
  if (finding.reserved && (plan.keep_reserved || identifies_nobody)) return Action::kKeep;
  const std::size_t at = index(finding.entity);
  return at < plan.by_entity.size() ? plan.by_entity[at] : Action::kReplace;
}

}  // namespace privet
