// Labelled text as the learner sees it: runs of tokens, each token as its
// features and the labels that it may have.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detect/names/features.h"
#include "detect/names/labels.h"
#include "detect/names/lexicon.h"
#include "train/sample.h"

namespace privet {

// A bit a label.
using LabelSet = std::uint8_t;
[[nodiscard]] constexpr LabelSet only(Label label) { return static_cast<LabelSet>(1U << index(label)); }

struct Sequences {
  struct One {
    std::uint32_t first;  // token
    std::uint32_t count;
    float weight;
  };
  std::vector<One> all;
  std::vector<FeatureKeys> keys;    // by token
  std::vector<LabelSet> allowed;    // by token; at least one reading of a sequence fits
  std::uint64_t persons = 0;        // labelled
  std::uint64_t persons_whole = 0;  // of these, inside one run
};

// Appends the runs of `set`, each counting `weight`.
void append_sequences(const SampleSet& set, const Lexicon& lexicon, float weight, Sequences& out);

// A person's span without the titles, roles and other words before the name, which are no part of it but are inside the
// spans of some sets.
[[nodiscard]] LabelledSpan without_title(const Lexicon& lexicon, std::string_view text, LabelledSpan span);

}  // namespace privet
