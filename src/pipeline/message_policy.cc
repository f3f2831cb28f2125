#include "pipeline/message_policy.h"

#include <vector>

#include "pipeline/message_rows.h"

namespace privet {

PolicyAnswer ask_policy(const ScanPlan& plan, Worker& worker) {
  const Record& record = worker.original.judge->record();
  std::vector<PolicyFact> facts;
  for (const ProviderField& one : provider_fields(plan, worker))
    facts.push_back({PolicySubject::kSource, record.text(record.field(one.field)).text()});
  const Classification& origin = worker.original.judgement.origin;
  return decide(*plan.messages.policy, origin.message_class, origin.platform, facts);
}

void append_policy_hints(const PolicyAnswer& answer, std::string& out) {
  out.push_back('[');
  if (answer.unknown) {
    out += R"({"kind":"policy_unknown","value":")";
    out += subject_name(*answer.unknown);
    out += R"(","pointer":""})";
  }
  out.push_back(']');
}

}  // namespace privet
