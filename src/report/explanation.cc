#include "report/explanation.h"

#include <fmt/format.h>

#include <iterator>

#include "report/plain_text.h"

namespace privet {
namespace {

std::string_view counted_text(Counted counted) {
  switch (counted) {
    case Counted::kWhole:
      return "";
    case Counted::kHalf:
      return ", half";
    case Counted::kAgainst:
      return ", against";
    case Counted::kDamping:
      return ", against a whole conversation: damps by 3 at most";
  }
  return "";
}

}  // namespace

void append_explanation(const Classification& judged, const MarkerSet& markers, const JudgeOptions& options,
                        std::span<const std::string> pointers, std::string& out) {
  const auto to = std::back_inserter(out);
  const double prior = logit(options.prior);
  const double z = prior + added_log_odds(judged);
  fmt::format_to(to, "    probability {:.4f}, {} {:.2f}; log-odds {:+.2f} =\n", judged.score,
                 judged.score >= options.threshold ? "at or above" : "below", options.threshold, z);
  fmt::format_to(to, "      {:+.2f} prior, {}\n", prior, options.prior);
  for (const EvidencePart& part : judged.sum) {
    fmt::format_to(to, "      {:+.2f} {}{}{}\n", part.log_odds, category_name(part.category),
                   part.several ? ", several markers" : "", counted_text(part.counted));
  }
  out += "    markers, by weight:\n";
  for (std::size_t i = 0; i < pointers.size(); ++i) {
    const WeighedEvidence& one = judged.evidence[i];
    const Marker& marker = markers.marker(one.evidence.marker);
    fmt::format_to(to, "      {:+.2f} {} ", one.weight, category_name(marker.category));
    append_plain(marker.id, out);
    if (!pointers[i].empty()) {
      out += " at ";
      append_plain(pointers[i], out);
    }
    if (!marker.description.empty()) {
      out += ": ";
      append_plain(marker.description, out);
    }
    out.push_back('\n');
  }
  if (judged.evidence.size() > pointers.size())
    fmt::format_to(to, "      and {} more\n", judged.evidence.size() - pointers.size());
}

}  // namespace privet
