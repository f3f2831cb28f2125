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

// How much a cue of `size` bytes at `place` speaks for a value: the longer it is and the nearer it
// stands the more, and behind the value half as much. Never 0. So "Arzt-Nr." right before a number
// outweighs "Betriebsstätten-Nr." of the line before, and "British passport" a bare "passport".
// Each further cue adds kMoreCues, up to kMostMore times.
inline constexpr std::uint32_t kMoreCues = 2, kMostMore = 3;
[[nodiscard]] std::uint32_t cue_weight(std::uint32_t size, Span<ViewSpace> place, Span<ViewSpace> value);

class CueMatcher {
 public:
  CueMatcher() = default;
  explicit CueMatcher(const CueWords& cues);

  // The greatest weight of the cues that stand in the `window` bytes before `span` or the half of
  // that after it, and what further ones add; 0 if there is none. A cue's size is that of its folded
  // form, a phrase's with a space at both ends. Whole words only ("lic" is not in "public"), except
  // for scripts without spaces.
  [[nodiscard]] std::uint32_t weight_near(Bytes<ViewSpace> text, Span<ViewSpace> span) const;
  [[nodiscard]] bool near(Bytes<ViewSpace> text, Span<ViewSpace> span) const { return weight_near(text, span) != 0; }

 private:
  struct Found {
    std::uint32_t greatest = 0;
    std::vector<std::string_view> cues;
  };
  void find_in(std::string_view text, Span<ViewSpace> where, Span<ViewSpace> value, Found& found) const;

  std::vector<std::string> spaced_;    // " two words ", case folded
  std::vector<std::string> unspaced_;  // searched anywhere
  std::uint32_t window_ = 0;
};

}  // namespace privet
