// Cue words: does one of a rule's words stand near a match, as a whole word?
//
// The definition, a rule at a time, for the reference path and the tests; the
// fast path asks for all rules at once (cue_index.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/string_hash.h"
#include "rule/rule.h"

namespace privet {

class CueMatcher {
 public:
  CueMatcher() = default;
  explicit CueMatcher(const CueWords& cues);

  // True if a cue word stands in the `window` bytes before `span` or the half
  // of that after it. Whole words only ("lic" is not in "public"), except for
  // scripts without spaces.
  [[nodiscard]] bool near(Bytes<ViewSpace> text, Span<ViewSpace> span) const;

 private:
  [[nodiscard]] bool holds_cue(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

  StringSet words_;                    // single words, case folded
  std::vector<std::string> phrases_;   // " two words ", case folded
  std::vector<std::string> unspaced_;  // searched anywhere
  std::uint32_t window_ = 0;
};

}  // namespace privet
