// Evidence to classification: is this record somebody's private message?
//
//   z = logit(prior) + s1 + (s2 + s3 + ...) / 2 + against,   score = 1 / (1 + e^-z)
//
// Markers of one category are correlated (a platform's export has all its keys
// at once), so each category counts once: its best weight, and half a point
// more if there are several. s1 is the best category, s2 and s3 the others;
// boilerplate alone counts half. `against` is the sum of the two strongest
// markers that speak against. Documents and code (category `document`) damp by
// at most kMostDamping where a record holds a whole conversation, so that a
// code fence around a dump is no way out.
#pragma once

#include <span>
#include <vector>

#include "detect/messages/evidence.h"
#include "rule/marker.h"

namespace privet {

struct WeighedEvidence {
  Evidence evidence;
  double weight = 0;
};

struct Classification {
  MessageClass message_class = MessageClass::kNone;  // private, or why not
  Platform platform = kGenericPlatform;
  double score = 0;
  bool confirmed = false;                 // 0.95 or more, by evidence of origin, and nothing damped it
  std::vector<WeighedEvidence> evidence;  // the strongest first; for and against
};

struct JudgeOptions {
  double prior = 0.01;
  double threshold = 0.5;
};

// What the record tells besides markers.
struct MessageFacts {
  std::uint32_t people = 0;         // different participants and speakers
  bool whole_conversation = false;  // 20 message headers, or five telephone numbers or accounts
};

inline constexpr double kMostDamping = 3;

[[nodiscard]] Classification classify(std::span<const Evidence> evidence, const MarkerSet& markers,
                                      const MessageFacts& facts, const JudgeOptions& options);

}  // namespace privet
