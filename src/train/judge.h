// What a model finds in labelled text, and whether it is right.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/names/model.h"
#include "detect/names/tagger.h"
#include "train/sample.h"

namespace privet {

struct Judged {
  NameSpan span;
  std::uint32_t sample = 0;
  bool exact = false;    // a labelled span, title left off
  bool overlap = false;  // shares a byte with one
  float weight = 1;
};

struct SetScores {
  std::string name;
  std::vector<Judged> found;
  std::uint64_t persons = 0;        // labelled
  std::uint64_t persons_whole = 0;  // of these, inside one run: no threshold finds more
};

// `model` must keep every finding, however improbable (uncalibrated()).
[[nodiscard]] SetScores judge_set(const NameModel& model, const SampleSet& set);

// Lines of figures: at the step that would have been best, and at each of `least`.
[[nodiscard]] std::string figures_of(const SetScores& scores, const std::array<Calibration, kLineStyles>& calibration,
                                     const std::vector<double>& least);

// Every error at the best step, a line each: set, kind, step, span, and what stands around it. Kinds are "gate" (no run
// holds the name), "miss", "bound" (shares something with a name) and "false".
[[nodiscard]] std::string errors_of(const NameModel& model, const SampleSet& set, const SetScores& scores);

}  // namespace privet
