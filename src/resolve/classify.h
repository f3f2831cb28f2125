// Evidence to classification: is this record somebody's private message?
//
//   z = logit(prior) + s1 + (s2 + s3 + ...) / 2 + against,   score = 1 / (1 + e^-z)
//
// Markers of one category are correlated (a platform's export has all its keys
// at once), so each category counts once: its best weight, and half a point
// more if there are several. s1 is the best category, s2 and s3 the others;
// boilerplate alone, or beside less than 1, counts half. `against` is the sum
// of the two strongest markers that speak against. Documents and code (category
// `document`) damp by at most kMostDamping where a record holds a whole
// conversation, so that a code fence around a dump is no way out.
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

// How a part of the sum counts.
enum class Counted : std::uint8_t {
  kWhole,    // a category, as it is
  kHalf,     // a category, half of it
  kAgainst,  // one marker that speaks against
  kDamping,  // of a whole conversation, by documents: no less than -kMostDamping
};

// A part of what the evidence adds to the prior's log-odds. A category's
// log-odds are those of its best marker, and half a point more if `several`.
struct EvidencePart {
  EvidenceCategory category{};
  Counted counted{};
  bool several = false;
  double log_odds = 0;  // as it counts: halved if it counts half
};

struct Classification {
  MessageClass message_class = MessageClass::kNone;  // private, or why not
  Platform platform = kGenericPlatform;
  double score = 0;
  bool confirmed = false;                 // 0.95 or more, by evidence of origin, and nothing damped it
  std::vector<WeighedEvidence> evidence;  // the strongest first; for and against
  std::vector<EvidencePart> sum;          // z without the prior: those for, the largest first, then those against
};

struct JudgeOptions {
  double prior = 0.01;
  double threshold = 0.5;
};

// What the record tells besides markers.
struct MessageFacts {
  std::uint32_t people = 0;         // different participants and speakers
  bool whole_conversation = false;  // 20 message headers, or five telephone numbers or accounts
  // The platform that the text around names: of a conversation that no marker
  // says one of. It says nothing of how likely a message is.
  Platform named = kGenericPlatform;
};

inline constexpr double kMostDamping = 3;

[[nodiscard]] double logit(double probability);
// What the evidence adds to the prior's: the sum of `sum`.
[[nodiscard]] double added_log_odds(const Classification& judged);

[[nodiscard]] Classification classify(std::span<const Evidence> evidence, const MarkerSet& markers,
                                      const MessageFacts& facts, const JudgeOptions& options);

}  // namespace privet
