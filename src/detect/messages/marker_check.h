// Proves markers of private messages on themselves: `privet rules check`.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rule/marker.h"

namespace privet {

struct MarkerReport {
  std::string id;
  std::vector<std::string> problems;  // each one line, beginning with the marker's file and line
  int instructions = 0;               // of its largest pattern
};

// Checks the markers at `chosen`:
// - they all compile together, and no pattern is too large for RE2's fast engine;
// - each says what it is, for a person;
// - layouts are known ones;
// - it is there in every example in `finds`, beside all other markers, and in
//   none of `ignores`;
// - what it finds opens the judging: one of its triggers stands in the example.
//   A marker without triggers adds to what others have opened, and one that
//   speaks against needs none;
// - no trigger asks for a text so short that it is not read.
//
// An example is a JSON record; of a marker over text or layouts, a text. Lines
// `%path=…` before it say where the record was read.
[[nodiscard]] Result<std::vector<MarkerReport>> check_markers(const MarkerSet& markers,
                                                              const std::vector<MarkerIndex>& chosen);

}  // namespace privet
