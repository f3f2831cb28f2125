#include "pipeline/message_plan.h"

#include <utility>

namespace privet {

Status MessageDetection::set_up(const RuleSet& rules, MarkerSet markers, bool reference, MessagePlan& plan) {
  const auto rule = [&](std::string_view id) {
    const int at = rules.find_rule(id);
    return at < 0 ? std::nullopt : std::optional(RuleIndex{static_cast<std::uint16_t>(at)});
  };
  plan.origin = rule("message.origin");
  plan.embedded = rule("message.embedded");
  plan.person = rule("participant.person");
  plan.nickname = rule("participant.nickname");
  if (!plan.origin && !plan.embedded && !plan.person) return {};
  markers_ = std::move(markers);
  Result<MarkerMatcher> matcher = MarkerMatcher::build(markers_, reference);
  if (!matcher) return fail(matcher);
  matcher_.emplace(std::move(*matcher));
  Result<ParticipantFinder> participants = ParticipantFinder::build(markers_);
  if (!participants) return fail(participants);
  participants_.emplace(std::move(*participants));
  plan.matcher = &*matcher_;
  plan.participants = &*participants_;
  return {};
}

std::vector<WatchedLiteral> MessageDetection::watched() const {
  return matcher_ ? MarkerMatcher::watched(markers_) : std::vector<WatchedLiteral>();
}

}  // namespace privet
