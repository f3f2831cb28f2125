#include "pipeline/name_plan.h"

namespace privet {
namespace {

// Leaves fields, headers, titles and mentions of whole names (names/record_names.h),
// and what is in a list and has a cue too (names/caseless.h).
constexpr float kStrictByRule = 0.9F;

}  // namespace

Status NameDetection::set_up(const RuleSet& rules, NamesMode mode, std::string_view model, NamePlan& plan) {
  if (mode == NamesMode::kOff) return {};
  const Result<NameModel> read = NameModel::read(model);
  if (!read) return tl::unexpected(read.error());
  model_ = *read;
  plan.model = &*model_;
  if (const int text = rules.find_rule("person.name"); text >= 0) {
    plan.found = true;
    plan.text = RuleIndex{static_cast<std::uint16_t>(text)};
  }
  if (mode == NamesMode::kStrict) plan.least_by_rule = kStrictByRule;
  plan.least = mode == NamesMode::kStrict ? model_->tables().strict_least : model_->tables().balanced_least;
  return {};
}

}  // namespace privet
