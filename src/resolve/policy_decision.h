// A policy and what a private message tells: may it be used?
//
// Conditions have three values. One holds, fails, or is unknown, since the
// record does not tell what it asks for. A rule holds if all its conditions
// hold, and fails if one fails. If one is unknown and none fails, the rule
// decides `review`, whatever it would have decided; or it is passed over, if it
// says unknown = "allow". The first rule that decides is the answer.
//
// A record may tell more than one: the country of a field, of a telephone
// number, of an address. Doubt is against use: to block or review, one of them
// is enough; to allow, all must be as the rule wants.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "rule/policy.h"

namespace privet {

struct PolicyFact {
  PolicySubject subject{};
  std::string_view value;
};

struct PolicyAnswer {
  Decision decision = Decision::kReview;
  std::string_view rule;                 // its id, of the policy; kPolicyDefault
  std::optional<PolicySubject> unknown;  // for want of this it is `review`
};

[[nodiscard]] PolicyAnswer decide(const Policy& policy, MessageClass message_class, Platform platform,
                                  std::span<const PolicyFact> facts);

}  // namespace privet
