// How evidence adds up: pooling by category, limits, the prior, and the names.
#include "resolve/classify.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace privet {
namespace {

using enum EvidenceCategory;

// A marker in short: what the sums need of it.
struct Sign {
  EvidenceCategory category;
  double weight;
  MessageClass message_class = MessageClass::kNone;
  const char* platform = "generic";
  bool any_dm = false;
  std::optional<double> vote = {};
};

Classification judged(const std::vector<Sign>& signs, const MessageFacts& facts = {},
                      const JudgeOptions& options = {}) {
  static MarkerSet markers;  // outlives what is returned
  markers = MarkerSet();
  std::vector<Evidence> evidence;
  for (const Sign& sign : signs) {
    Marker marker;
    marker.id = std::to_string(evidence.size());
    marker.category = sign.category;
    marker.weight = sign.weight;
    marker.message_class = sign.message_class;
    marker.any_dm = sign.any_dm;
    marker.vote = sign.vote;
    marker.platform = Platform{static_cast<std::uint8_t>(*find_name(kPlatforms, sign.platform))};
    markers.add(std::move(marker));
    Evidence one;
    one.marker = static_cast<MarkerIndex>(evidence.size());
    evidence.push_back(one);
  }
  return classify(evidence, markers, facts, options);
}

// What the evidence adds, at a prior of one half: whose logit is 0.
double added(const std::vector<Sign>& signs, const MessageFacts& facts = {}) {
  return logit(judged(signs, facts, {.prior = 0.5}).score);
}

// What --explain shows is what the score is made of.
TEST(Classify, PartsAddUpToTheScore) {
  const std::vector<std::vector<Sign>> all = {
      {},
      {{kBoilerplate, 4}},
      {{kKeyShape, 4}, {kKeyShape, 3}, {kTranscript, 3}, {kIdentifier, 5}},
      {{kKeyShape, 4}, {kPublic, -2}, {kDocument, -3}, {kPublic, -1}},
      {{kTranscript, 6}, {kDocument, -5}, {kPublic, -1}},
  };
  for (const bool whole : {false, true}) {
    for (const std::vector<Sign>& signs : all) {
      const Classification one = judged(signs, {.people = 2, .whole_conversation = whole}, {.prior = 0.2});
      double z = logit(0.2);
      for (const EvidencePart& part : one.sum) z += part.log_odds;
      EXPECT_NEAR(z, logit(one.score), 1e-9);
    }
  }
  const auto sum = judged(all[3]).sum;
  ASSERT_EQ(sum.size(), 3U);
  EXPECT_EQ(sum[1].category, kDocument);  // the stronger one first
  EXPECT_EQ(sum[1].counted, Counted::kAgainst);
}

// A record that names its application is believed, though that tells little of
// privacy.
TEST(Classify, AVoteCountsForThePlatformAlone) {
  const std::vector<Sign> signs = {{kKeyShape, 7, MessageClass::kDm1to1, "slack"},
                                   {kMetadata, 1, MessageClass::kNone, "messenger", false, 8}};
  EXPECT_EQ(platform_name(judged(signs).platform), "messenger");
  EXPECT_NEAR(added(signs), 7.5, 1e-9);
}

TEST(Classify, NoEvidenceLeavesThePrior) {
  EXPECT_NEAR(judged({}, {}, {.prior = 0.01}).score, 0.01, 1e-12);
  EXPECT_FALSE(judged({}).confirmed);
  EXPECT_EQ(judged({}).message_class, MessageClass::kNone);
}

TEST(Classify, OneCategoryCountsOnce) {
  EXPECT_NEAR(added({{kKeyShape, 4}}), 4, 1e-9);
  // The best, and half a point more, however many.
  EXPECT_NEAR(added({{kKeyShape, 4}, {kKeyShape, 3}}), 4.5, 1e-9);
  EXPECT_NEAR(added({{kKeyShape, 4}, {kKeyShape, 3}, {kKeyShape, 2}, {kKeyShape, 1}}), 4.5, 1e-9);
}

TEST(Classify, OtherCategoriesCountHalf) {
  EXPECT_NEAR(added({{kKeyShape, 4}, {kTranscript, 3}}), 5.5, 1e-9);
  EXPECT_NEAR(added({{kTranscript, 3}, {kIdentifier, 2}, {kKeyShape, 4}}), 6.5, 1e-9);
}

TEST(Classify, BoilerplateAloneCountsHalf) {
  EXPECT_NEAR(added({{kBoilerplate, 4}}), 2, 1e-9);
  EXPECT_NEAR(added({{kBoilerplate, 4}, {kTranscript, 1}}), 4.5, 1e-9);
  EXPECT_NEAR(added({{kBoilerplate, 4}, {kIdentifier, 0.3}}), 2.15, 1e-9);
}

TEST(Classify, TwoStrongestAgainstCount) {
  EXPECT_NEAR(added({{kKeyShape, 9}, {kPublic, -2}}), 7, 1e-9);
  EXPECT_NEAR(added({{kKeyShape, 9}, {kPublic, -2}, {kDocument, -3}}), 4, 1e-9);
  EXPECT_NEAR(added({{kKeyShape, 9}, {kPublic, -2}, {kDocument, -3}, {kPublic, -1}, {kPublic, -2}}), 4, 1e-9);
}

TEST(Classify, DocumentsDampAWholeConversationALittleOnly) {
  const MessageFacts whole{.people = 2, .whole_conversation = true};
  EXPECT_NEAR(added({{kTranscript, 9}, {kDocument, -8}, {kDocument, -7}}), -6, 1e-9);
  EXPECT_NEAR(added({{kTranscript, 9}, {kDocument, -8}, {kDocument, -7}}, whole), 9 - kMostDamping, 1e-9);
  EXPECT_NEAR(added({{kTranscript, 9}, {kDocument, -2}}, whole), 7, 1e-9);
  EXPECT_NEAR(added({{kTranscript, 9}, {kPublic, -8}}, whole), 1, 1e-9);  // no document
}

TEST(Classify, ThePriorShiftsTheLogitExactly) {
  const std::vector<Sign> signs = {{kKeyShape, 3}, {kTranscript, 2}, {kPublic, -1.5}};
  const double at_half = added(signs);
  for (const double prior : {0.0001, 0.01, 0.2, 0.5, 0.9}) {
    EXPECT_NEAR(logit(judged(signs, {}, {.prior = prior}).score), logit(prior) + at_half, 1e-9) << prior;
  }
}

TEST(Classify, ConfirmedNeedsOriginAndNoDocument) {
  EXPECT_TRUE(judged({{kKeyShape, 9}}).confirmed);
  EXPECT_FALSE(judged({{kKeyShape, 7}}).confirmed);  // 0.917 at the default prior
  EXPECT_FALSE(judged({{kBoilerplate, 20}, {kBoilerplate, 20}}).confirmed);
  EXPECT_FALSE(judged({{kKeyShape, 12}, {kDocument, -1}}).confirmed);
  EXPECT_TRUE(judged({{kKeyShape, 12}, {kDocument, -0.5}}).confirmed);
}

TEST(Classify, EvidenceComesStrongestFirst) {
  const Classification out = judged({{kKeyShape, 1}, {kPublic, -5}, {kTranscript, 3}, {kEnvelope, -3}});
  std::vector<double> weights;
  for (const WeighedEvidence& one : out.evidence) weights.push_back(one.weight);
  EXPECT_EQ(weights, (std::vector<double>{-5, 3, -3, 1}));
}

TEST(Classify, ClassAndPlatformAreThoseWithMostWeight) {
  using enum MessageClass;
  const auto both = judged({{kKeyShape, 4, kDmInmail, "linkedin"},
                            {kTranscript, 6, kDm1to1, "slack"},
                            {kIdentifier, 3, kDmInmail, "linkedin"}});
  EXPECT_EQ(both.message_class, kDmInmail);
  EXPECT_EQ(platform_name(both.platform), "linkedin");
  // What speaks against names the class of a record that is none, by its own classes.
  const auto post = judged({{kKeyShape, 3, kDm1to1, "twitter"}, {kPublic, -6, kPublicPost}});
  EXPECT_EQ(post.message_class, kPublicPost);
  EXPECT_EQ(platform_name(post.platform), "twitter");
  EXPECT_EQ(judged({{kEnvelope, 9, kNone, "email"}}).message_class, kPrivateEmail);
  EXPECT_EQ(judged({{kKeyShape, 9}}).message_class, kDm1to1);
}

TEST(Classify, TheNarrowerNameCounts) {
  using enum MessageClass;
  EXPECT_EQ(judged({{kKeyShape, 3, kDmInmail}, {kTranscript, 9, kDmGroup}}).message_class, kDmInmail);
  const Sign facebook{kKeyShape, 9, kDm1to1, "facebook"};
  const Sign messenger{kMetadata, 2, kDm1to1, "messenger"}, instagram{kIdentifier, 1, kDm1to1, "instagram"};
  EXPECT_EQ(platform_name(judged({facebook}).platform), "facebook");
  EXPECT_EQ(platform_name(judged({facebook, messenger}).platform), "messenger");
  EXPECT_EQ(platform_name(judged({facebook, messenger, instagram}).platform), "instagram");
  EXPECT_EQ(platform_name(judged({{kKeyShape, 9, kDm1to1, "slack"}, instagram}).platform), "slack");
}

TEST(Classify, TheNumberOfPeopleDecidesWhereNothingElseDoes) {
  using enum MessageClass;
  const Sign open{kTranscript, 9, kDm1to1, "whatsapp", true};
  EXPECT_EQ(judged({open}, {.people = 2}).message_class, kDm1to1);
  EXPECT_EQ(judged({open}, {.people = 3}).message_class, kDmGroup);
  // A marker that says one to one is believed.
  EXPECT_EQ(judged({open, {kKeyShape, 5, kDm1to1}}, {.people = 3}).message_class, kDm1to1);
}

}  // namespace
}  // namespace privet
