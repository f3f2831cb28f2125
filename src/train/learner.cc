#include "train/learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "train/random.h"

namespace privet {
namespace {

using Column = std::array<float, kLabels>;
// Features that know which word it is (detect/names/features.cc, in order).
constexpr std::array<std::size_t, 2> kTelling = {0, 1};

using Chances = std::array<double, kLabels>;

// A feature's weights and what AdaGrad keeps of each, in one line of the cache.
struct alignas(64) Row {
  Column weights{};
  Column squares{};
};

class Learner {
 public:
  Learner(const Sequences& data, const Rows& rows, std::size_t row_count, const LearnOptions& options)
      : data_(data), rows_(rows), options_(options), random_(options.seed) {
    table_.assign(row_count, {});
  }

  Weights learn() {
    std::vector<std::uint32_t> order(data_.all.size());
    std::iota(order.begin(), order.end(), 0U);
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
      for (const std::uint32_t i : order) step(data_.all[i]);
      if (epoch + kAveraged >= options_.epochs) add_to_average();
    }
    return averaged();
  }

 private:
  // Which features are looked at this time: a bit each.
  std::uint64_t choose_features() {
    const auto often = [](float p) { return static_cast<std::uint64_t>(p * 65536.0F); };
    std::uint64_t chosen = 0;
    std::uint64_t bits = 0;
    for (std::size_t f = 0; f < kFeatures; ++f) {
      if (f % 4 == 0) bits = random_.next();
      if ((bits & 0xFFFF) >= often(options_.drop_feature)) chosen |= std::uint64_t{1} << f;
      bits >>= 16;
    }
    if ((random_.next() & 0xFFFF) < often(options_.drop_word)) {
      for (const std::size_t f : kTelling) chosen &= ~(std::uint64_t{1} << f);
    }
    return chosen;
  }

  // exp() of what the token's features and the transitions say.
  void exponentiate(std::size_t count) {
    odds_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const float high = *std::max_element(emitted_[i].begin(), emitted_[i].end());
      for (std::size_t label = 0; label < kLabels; ++label) {
        odds_[i][label] = std::exp(static_cast<double>(emitted_[i][label] - high));
      }
    }
    for (std::size_t from = 0; from < kLabels; ++from) {
      const bool may_begin = may_follow(Label::kNone, static_cast<Label>(from));
      first_odds_[from] = may_begin ? std::exp(double{weights_.first[from]}) : 0;
      last_odds_[from] = std::exp(double{weights_.last[from]});
      for (std::size_t to = 0; to < kLabels && count > 1; ++to) {
        const bool may = may_follow(static_cast<Label>(from), static_cast<Label>(to));
        transition_odds_[from][to] = may ? std::exp(double{weights_.transition[from][to]}) : 0;
      }
    }
  }

  static bool scale(Chances& chances) {
    const double sum = std::accumulate(chances.begin(), chances.end(), 0.0);
    if (sum <= 0) return false;
    for (double& chance : chances) chance /= sum;
    return true;
  }

  // How probable each label of each token is among the readings that `allowed` lets through, and the expected uses of
  // each transition, times `sign`. False if there is no such reading.
  bool marginals(std::size_t count, const LabelSet* allowed, double sign, std::vector<Chances>& out) {
    forward_.resize(count);
    backward_.resize(count);
    out.resize(count);
    const auto odds = [&](std::size_t i, std::size_t label) {
      return allowed == nullptr || (allowed[i] >> label & 1) != 0 ? odds_[i][label] : 0;
    };
    for (std::size_t to = 0; to < kLabels; ++to) forward_[0][to] = first_odds_[to] * odds(0, to);
    if (!scale(forward_[0])) return false;
    for (std::size_t i = 1; i < count; ++i) {
      for (std::size_t to = 0; to < kLabels; ++to) {
        double sum = 0;
        for (std::size_t from = 0; from < kLabels; ++from) sum += forward_[i - 1][from] * transition_odds_[from][to];
        forward_[i][to] = sum * odds(i, to);
      }
      if (!scale(forward_[i])) return false;
    }
    backward_[count - 1] = last_odds_;
    for (std::size_t i = count - 1; i > 0; --i) {
      for (std::size_t from = 0; from < kLabels; ++from) {
        double sum = 0;
        for (std::size_t to = 0; to < kLabels; ++to) {
          sum += transition_odds_[from][to] * odds(i, to) * backward_[i][to];
        }
        backward_[i - 1][from] = sum;
      }
      scale(backward_[i - 1]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t label = 0; label < kLabels; ++label) out[i][label] = forward_[i][label] * backward_[i][label];
      if (!scale(out[i])) return false;
    }
    for (std::size_t i = 1; i < count; ++i) {
      std::array<Chances, kLabels> pair{};
      double sum = 0;
      for (std::size_t from = 0; from < kLabels; ++from) {
        for (std::size_t to = 0; to < kLabels; ++to) {
          sum += pair[from][to] = forward_[i - 1][from] * transition_odds_[from][to] * odds(i, to) * backward_[i][to];
        }
      }
      for (std::size_t from = 0; from < kLabels; ++from) {
        for (std::size_t to = 0; to < kLabels; ++to) uses_[from][to] += sign * pair[from][to] / sum;
      }
    }
    return true;
  }

  // The mean of the last epochs' weights is steadier than the last.
  static constexpr int kAveraged = 3;
  static void add(const Column& from, Column& to) {
    for (std::size_t label = 0; label < kLabels; ++label) to[label] += from[label];
  }
  void add_to_average() {
    average_.rows.resize(table_.size());
    for (std::size_t row = 0; row < table_.size(); ++row) add(table_[row].weights, average_.rows[row]);
    for (std::size_t from = 0; from < kLabels; ++from) add(weights_.transition[from], average_.transition[from]);
    add(weights_.first, average_.first);
    add(weights_.last, average_.last);
    ++averaged_;
  }
  Weights averaged() {
    const auto divide = [&](Column& column) {
      for (float& weight : column) weight /= static_cast<float>(averaged_);
    };
    std::for_each(average_.rows.begin(), average_.rows.end(), divide);
    std::for_each(average_.transition.begin(), average_.transition.end(), divide);
    divide(average_.first);
    divide(average_.last);
    return std::move(average_);
  }

  void move(float& weight, float& squares, double gradient) {
    const auto g = static_cast<float>(gradient);
    squares += g * g;
    weight += options_.rate * g / std::sqrt(squares + 1e-4F);
  }

  void step(const Sequences::One& one) {
    const float scale = 1 / (1 - options_.drop_feature);
    emitted_.assign(one.count, {});
    chosen_.resize(one.count);
    for (std::size_t i = 0; i < one.count; ++i) {
      chosen_[i] = choose_features();
      const FeatureKeys& rows = rows_[one.first + i];
      for (std::size_t f = 0; f < kFeatures; ++f) {
        if ((chosen_[i] >> f & 1) == 0 || rows[f] == kNoRow) continue;
        const Column& row = table_[rows[f]].weights;
        for (std::size_t label = 0; label < kLabels; ++label) emitted_[i][label] += row[label];
      }
      for (float& score : emitted_[i]) score *= scale;
    }
    const LabelSet* const allowed = data_.allowed.data() + one.first;
    uses_ = {};
    exponentiate(one.count);
    // Labels that no reading has: a name's inside without its beginning.
    if (!marginals(one.count, allowed, 1, wanted_)) return;
    if (!marginals(one.count, nullptr, -1, found_)) return;
    for (std::size_t i = 0; i < one.count; ++i) {
      Column gradient;
      for (std::size_t label = 0; label < kLabels; ++label)
        gradient[label] = one.weight * static_cast<float>(wanted_[i][label] - found_[i][label]);
      const bool small = std::all_of(gradient.begin(), gradient.end(), [](float g) { return std::abs(g) < 1e-3F; });
      if (small) continue;
      const FeatureKeys& rows = rows_[one.first + i];
      for (std::size_t f = 0; f < kFeatures; ++f) {
        if ((chosen_[i] >> f & 1) == 0 || rows[f] == kNoRow) continue;
        Row& row = table_[rows[f]];
        for (std::size_t label = 0; label < kLabels; ++label) {
          const float g = gradient[label] - options_.shrink * row.weights[label];
          row.squares[label] += g * g;
          row.weights[label] += options_.rate * g / std::sqrt(row.squares[label] + 1e-4F);
        }
      }
    }
    for (std::size_t from = 0; from < kLabels; ++from) {
      for (std::size_t to = 0; to < kLabels; ++to) {
        if (uses_[from][to] != 0)
          move(weights_.transition[from][to], transition_squares_[from][to], one.weight * uses_[from][to]);
      }
    }
    for (std::size_t label = 0; label < kLabels; ++label) {
      const std::size_t end = one.count - 1;
      move(weights_.first[label], first_squares_[label], one.weight * (wanted_[0][label] - found_[0][label]));
      move(weights_.last[label], last_squares_[label], one.weight * (wanted_[end][label] - found_[end][label]));
    }
  }

  const Sequences& data_;
  const Rows& rows_;
  const LearnOptions& options_;
  Random random_;
  Weights weights_, average_;
  int averaged_ = 0;
  std::vector<Row> table_;
  std::array<Column, kLabels> transition_squares_{};
  Column first_squares_{}, last_squares_{};
  std::vector<Column> emitted_;
  std::vector<Chances> odds_, forward_, backward_, wanted_, found_;
  Chances first_odds_{}, last_odds_{};
  std::array<Chances, kLabels> transition_odds_{}, uses_{};
  std::vector<std::uint64_t> chosen_;
};

}  // namespace

Weights learn(const Sequences& data, const Rows& rows, std::size_t row_count, const LearnOptions& options) {
  return Learner(data, rows, row_count, options).learn();
}

}  // namespace privet
