#include "pipeline/message_policy.h"

#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/message_rows.h"

namespace privet {

namespace {

std::optional<PolicySubject> subject_of(HintKind kind) {
  switch (kind) {
    case HintKind::kRegion:
      return PolicySubject::kRegion;
    case HintKind::kLocale:
    case HintKind::kLanguage:
      return PolicySubject::kLanguage;
    case HintKind::kDateFirst:
    case HintKind::kDateLast:
      return PolicySubject::kDate;
    case HintKind::kConsent:
      return PolicySubject::kConsent;
    case HintKind::kOptOut:
      return PolicySubject::kOptOut;
    case HintKind::kAllowIncoming:
      return PolicySubject::kAllowIncoming;
    case HintKind::kVisibility:
      return PolicySubject::kVisibility;
    case HintKind::kTimeZone:
      break;  // its country is a hint of its own
  }
  return {};
}

}  // namespace

PolicyAnswer ask_policy(const ScanPlan& plan, Worker& worker) {
  const Record& record = worker.original.judge->record();
  std::vector<PolicyFact> facts;
  for (const ProviderField& one : provider_fields(plan, worker))
    facts.push_back({PolicySubject::kSource, record.text(record.field(one.field)).text()});
  for (const Hint& hint : worker.hints) {
    const std::optional<PolicySubject> subject = subject_of(hint.kind);
    const std::string_view value = hint.value;
    if (!subject) continue;
    // A locale's language: "de" of "de-CH".
    facts.push_back({*subject, hint.kind == HintKind::kLocale ? value.substr(0, value.find('-')) : value});
  }
  const Classification& origin = worker.original.judgement.origin;
  return decide(*plan.messages.policy, origin.message_class, origin.platform, facts);
}

void append_policy_hint(const PolicyAnswer& answer, std::string& out) {
  if (!answer.unknown) return;
  if (out.ends_with('}')) out.push_back(',');
  out += R"({"kind":"policy_unknown","value":")";
  out += subject_name(*answer.unknown);
  out += R"(","pointer":""})";
}

}  // namespace privet
