// Cue words near a match.
#include "detect/context/cues.h"

#include <gtest/gtest.h>

#include "rule/marked.h"

namespace privet {
namespace {

bool near(const CueWords& cues, const char* text) {
  const Marked marked = parse_marked(text);
  const Span<FieldSpace> span = marked.spans.at(0);
  return CueMatcher(cues).near(Bytes<ViewSpace>(marked.text), {span.begin, span.end});
}

TEST(Cues, whole_words_in_any_case_before_and_after) {
  const CueWords cues{.words = {"tel", "toll free", "téléphone", "电话"}, .window = 20, .boost = 0.1F};
  struct Case {
    const char* text;
    bool found;
  };
  const Case cases[] = {
      // Before.
      {"Tel: [[555-0123]]", true},
      {"hotel [[555-0123]]", false},
      {"tel_no [[555-0123]]", false},
      {"TÉLÉPHONE [[555-0123]]", true},
      {"Toll  Free [[555-0123]]", true},
      {"toll is free [[555-0123]]", false},
      {"请打电话[[555-0123]]", true},
      // After: half the window.
      {"[[555-0123]] (tel)", true},
      {"[[555-0123]] is our tel", false},
      // Not in the match itself, and not across its ends.
      {"x [[tel 555]] y", false},
      {"[[555]]tel", false},
      // The window ends inside a word: that word is none.
      {"a tel ............... [[555-0123]]", true},
      {"a tel ................ [[555-0123]]", false},
      {"", false},
  };
  for (const Case& c : cases) {
    if (*c.text != '\0') {
      EXPECT_EQ(near(cues, c.text), c.found) << c.text;
    }
  }
  EXPECT_FALSE(near({}, "tel [[555-0123]]"));
}

}  // namespace
}  // namespace privet
