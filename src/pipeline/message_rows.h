// What the report says of a private message, without a word of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "pipeline/message_counts.h"
#include "pipeline/worker.h"

namespace privet {

// [{"marker":"slack.im-object","category":"key_shape","pointer":"/is_im","weight":9},…]
// for and against, the strongest first, at most kMostEvidence.
inline constexpr std::size_t kMostEvidence = 24;
void append_evidence(const ScanPlan& plan, Worker& worker, const Classification& judged, std::string& out);

// The same for a person, with what it adds up to (report/explanation.h).
void append_explained(const ScanPlan& plan, Worker& worker, const Classification& judged, std::string& out);

// The fields that say who the private message of worker.original is from.
struct ProviderField {
  std::string key;
  FieldIndex field{};  // of the judging's own reading; a string, not empty
};
[[nodiscard]] std::vector<ProviderField> provider_fields(const ScanPlan& plan, Worker& worker);

// Who the private message of worker.original came from: the texts of its
// provider keys, as a report may show them.
void count_providers(const ScanPlan& plan, Worker& worker, ProviderCounts& providers);

// An embedded conversation in all coordinates but the view's.
struct EmbeddedPlace {
  Span<FieldSpace> bytes;
  Span<RecordSpace> raw;
  std::uint32_t cp_begin = 0, cp_end = 0;
};
[[nodiscard]] EmbeddedPlace place_of(const RecordScan& scan, const EmbeddedMessage& message);

}  // namespace privet
