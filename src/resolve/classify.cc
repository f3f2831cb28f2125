#include "resolve/classify.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace privet {
namespace {

constexpr double kSeveral = 0.5;
constexpr std::size_t kMostAgainst = 2;
constexpr double kConfirmed = 0.95;
constexpr double kOpenVote = 0.5;  // for a class, of a marker that leaves the number of people open
constexpr double kNoticeable = 1;  // less damping takes no confirmation away, less evidence is no company

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
    {"messenger", "instagram"},
    // Its database on Android began as that of text messages.
    {"sms", "signal", 4},
    // A network's mail about a message is a message of that network.
    {"email", "linkedin", 4},
};
// An InMail is a direct message, of any number of people, with a subject.
constexpr MessageClass kNarrowestPrivate = MessageClass::kDmInmail;

bool is_origin(EvidenceCategory c) {
  return c != EvidenceCategory::kBoilerplate && c != EvidenceCategory::kPublic && c != EvidenceCategory::kDocument;
}

// What the evidence adds to the prior's log-odds, part by part.
std::vector<EvidencePart> pooled(const std::vector<WeighedEvidence>& evidence, const MarkerSet& markers,
                                 const MessageFacts& facts) {
  std::array<EvidencePart, kEvidenceCategories.size()> best{};
  std::array<int, kEvidenceCategories.size()> count{};
  EvidencePart damping{EvidenceCategory::kDocument, Counted::kDamping, false, 0};
  std::vector<EvidencePart> against;
  for (const WeighedEvidence& one : evidence) {
    const EvidenceCategory category = markers.marker(one.evidence.marker).category;
    if (one.weight < 0) {
      if (category == EvidenceCategory::kDocument && facts.whole_conversation) {
        damping.log_odds = std::max(-kMostDamping, std::min(damping.log_odds, one.weight));
      } else {
        against.push_back({category, Counted::kAgainst, false, one.weight});
      }
      continue;
    }
    const auto c = static_cast<std::size_t>(category);
    best[c].category = category;
    best[c].log_odds = std::max(best[c].log_odds, one.weight);
    ++count[c];
  }
  std::vector<EvidencePart> sum;
  for (std::size_t c = 0; c < best.size(); ++c) {
    if (count[c] == 0) continue;
    best[c].several = count[c] > 1;
    best[c].log_odds += best[c].several ? kSeveral : 0;
    sum.push_back(best[c]);
  }
  const auto by_size = [](const EvidencePart& a, const EvidencePart& b) {
    return std::abs(a.log_odds) > std::abs(b.log_odds);
  };
  std::stable_sort(sum.begin(), sum.end(), by_size);
  const bool boilerplate_alone = !sum.empty() && sum.front().category == EvidenceCategory::kBoilerplate &&
                                 (sum.size() == 1 || sum[1].log_odds < kNoticeable);
  for (std::size_t i = boilerplate_alone ? 0 : 1; i < sum.size(); ++i) {
    sum[i].counted = Counted::kHalf;
    sum[i].log_odds /= 2;
  }
  // Publicness and documents together.
  std::stable_sort(against.begin(), against.end(), by_size);
  against.resize(std::min(against.size(), kMostAgainst));
  sum.insert(sum.end(), against.begin(), against.end());
  if (damping.log_odds < 0) sum.push_back(damping);
  return sum;
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
      platforms[static_cast<std::size_t>(marker.platform)] += marker.vote.value_or(one.weight);
    if (marker.message_class == MessageClass::kNone) continue;
    if (is_private_one != is_private(marker.message_class)) continue;
    classes[c] += std::abs(one.weight) * (marker.any_dm ? kOpenVote : 1);
    if (marker.any_dm && one.weight > 0) open_votes += one.weight * kOpenVote;
  }
  out.platform = Platform{static_cast<std::uint8_t>(best_of(platforms))};
  const std::string_view wide = platform_name(out.platform);
  for (const Narrower& one : kNarrowerPlatforms) {
    const std::size_t narrow = find_name(kPlatforms, one.narrow).value();
    if (one.wide != wide || platforms[narrow] <= 0 || platforms[narrow] < one.least) continue;
    out.platform = Platform{static_cast<std::uint8_t>(narrow)};
    break;
  }
  if (out.platform == kGenericPlatform && is_private_one) out.platform = facts.named;
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

double logit(double probability) { return std::log(probability / (1 - probability)); }

double added_log_odds(const Classification& judged) {
  double sum = 0;
  for (const EvidencePart& part : judged.sum) sum += part.log_odds;
  return sum;
}

Classification classify(std::span<const Evidence> evidence, const MarkerSet& markers, const MessageFacts& facts,
                        const JudgeOptions& options) {
  Classification out;
  for (const Evidence& one : evidence) out.evidence.push_back({one, markers.marker(one.marker).weight});
  std::stable_sort(out.evidence.begin(), out.evidence.end(), [](const WeighedEvidence& a, const WeighedEvidence& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  out.sum = pooled(out.evidence, markers, facts);
  const double z = logit(options.prior) + added_log_odds(out);
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
