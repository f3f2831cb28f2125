#include "train/calibrate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace privet {
namespace {

constexpr float kFull = 65535;

// A step's findings; neighbours that are in the wrong order become one.
struct Pool {
  double right = 0, all = 0;
  std::size_t steps = 1;
  [[nodiscard]] double share() const { return right / all; }
};

Calibration fit(const std::array<Pool, Calibration::kSteps>& counts) {
  std::vector<Pool> pools;
  for (const Pool& count : counts) {
    pools.push_back(count);
    // Less certain must not be more often right.
    while (pools.size() > 1 && pools[pools.size() - 2].share() < pools.back().share()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().right += last.right;
      pools.back().all += last.all;
      pools.back().steps += last.steps;
    }
  }
  Calibration calibration;
  std::size_t at = 0;
  for (const Pool& pool : pools) {
    for (std::size_t i = 0; i < pool.steps; ++i) {
      calibration.probability[at++] = static_cast<std::uint16_t>(std::lround(pool.share() * kFull));
    }
  }
  return calibration;
}

}  // namespace

std::array<Calibration, kLineStyles> uncalibrated() {
  Calibration one;
  for (std::size_t i = 0; i < Calibration::kSteps; ++i)
    one.probability[i] = static_cast<std::uint16_t>(60000 - 500 * i);
  std::array<Calibration, kLineStyles> all;
  all.fill(one);
  return all;
}

std::array<Calibration, kLineStyles> calibrate(const std::vector<Judged>& judged) {
  // Every step begins with a few findings as the whole of all styles has them,
  // so that none is empty and a style with few findings follows the others.
  std::array<Pool, Calibration::kSteps> everywhere{};
  for (Pool& pool : everywhere) pool = {.right = 0.05, .all = 0.1};
  const auto add = [](const Judged& one, std::array<Pool, Calibration::kSteps>& pools) {
    Pool& pool = pools[Calibration::step_of(one.span.log_probability)];
    pool.all += one.weight;
    // A span that only overlaps a name is half right.
    pool.right += one.weight * (one.exact ? 1.0F : one.overlap ? 0.5F : 0.0F);
  };
  for (const Judged& one : judged) add(one, everywhere);
  const Calibration general = fit(everywhere);
  std::array<Calibration, kLineStyles> all;
  for (std::size_t style = 0; style < kLineStyles; ++style) {
    std::array<Pool, Calibration::kSteps> pools{};
    for (std::size_t i = 0; i < pools.size(); ++i) {
      constexpr double kPrior = 20;
      pools[i] = {.right = kPrior * general.probability[i] / kFull, .all = kPrior};
    }
    for (const Judged& one : judged) {
      if (static_cast<std::size_t>(one.span.style) == style) add(one, pools);
    }
    all[style] = fit(pools);
  }
  return all;
}

}  // namespace privet
