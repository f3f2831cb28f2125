// Finds persons' names in running text: runs, their features, the best reading
// of each run, and how probable it is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "detect/names/features.h"
#include "detect/names/labels.h"
#include "detect/names/log_sum.h"
#include "detect/names/model.h"
#include "detect/names/runs.h"
#include "detect/names/word_scores.h"

namespace privet {

struct NameSpan {
  Span<ViewSpace> span;
  Score log_probability = 0;  // that exactly this is a name, by the model alone
  LineStyle style{};
  std::uint16_t probability = 0;  // calibrated, of 65,535
};

// One per worker; the model is shared and outlives it.
class NameTagger {
 public:
  explicit NameTagger(const NameModel& model);

  // Appends every name in `text` that is at least `least` (of 65,535) probable,
  // in order, none overlapping another.
  void tag(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out);

  // For a record that is looked at twice: tag_first() remembers the lines that it
  // has seen, and the runs that hold no name; tag_again() passes over those that
  // are still the same, with all that is around them.
  void forget() { lines_.clear(), runs_.clear(), sorted_ = true; }
  void tag_first(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out);
  void tag_again(Bytes<ViewSpace> text, std::uint16_t least, std::vector<NameSpan>& out);

 private:
  using Column = std::array<Score, kLabels>;

  // What a reading gains, at least, by the transitions alone, if a name's labels
  // become kNone: on the way in, inside and out, whatever stands around them.
  struct Moves {
    Score in = 0, from_begin = 0, from_inside = 0, out_of_begin = 0, out_of_inside = 0;
  };

  void score(const Run& run);
  [[nodiscard]] Score least_lead() const;
  [[nodiscard]] bool surely_none(LineStyle style, std::uint16_t least);
  void tag_run(const Run& run, std::uint16_t least, std::vector<NameSpan>& out);
  Score sum_paths(std::size_t count);
  struct Reading {
    std::size_t first, last;  // tokens, both in the name
    Score log_probability;
    std::uint16_t probability;
  };
  void read_from(const Run& run, std::size_t first, Score total, std::uint16_t least);

  const NameModel* model_;
  Moves moves_;
  // Of a log probability in steps, the furthest from certainty that can be
  // enough; for `enough_` of 65,535.
  std::array<std::size_t, kLineStyles> last_step_{};
  std::uint32_t enough_ = 0x10000;
  RunCutter cutter_;
  WordScores word_scores_;
  std::vector<std::array<std::uint64_t, kAroundFeatures>> places_;  // by token, as are the others
  std::vector<Column> emitted_;
  std::vector<Column> forward_;   // all ways to come to a label, with its own score
  std::vector<Column> backward_;  // all ways to go on from it
  std::vector<Reading> readings_;
  std::vector<std::uint64_t> lines_;  // seen, by RunCutter's hash
  std::vector<std::uint64_t> runs_;   // without a name
  bool sorted_ = true;
};

}  // namespace privet
