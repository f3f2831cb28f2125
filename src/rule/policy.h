// A policy as it is written: which private messages may be used.
//
//   default = "allow"                       what no rule decides
//
//   [[rule]]
//   id       = "linkedin-eea"
//   platform = "linkedin"
//   region   = ["EEA", "GB", "CH"]
//   decision = "block"
//
// Rules are asked in their order and the first that holds decides; how is in
// resolve/policy_decision.h. A policy speaks of records that are private
// messages, not of conversations that are quoted in others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rule/message_kind.h"

namespace privet {

enum class Decision : std::uint8_t { kAllow, kReview, kBlock };
inline constexpr std::size_t kDecisions = 3;
inline constexpr std::array<std::string_view, kDecisions> kDecisionNames = {"allow", "review", "block"};
[[nodiscard]] constexpr std::string_view decision_name(Decision d) {
  return kDecisionNames[static_cast<std::size_t>(d)];
}

// What a rule may ask of a record, and a record may not tell.
enum class PolicySubject : std::uint8_t {
  kRegion,    // ISO 3166 codes, "EU"
  kLanguage,  // ISO 639 codes
  kDate,      // days of its messages, as YYYY-MM-DD
  kSource,    // who it is from: values of the fields that say so
  kConsent,
  kOptOut,
  kAllowIncoming,
  kVisibility,
};
inline constexpr std::array<std::string_view, 8> kPolicySubjects = {
    "region", "language", "date", "source", "consent", "opt_out", "allow_incoming", "visibility"};
[[nodiscard]] constexpr std::string_view subject_name(PolicySubject s) {
  return kPolicySubjects[static_cast<std::size_t>(s)];
}

// What records say of consent and of opting out, of whose messages somebody
// lets in, and of who may see a message.
inline constexpr std::array<std::string_view, 3> kConsentWords = {"true", "false", "pending"};
inline constexpr std::array<std::string_view, 3> kIncomingWords = {"all", "following", "none"};
inline constexpr std::array<std::string_view, 29> kVisibilityWords = {
    "public",     "private",      "unlisted",
    "direct",     "followers",    "connections",
    "friends",    "internal",     "members",
    "team",       "personal",     "everyone",
    "restricted", "company",      "anyone",
    "world",      "organization", "secret",
    "self",       "only_me",      "subscribers",
    "mutuals",    "limited",      "logged_in",
    "customers",  "agents",       "friends_of_friends",
    "group",      "guild"};

enum class PolicyTest : std::uint8_t {
  kOneOf,
  kBefore,  // days earlier than the value
  kAfter,   // days later than the value
};

struct PolicyCondition {
  PolicySubject subject{};
  PolicyTest test = PolicyTest::kOneOf;
  std::vector<std::string>
      values;  // groups of regions as their members; of a source a `*` at its end stands for any rest
};

struct PolicyRule {
  std::string id;
  std::vector<MessageClass> classes;  // empty: every private one
  std::vector<Platform> platforms;    // empty: every one
  std::vector<PolicyCondition> conditions;
  Decision decision = Decision::kReview;
  bool unknown_allows = false;  // where the record does not tell, the rule is passed over
};

struct Policy {
  std::vector<PolicyRule> rules;
  Decision otherwise = Decision::kReview;
};

// What decided where no rule did; no rule has this id.
inline constexpr std::string_view kPolicyDefault = "default";

}  // namespace privet
