// Payment cards in text. Numbers are published for testing, or made from an
// issuer's range and zeros.
#include <gtest/gtest.h>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("finance/card.toml");
  return shared;
}

const MarkedCase kCases[] = {
    // Brands.
    {"Visa", "[[4111111111111111]] [[4012 8888 8888 1881]] [[4242-4242-4242-4242]]"},
    {"Mastercard, both series", "[[5555555555554444]] [[5105 1051 0510 5100]] [[2223-0031-2200-3222]]"},
    {"American Express", "[[378282246310005]] [[3714 496353 98431]] [[3787-344936-71000]]"},
    {"Discover, JCB, UnionPay",
     "[[6011111111111117]] [[3530 1113 3330 0000]] [[6200000000000005]] [[6205 5000 0000 0000 004]]"},
    {"Diners Club, with a cue", "card [[30569309025904]], Diners [[3852 000002 3237]]"},
    {"Maestro, with a cue", "maestro [[6759649826438453]], card [[6304000000000000]]"},
    {"Visa of thirteen digits", "visa [[4222222222222]]"},
    // As it is written.
    {"ends",
     "([[4111111111111111]]) \"[[4111 1111 1111 1111]]\", [[4111-1111-1111-1111]]. [[4111111111111111]]; "
     "[[4242424242424242]]!"},
    {"labels", "card:[[4111111111111111]] pan=[[4111111111111111]] Visa [[4111111111111111]]? #[[4111111111111111]]"},
    {"expiry and code behind",
     "[[4111111111111111]] 12/27 123, [[4111 1111 1111 1111]] 12/2027 123, [[4111 1111 1111 1111]] 1227 123"},
    {"columns", "Jo,[[4111111111111111]],19.99\n5,[[5555555555554444]],1\t[[378282246310005]]|[[6011111111111117]]"},
    {"dots", "[[4111.1111.1111.1111]]"},
    {"other scripts touch it", "卡号[[4111111111111111]]有效"},
    {"no-break spaces, full width", "[[4111\u00A01111\u00A01111\u00A01111]] [[４１１１１１１１１１１１１１１１]]"},
    {"two on a line", "[[4111 1111 1111 1111]] [[5555 5555 5555 4444]]"},
    // Not a card.
    {"a wrong last digit", "4111111111111112 4111 1111 1111 1112 378282246310006"},
    {"no issuer's range", "card 1234567812345670, card 9999999999999995, card 7777777777777779"},
    {"filled in", "card 0000000000000000, card 4444 4444 4444 4444"},
    {"wrong length for the brand", "card 41111111111111110, card 3782822463100050"},
    {"part of a longer number",
     "41111111111111111111 4111-1111-1111-1111-1111 1234 4111 1111 1111 1111 4111 1111 1111 1111 4111"},
    {"fractions and money", "0.4111111111111111 0,4111111111111111 $4111111111111111 1.4111111111111111e5"},
    {"part of a word, a link, a file",
     "id_4111111111111111 x4111111111111111 4111111111111111abc https://example.com/o/4111111111111111 "
     "https://example.com/?id=4111111111111111 4111111111111111.jpg /tmp/4111111111111111"},
    {"mixed separators", "4111-1111 1111-1111 4111 11111111 1111"},
    {"ISBN, IMEI, times, hashes, UUIDs",
     "978-4-1111-1111-1 490154203237518 1700000000000 4111111111111111deadbeef "
     "550e8400-e29b-41d4-a716-446655440000"},
    {"minor brands without a cue", "30000000000012 6304000000000018 4000000000014"},
};

TEST(Card, IsFoundWhereItStands) {
  for (const MarkedCase& c : kCases) {
    EXPECT_EQ(harness().marked(c.text), c.text) << c.name;
    EXPECT_EQ(harness().marked(c.text, true), c.text) << c.name << ", on the reference path";
  }
}

TEST(Card, GroupsAreSurerThanDigits) {
  const auto score = [](const std::string& text) { return harness().find(text).at(0).candidate.score; };
  EXPECT_GT(score("4111 1111 1111 1111"), score("4111111111111111"));
  EXPECT_GT(score("card 4111111111111111"), score("4111111111111111"));
}

TEST(Card, ReservedIsWhatIsPublishedForTesting) {
  EXPECT_TRUE(harness().all_reserved("4111 1111 1111 1111"));
  EXPECT_TRUE(harness().all_reserved("378282246310005"));
  EXPECT_FALSE(harness().all_reserved("4000 0000 0000 0010"));
}

TEST(Card, SpellingsOfOneNumberAreEqual) {
  EXPECT_EQ(normal_form("CREDIT_CARD", "4111-1111-1111-1111"), normal_form("CREDIT_CARD", "4111111111111111"));
}

}  // namespace
}  // namespace privet
