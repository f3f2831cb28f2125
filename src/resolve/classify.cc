#include "resolve/classify.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace privet {
namespace {

constexpr double kSeveral = 0.5;
constexpr double kConfirmed = 0.95;
constexpr double kNoticeable = 1;  // damping by less does not take a confirmation away

// Names that fit wherever another does: the narrower one counts, however much
// more speaks for the other. The first for which enough speaks.
struct Narrower {
  std::string_view wide, narrow;
  double least = 0;  // log-odds, and more than none
};
constexpr Narrower kNarrowerPlatforms[] = {
    // Meta's services share the form of their exports.
    {"facebook", "instagram"},
    {"facebook", "messenger"},
    // A network's mail about a message is a message of that network.
    {"email", "linkedin", 4},
};
// An InMail is a direct message, of any number of people, with a subject.
constexpr MessageClass kNarrowestPrivate = MessageClass::kDmInmail;

bool is_origin(EvidenceCategory c) {
  return c != EvidenceCategory::kBoilerplate && c != EvidenceCategory::kPublic && c != EvidenceCategory::kDocument;
}

// The log-odds that the evidence adds to the prior's.
double pooled(const std::vector<WeighedEvidence>& evidence, const MarkerSet& markers, const MessageFacts& facts) {
  std::array<double, kEvidenceCategories.size()> best{};
  std::array<int, kEvidenceCategories.size()> count{};
  std::array<double, 2> against{};  // the strongest of publicness and of documents together
  double damping = 0;
  std::vector<double> negative;
  for (const WeighedEvidence& one : evidence) {
    const EvidenceCategory category = markers.marker(one.evidence.marker).category;
    if (one.weight < 0) {
      if (category == EvidenceCategory::kDocument && facts.whole_conversation) {
        damping = std::max(-kMostDamping, std::min(damping, one.weight));
      } else {
        negative.push_back(one.weight);
      }
      continue;
    }
    const auto c = static_cast<std::size_t>(category);
    best[c] = std::max(best[c], one.weight);
    ++count[c];
  }
  std::sort(negative.begin(), negative.end());
  for (std::size_t i = 0; i < std::min(negative.size(), against.size()); ++i) against[i] = negative[i];
  std::vector<double> sums;
  for (std::size_t c = 0; c < best.size(); ++c) {
    if (count[c] > 0) sums.push_back(best[c] + (count[c] > 1 ? kSeveral : 0));
  }
  std::sort(sums.rbegin(), sums.rend());
  const bool boilerplate_alone =
      sums.size() == 1 && count[static_cast<std::size_t>(EvidenceCategory::kBoilerplate)] > 0;
  double z = against[0] + against[1] + damping;
  for (std::size_t i = 0; i < sums.size(); ++i) z += i == 0 && !boilerplate_alone ? sums[i] : sums[i] / 2;
  return z;
}

// The best by sum of weights.
template <std::size_t N>
std::size_t best_of(const std::array<double, N>& votes) {
  return static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

void name_it(Classification& out, const MarkerSet& markers, const MessageFacts& facts, bool is_private_one) {
  std::array<double, kMessageClasses.size()> classes{};
  std::array<double, kPlatforms.size()> platforms{};
  double open_votes = 0;
  for (const WeighedEvidence& one : out.evidence) {
    const Marker& marker = markers.marker(one.evidence.marker);
    const auto c = static_cast<std::size_t>(marker.message_class);
    if (marker.platform != kGenericPlatform && one.weight > 0)
      platforms[static_cast<std::size_t>(marker.platform)] += one.weight;
    if (marker.message_class == MessageClass::kNone) continue;
    if (is_private_one != is_private(marker.message_class)) continue;
    classes[c] += std::abs(one.weight);
    if (marker.any_dm && one.weight > 0) open_votes += one.weight;
  }
  out.platform = Platform{static_cast<std::uint8_t>(best_of(platforms))};
  const std::string_view wide = platform_name(out.platform);
  for (const Narrower& one : kNarrowerPlatforms) {
    const std::size_t narrow = find_name(kPlatforms, one.narrow).value();
    if (one.wide != wide || platforms[narrow] <= 0 || platforms[narrow] < one.least) continue;
    out.platform = Platform{static_cast<std::uint8_t>(narrow)};
    break;
  }
  constexpr auto kNarrowest = static_cast<std::size_t>(kNarrowestPrivate);
  const std::size_t best = is_private_one && classes[kNarrowest] > 0 ? kNarrowest : best_of(classes);
  if (classes[best] > 0) out.message_class = MessageClass{static_cast<std::uint8_t>(best)};
  if (!is_private_one) return;
  constexpr auto k1to1 = static_cast<std::size_t>(MessageClass::kDm1to1);
  if (out.message_class == MessageClass::kNone) {
    out.message_class = platform_name(out.platform) == "email" ? MessageClass::kPrivateEmail : MessageClass::kDm1to1;
  }
  // The number of people tells two from many, or a word of a group: most markers do not say which.
  const bool open = classes[k1to1] <= open_votes;
  const bool many = facts.people > 2 || classes[static_cast<std::size_t>(MessageClass::kDmGroup)] > 0;
  if (out.message_class == MessageClass::kDm1to1 && open && many) out.message_class = MessageClass::kDmGroup;
}

}  // namespace

Classification classify(std::span<const Evidence> evidence, const MarkerSet& markers, const MessageFacts& facts,
                        const JudgeOptions& options) {
  Classification out;
  for (const Evidence& one : evidence) out.evidence.push_back({one, markers.marker(one.marker).weight});
  std::stable_sort(out.evidence.begin(), out.evidence.end(), [](const WeighedEvidence& a, const WeighedEvidence& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  const double z = std::log(options.prior / (1 - options.prior)) + pooled(out.evidence, markers, facts);
  out.score = 1 / (1 + std::exp(-z));
  bool origin = false;
  bool damped = false;
  for (const WeighedEvidence& one : out.evidence) {
    const EvidenceCategory category = markers.marker(one.evidence.marker).category;
    origin = origin || (one.weight > 0 && is_origin(category));
    damped = damped || (category == EvidenceCategory::kDocument && one.weight <= -kNoticeable);
  }
  out.confirmed = out.score >= kConfirmed && origin && !damped;
  name_it(out, markers, facts, out.score >= options.threshold);
  return out;
}

}  // namespace privet
