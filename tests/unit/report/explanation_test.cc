// What --explain says of a classification: numbers that add up to the
// probability, each marker where it was found, and nothing that breaks a line.
#include "report/explanation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace privet {
namespace {

Marker marker(const char* id, EvidenceCategory category, double weight, const char* description) {
  Marker out;
  out.id = id;
  out.category = category;
  out.weight = weight;
  out.message_class = weight > 0 ? MessageClass::kDm1to1 : MessageClass::kDocs;
  out.description = description;
  return out;
}

std::string explained(const std::vector<Marker>& list, const std::vector<std::string>& pointers,
                      const MessageFacts& facts = {}, const JudgeOptions& options = {}) {
  MarkerSet markers;
  std::vector<Evidence> evidence(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    markers.add(list[i]);
    evidence[i].marker = static_cast<MarkerIndex>(i);
  }
  std::string out;
  append_explanation(classify(evidence, markers, facts, options), markers, options, pointers, out);
  return out;
}

TEST(Explanation, ShowsTheSumAndTheMarkers) {
  EXPECT_EQ(explained({marker("slack.im", EvidenceCategory::kKeyShape, 8.5, "a direct conversation"),
                       marker("slack.user", EvidenceCategory::kKeyShape, 2, "an account"),
                       marker("line.turns", EvidenceCategory::kTranscript, 5, "turns"),
                       marker("docs.fence", EvidenceCategory::kDocument, -0.5, "a code fence")},
                      {"/is_im", "/text", "", "/text"}),
            "    probability 0.9983, at or above 0.50; log-odds +6.40 =\n"
            "      -4.60 prior, 0.01\n"
            "      +9.00 key_shape, several markers\n"
            "      +2.50 transcript, half\n"
            "      -0.50 document, against\n"
            "    markers, by weight:\n"
            "      +8.50 key_shape slack.im at /is_im: a direct conversation\n"
            "      +5.00 transcript line.turns at /text: turns\n"
            "      +2.00 key_shape slack.user: an account\n"
            "      -0.50 document docs.fence at /text: a code fence\n");
}

TEST(Explanation, SaysHowTheRestCounts) {
  const std::string damped =
      explained({marker("a", EvidenceCategory::kTranscript, 9, "a"), marker("b", EvidenceCategory::kDocument, -5, "b")},
                {"", ""}, {.people = 2, .whole_conversation = true});
  EXPECT_NE(damped.find("      -3.00 document, against a whole conversation: damps by 3 at most\n"), std::string::npos)
      << damped;
  const std::string alone =
      explained({marker("a", EvidenceCategory::kBoilerplate, 4, "a")}, {""}, {}, {.prior = 0.5, .threshold = 0.9});
  EXPECT_NE(alone.find("probability 0.8808, below 0.90; log-odds +2.00 ="), std::string::npos) << alone;
  EXPECT_NE(alone.find("      +2.00 boilerplate, half\n"), std::string::npos) << alone;
}

TEST(Explanation, TellsHowManyItLeavesOut) {
  const std::string text = explained(
      {marker("a", EvidenceCategory::kTranscript, 9, "first"), marker("b", EvidenceCategory::kTranscript, 5, "second")},
      {"/t"});
  EXPECT_NE(text.find("first\n      and 1 more\n"), std::string::npos) << text;
}

TEST(Explanation, LinesCannotBeBroken) {
  const std::string text = explained({marker("a\x1b[2J", EvidenceCategory::kTranscript, 9, "one\ntwo")}, {"/x\ny"});
  EXPECT_NE(text.find("transcript a?[2J at /x?y: one?two\n"), std::string::npos) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5);
}

}  // namespace
}  // namespace privet
