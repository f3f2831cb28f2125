// How persons' names are looked for in running text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"
#include "detect/names/model.h"
#include "rule/rule_set.h"

namespace privet {

// What a probability of 1 is in the model's numbers.
inline constexpr int kNameCertain = 65535;

// How sure a finding must be.
enum class NamesMode : std::uint8_t { kOff, kBalanced, kStrict };

// Immutable, shared by all threads.
struct NamePlan {
  const NameModel* model = nullptr;  // null: --names off
  bool found = false;                // there is a rule for findings; without, only reports are kept free of names
  std::uint16_t least = 0;           // how probable a name must be, of 65,535
  float least_by_rule = 0;           // the same of names that are told otherwise than by the model, 0 to 1
  double min_score = 0;              // what the user asked for
  RuleIndex text{};                  // the rule of their findings

  [[nodiscard]] bool wanted() const { return model != nullptr && found; }
};

// Owns the model; not to be moved after set_up().
class NameDetection {
 public:
  // `model`: the bytes of one, which outlive this. Looks for nothing if `mode`
  // is off; finds nothing, but keeps reports free of names, if `rules` have no
  // finding for them. Fails if the model is damaged or of another version.
  Status set_up(const RuleSet& rules, NamesMode mode, std::string_view model, NamePlan& plan);

 private:
  std::optional<NameModel> model_;
};

}  // namespace privet
