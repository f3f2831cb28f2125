// How private messages are looked for, and what is done with them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "detect/messages/marker_matcher.h"
#include "detect/messages/participants.h"
#include "pipeline/message_action.h"
#include "resolve/classify.h"
#include "rule/policy.h"
#include "rule/rule_set.h"

namespace privet {

// Immutable, shared by all threads.
struct MessagePlan {
  const MarkerMatcher* matcher = nullptr;
  const ParticipantFinder* participants = nullptr;
  JudgeOptions options;
  MessageAction action = MessageAction::kKeep;
  const Policy* policy = nullptr;  // null: none
  // The rules of the findings; absent: not asked for by --entities.
  std::optional<RuleIndex> origin;
  std::optional<RuleIndex> embedded;
  std::optional<RuleIndex> person;
  std::optional<RuleIndex> nickname;

  [[nodiscard]] bool wanted() const { return matcher != nullptr; }
};

// Owns what a MessagePlan points to; not to be moved after set_up().
class MessageDetection {
 public:
  // Compiles `markers` if `rules` have a finding that needs them. `plan` keeps
  // its options. Fails on a pattern that does not compile.
  Status set_up(const RuleSet& rules, MarkerSet markers, bool reference, MessagePlan& plan);
  // What the gates have to watch for; empty if nothing is looked for.
  [[nodiscard]] std::vector<WatchedLiteral> watched() const;

 private:
  MarkerSet markers_;
  std::optional<MarkerMatcher> matcher_;
  std::optional<ParticipantFinder> participants_;
};

}  // namespace privet
