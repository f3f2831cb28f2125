// The policy's word on a private message.
#pragma once

#include <string>

#include "pipeline/worker.h"
#include "resolve/policy_decision.h"

namespace privet {

// Of worker.original, which is a private message, and worker.hints;
// plan.messages.policy is there.
[[nodiscard]] PolicyAnswer ask_policy(const ScanPlan& plan, Worker& worker);

// {"kind":"policy_unknown","value":"region","pointer":""}, behind other hints:
// what the policy would have had to know, or nothing.
void append_policy_hint(const PolicyAnswer& answer, std::string& out);

}  // namespace privet
