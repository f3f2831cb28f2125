// Cue words: does one of a rule's words stand near a match, as a whole word?
//
// The definition, a rule at a time, for the reference path and the tests; the
// fast path asks for all rules at once (cue_index.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "rule/rule.h"

namespace privet {

// A cue as texts have it, case folded: as it is written, between spaces where its
// script has them, and, if it is long enough to be no other word, without its
// marks: "número de cédula", "numero de cedula".
[[nodiscard]] std::vector<std::string> cue_forms(const std::string& word);

class CueMatcher {
 public:
  CueMatcher() = default;
  explicit CueMatcher(const CueWords& cues);

  // The bytes of the longest cue, folded and a phrase with a space at both ends,
  // that stands in the `window` bytes before `span` or the half of that after it;
  // 0 if none does. Whole words only ("lic" is not in "public"), except for
  // scripts without spaces.
  [[nodiscard]] std::uint32_t longest_near(Bytes<ViewSpace> text, Span<ViewSpace> span) const;
  [[nodiscard]] bool near(Bytes<ViewSpace> text, Span<ViewSpace> span) const { return longest_near(text, span) != 0; }

 private:
  [[nodiscard]] std::uint32_t longest_in(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

  std::vector<std::string> spaced_;    // " two words ", case folded
  std::vector<std::string> unspaced_;  // searched anywhere
  std::uint32_t window_ = 0;
};

}  // namespace privet
