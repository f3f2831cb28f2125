// What is done to a finding: the operators by name, and a run's plan of them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "record/record.h"
#include "redact/placeholder.h"
#include "resolve/finding.h"

namespace privet {

class Keyring;

// `keep`, `replace`, `number`, `redact`, `mask`, `hash`: as options and
// reports say it.
[[nodiscard]] std::string_view action_name(Action action);
[[nodiscard]] std::optional<Action> find_action(std::string_view name);
[[nodiscard]] std::span<const std::string_view> action_names();

enum class KeysMode : std::uint8_t {
  kRedact,  // like values, and kept unique in their object
  kReport,  // found, but left as they are
  kSkip,    // not looked at
};
[[nodiscard]] std::optional<KeysMode> find_keys_mode(std::string_view name);

struct RedactPlan {
  std::vector<Action> by_entity = {};  // by EntityIndex; replace for those beyond its end
  PlaceholderStyle style = {};
  // mask: how many code points at the end of a value stay, at most a quarter of
  // it. 0 hides all.
  std::size_t mask_keep_last = 0;
  KeysMode keys = KeysMode::kRedact;
  bool keep_reserved = false;       // values nobody can own stay
  bool keep_reserved_ip = true;     // loopback, private and documentation addresses stay
  bool keep_nobody = true;          // so does "John Doe"
  const Keyring* tokens = nullptr;  // needed if any action is hash
};

// What the plan does to a finding.
//   kind: of its field;  entity: the entity's name
[[nodiscard]] Action action_for(const Finding& finding, FieldKind kind, std::string_view entity,
                                const RedactPlan& plan);

}  // namespace privet
