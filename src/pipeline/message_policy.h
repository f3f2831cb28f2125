// The policy's word on a private message.
#pragma once

#include <string>

#include "pipeline/worker.h"
#include "resolve/policy_decision.h"

namespace privet {

// Of worker.original, which is a private message; plan.messages.policy is there.
[[nodiscard]] PolicyAnswer ask_policy(const ScanPlan& plan, Worker& worker);

// [{"kind":"policy_unknown","value":"region","pointer":""}]: what the policy
// would have had to know, or an empty array.
void append_policy_hints(const PolicyAnswer& answer, std::string& out);

}  // namespace privet
