#include "detect/names/tagger.h"

#include <algorithm>

namespace privet {
namespace {

// A single word in a line whose other words nobody knows: most are the language's
// own, at the beginning of a sentence or in a heading.
constexpr std::uint16_t kLeastStrange = 55705;  // 0.85

// A name has at most so many tokens, with its dots and particles.
constexpr std::size_t kLongestName = 12;

constexpr std::size_t kNone = index(Label::kNone);
constexpr std::size_t kBegin = index(Label::kBegin);
constexpr std::size_t kInside = index(Label::kInside);

// The sums of eight weights a feature, of which six count. Bytes are moved up by
// 128 so that none is negative, and added as sixteen-bit lanes of one word.
std::array<std::int16_t, 8> sum_weights(const FeatureTable& table, const FeatureKeys& keys) {
  constexpr std::uint64_t kSigns = 0x8080808080808080, kLow = 0x00FF00FF00FF00FF;
  static_assert(kFeatures * 255 < 65536);
  std::uint64_t even = 0, odd = 0;
  for (const std::uint32_t key : keys) {
    const std::uint64_t weights = table.weights_of(key) ^ kSigns;
    even += weights & kLow;
    odd += weights >> 8 & kLow;
  }
  std::array<std::int16_t, 8> sums;
  for (std::size_t lane = 0; lane < 4; ++lane) {
    sums[2 * lane] = static_cast<std::int16_t>((even >> 16 * lane & 0xFFFF) - kFeatures * 128);
    sums[2 * lane + 1] = static_cast<std::int16_t>((odd >> 16 * lane & 0xFFFF) - kFeatures * 128);
  }
  return sums;
}

}  // namespace

NameTagger::NameTagger(const NameModel& model) : model_(&model), cutter_(model.lexicon()) {}

void NameTagger::tag(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out) {
  cutter_.cut(text.text(), [&](const Run& run) { tag_run(run, least, out); });
}

void NameTagger::tag_first(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out) {
  const auto remember = [&](std::uint64_t line) {
    lines_.push_back(line);
    sorted_ = false;
    return false;
  };
  cutter_.cut(text.text(), remember, [&](const Run& run) { tag_run(run, least, out); });
}

void NameTagger::tag_again(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out) {
  if (!sorted_) std::sort(lines_.begin(), lines_.end());
  sorted_ = true;
  const auto is_known = [&](std::uint64_t line) { return std::binary_search(lines_.begin(), lines_.end(), line); };
  cutter_.cut(text.text(), is_known, [&](const Run& run) { tag_run(run, least, out); });
}

void NameTagger::score(const Run& run) {
  const std::size_t count = run.tokens.size();
  emitted_.resize(count);
  keys_.resize(count);
  const FeatureTable& table = model_->features();
  // Each feature is in another place of two megabytes: all are asked for before
  // the first is needed.
  for (std::size_t i = 0; i < count; ++i) {
    features_of(run, i, keys_[i]);
    for (const std::uint32_t key : keys_[i]) table.prefetch(key);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::array<std::int16_t, 8> sums = sum_weights(table, keys_[i]);
    for (std::size_t label = 0; label < kLabels; ++label) emitted_[i][label] = sums[label] * kWeightUnit;
  }
}

// Fills forward_ and backward_; the logarithm of the sum over all readings.
Score NameTagger::sum_paths(std::size_t count) {
  const NameModelTables& tables = model_->tables();
  forward_.resize(count);
  backward_.resize(count);
  for (std::size_t label = 0; label < kLabels; ++label) {
    forward_[0][label] = tables.first[label] + emitted_[0][label];
    backward_[count - 1][label] = tables.last[label];
  }
  for (std::size_t i = 1; i < count; ++i) {
    for (std::size_t to = 0; to < kLabels; ++to) {
      Score sum = forward_[i - 1][0] + tables.transition[0][to];
      for (std::size_t from = 1; from < kLabels; ++from) {
        sum = add_logs(sum, forward_[i - 1][from] + tables.transition[from][to]);
      }
      forward_[i][to] = std::max(sum, kImpossible) + emitted_[i][to];
    }
  }
  for (std::size_t i = count - 1; i > 0; --i) {
    for (std::size_t from = 0; from < kLabels; ++from) {
      Score sum = kImpossible;
      for (std::size_t to = 0; to < kLabels; ++to) {
        sum = add_logs(sum, tables.transition[from][to] + emitted_[i][to] + backward_[i][to]);
      }
      backward_[i - 1][from] = std::max(sum, kImpossible);
    }
  }
  Score total = kImpossible;
  for (std::size_t label = 0; label < kLabels; ++label) {
    total = add_logs(total, forward_[count - 1][label] + tables.last[label]);
  }
  return total;
}

// Adds the names that begin at `first` and are probable enough.
void NameTagger::read_from(const Run& run, std::size_t first, Score total, std::uint16_t least) {
  const NameModelTables& tables = model_->tables();
  const Calibration& calibration = tables.calibration[static_cast<std::size_t>(run.style)];
  const std::size_t count = run.tokens.size();
  Score so_far = forward_[first][kBegin];
  std::size_t label = kBegin;
  for (std::size_t last = first; last < count && last < first + kLongestName; ++last) {
    if (last > first) {
      so_far += tables.transition[label][kInside] + emitted_[last][kInside];
      label = kInside;
    }
    // All that can follow a name that ends here.
    Score after = kImpossible;
    if (last + 1 == count) {
      after = tables.last[label];
    } else {
      for (std::size_t to = 0; to < kLabels; ++to) {
        if (to == kInside) continue;
        after = add_logs(after, tables.transition[label][to] + emitted_[last + 1][to] + backward_[last + 1][to]);
      }
    }
    const Score log_probability = std::min<Score>(0, so_far + after - total);
    const std::uint16_t probability = calibration.probability[Calibration::step_of(log_probability)];
    const bool alone = last == first && run.strange;
    if (probability >= (alone ? std::max(least, kLeastStrange) : least))
      readings_.push_back({first, last, log_probability, probability});
  }
}

void NameTagger::tag_run(const Run& run, std::uint16_t least, std::vector<NameSpan>& out) {
  const std::size_t count = run.tokens.size();
  score(run);
  const Score total = sum_paths(count);
  readings_.clear();
  for (std::size_t i = 0; i < count; ++i) read_from(run, i, total, least);
  // The most probable first, and nothing that overlaps it.
  std::sort(readings_.begin(), readings_.end(), [](const Reading& a, const Reading& b) {
    return a.log_probability != b.log_probability ? a.log_probability > b.log_probability : a.first < b.first;
  });
  const std::size_t first_out = out.size();
  for (const Reading& reading : readings_) {
    const Span<ViewSpace> span{run.tokens[reading.first].begin, run.tokens[reading.last].end};
    const auto taken = [&](const NameSpan& other) { return other.span.overlaps(span); };
    if (std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first_out), out.end(), taken)) continue;
    out.push_back({span, reading.log_probability, run.style, reading.probability});
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(first_out), out.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.span < b.span; });
}

}  // namespace privet
