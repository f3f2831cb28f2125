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

TEST(Cues, count_without_their_marks) {
  const CueWords cues{.words = {"číslo poistenca", "αριθμός μητρώου", "kimlik numarası", "č."}, .window = 40};
  EXPECT_TRUE(near(cues, "cislo poistenca [[123]]"));
  EXPECT_TRUE(near(cues, "ČÍSLO POISTENCA [[123]]"));
  EXPECT_TRUE(near(cues, "ΑΡΙΘΜΟΣ ΜΗΤΡΩΟΥ [[123]]"));
  EXPECT_TRUE(near(cues, "KIMLIK NUMARASI [[123]]"));
  EXPECT_FALSE(near(cues, "c. [[123]]"));  // too short to be sure
}

TEST(Cues, weigh_more_the_nearer_and_longer_they_are) {
  const auto weight = [](const CueWords& cues, const char* text) {
    const Marked marked = parse_marked(text);
    const Span<FieldSpace> span = marked.spans.at(0);
    return CueMatcher(cues).weight_near(Bytes<ViewSpace>(marked.text), {span.begin, span.end});
  };
  const CueWords doctor{.words = {"arzt-nr"}, .window = 60}, premises{.words = {"betriebsstätten-nr"}, .window = 60};
  const char* second = "Betriebsstätten-Nr. 999999900\nArzt-Nr. [[123456601]]";
  const char* first = "Betriebsstätten-Nr. [[999999900]]\nArzt-Nr. 123456601";
  EXPECT_GT(weight(doctor, second), weight(premises, second));
  EXPECT_GT(weight(premises, first), weight(doctor, first));
  const CueWords one{.words = {"passport"}, .window = 40}, two{.words = {"passport", "british passport"}, .window = 40};
  const char* british = "British passport, number [[123456789]]";
  EXPECT_GT(weight(two, british), weight(one, british));
  EXPECT_EQ(weight(two, "a number [[123456789]]"), 0);
}

}  // namespace
}  // namespace privet
