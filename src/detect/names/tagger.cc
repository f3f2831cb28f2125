#include "detect/names/tagger.h"

#include <algorithm>

#include "detect/names/word_hash.h"

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

// Of all that the features of a run are made from.
std::uint64_t hash_of(const Run& run) {
  const std::uint64_t line = static_cast<std::uint64_t>(run.style) << 3 | (run.strange ? 4U : 0U) |
                             (run.begins_line ? 2U : 0U) | (run.ends_line ? 1U : 0U);
  std::uint64_t hash = mix_hash(run.tokens.size(), line);
  for (const WordInfo& word : run.infos) {
    const std::uint64_t sketch =
        std::uint64_t{word.facts.bits()} << 16 | static_cast<std::uint64_t>(word.shape) << 8 | word.letters;
    hash = mix_hash(hash, std::uint64_t{word.word} << 32 | sketch);
  }
  for (const std::uint8_t begins : run.begins_sentence) hash = mix_hash(hash, begins);
  return hash;
}

}  // namespace

NameTagger::NameTagger(const NameModel& model)
    : model_(&model), cutter_(model.lexicon()), word_scores_(model.features()) {
  const NameModelTables& tables = model.tables();
  const auto& way = tables.transition;
  moves_.in = tables.first[kNone] - tables.first[kBegin];
  moves_.out_of_begin = tables.last[kNone] - tables.last[kBegin];
  moves_.out_of_inside = tables.last[kNone] - tables.last[kInside];
  for (std::size_t label = 0; label < kLabels; ++label) {
    moves_.in = std::min(moves_.in, way[label][kNone] - way[label][kBegin]);
    if (label == kInside) continue;  // does not follow what ends
    moves_.out_of_begin = std::min(moves_.out_of_begin, way[kNone][label] - way[kBegin][label]);
    moves_.out_of_inside = std::min(moves_.out_of_inside, way[kNone][label] - way[kInside][label]);
  }
  moves_.from_begin = way[kNone][kNone] - way[kBegin][kInside];
  moves_.from_inside = way[kNone][kNone] - way[kInside][kInside];
}

void NameTagger::tag(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out) {
  cutter_.cut(text.text(), [&](const Run& run) { tag_run(run, least, out); });
}

void NameTagger::tag_first(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out) {
  const auto remember = [&](std::uint64_t line) {
    lines_.push_back(line);
    sorted_ = false;
    return false;
  };
  cutter_.cut(text.text(), remember, [&](const Run& run) {
    const std::size_t before = out.size();
    tag_run(run, least, out);
    if (out.size() == before) runs_.push_back(hash_of(run));
  });
}

void NameTagger::tag_again(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out) {
  if (!sorted_) {
    std::sort(lines_.begin(), lines_.end());
    std::sort(runs_.begin(), runs_.end());
    sorted_ = true;
  }
  const auto is_known = [&](std::uint64_t line) { return std::binary_search(lines_.begin(), lines_.end(), line); };
  cutter_.cut(text.text(), is_known, [&](const Run& run) {
    if (!std::binary_search(runs_.begin(), runs_.end(), hash_of(run))) tag_run(run, least, out);
  });
}

void NameTagger::score(const Run& run) {
  const std::size_t count = run.tokens.size();
  emitted_.resize(count);
  places_.resize(count);
  const FeatureTable& table = model_->features();
  // Each feature is in another place of two megabytes: all are asked for before
  // the first is needed.
  for (std::size_t i = 0; i < count; ++i) {
    std::array<std::uint32_t, kAroundFeatures> keys;
    features_around(run, i, keys);
    for (std::size_t f = 0; f < kAroundFeatures; ++f) places_[i][f] = table.locate(keys[f]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const WeightSums around = sum_weights(table, places_[i]);
    const WeightSums& word = word_scores_.of(run.infos[Run::kAround + i]);
    for (std::size_t label = 0; label < kLabels; ++label)
      emitted_[i][label] = (around[label] + word[label]) * kWeightUnit;
  }
}

// How far every reading with a name is behind the same reading without it.
Score NameTagger::least_lead() const {
  Score lead = -kImpossible, inside = -kImpossible;
  for (std::size_t i = 0; i < emitted_.size(); ++i) {
    const Column& token = emitted_[i];
    const Score begin = moves_.in + token[kNone] - token[kBegin];
    if (i > 0) {
      const Score before = moves_.in + emitted_[i - 1][kNone] - emitted_[i - 1][kBegin];
      inside = std::min(before + moves_.from_begin, inside + moves_.from_inside) + token[kNone] - token[kInside];
      inside = std::min(inside, -kImpossible);
    }
    lead = std::min({lead, begin + moves_.out_of_begin, inside + moves_.out_of_inside});
  }
  return lead;
}

// Most runs hold no name, and most of these leave no doubt: a reading that is
// behind another by so much is less probable than what is looked for, and
// nothing need be summed to say so.
bool NameTagger::surely_none(LineStyle style, std::uint16_t least) {
  constexpr Score kRounding = 256;  // of all sums of logarithms that follow
  if (enough_ != least) {
    enough_ = least;
    for (std::size_t i = 0; i < kLineStyles; ++i) {
      const auto& probability = model_->tables().calibration[i].probability;
      last_step_[i] = 0;
      for (std::size_t step = 0; step < probability.size(); ++step) {
        if (probability[step] >= least) last_step_[i] = step;
      }
    }
  }
  return Calibration::step_of(kRounding - least_lead()) > last_step_[static_cast<std::size_t>(style)];
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
  if (surely_none(run.style, least)) return;
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
