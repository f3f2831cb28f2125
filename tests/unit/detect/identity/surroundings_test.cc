// Numbers that stand by themselves, and parts of something longer.
#include "detect/identity/surroundings.h"

#include <gtest/gtest.h>

#include "rule/marked.h"

namespace privet {
namespace {

bool apart(const char* marked_text) {
  const Marked marked = parse_marked(marked_text);
  const Span<FieldSpace> span = marked.spans.at(0);
  return stands_apart(marked.text, {span.begin, span.end});
}

TEST(Surroundings, ANumberStandsByItself) {
  for (const char* const text : {
           "[[123456789]]",
           "id [[123456789]].",
           "id:[[123456789]]; next",
           "([[123456789]])",
           "#[[123456789]]",
           "\"[[123456789]]\"",
           "no=[[123456789]]&x",
           "Jo,[[123456789]],1990-01-02",
           "1990-01-02,[[123456789]]",
           "123456789012,[[123456789]]",
           "age,number\n12,[[123456789]]",
           "列[[123456789]]号",
           "[[123 456 789]] is mine",
           "call [[123-456-789]], now",
           "a / [[123456789]]",
           "[[123456789]]\n",
           "— [[123456789]] —",
       }) {
    EXPECT_TRUE(apart(text)) << text;
  }
}

TEST(Surroundings, APartOfSomethingLonger) {
  for (const char* const text : {
           // Words and numbers.
           "a[[123456789]]",
           "[[123456789]]b",
           "_[[123456789]]",
           "é[[123456789]]",
           "[[123456789]]é",
           "ж[[123456789]]",
           // Decimals, prices, shares, times.
           "0.[[123456789]]",
           "0,[[123456789]]",
           "[[123456789]].5",
           "is [[123456789]],50",
           "12,[[345 678]]",
           "$[[123456789]]",
           "€ [[123456789]]",
           "[[123456789]] €",
           "[[123456789]] %",
           "12:[[123456789]]",
           "[[123456789]]:30",
           // Longer identifiers.
           "550e8400-[[123456789]]",
           "[[123456789]]-4321",
           "1 [[234 567 890]]",
           "[[234 567 890]] 123",
           "[[234-567-890]]-123",
           // Paths, names of files, links, addresses.
           "/var/[[123456789]]",
           "[[123456789]]/x",
           "[[123456789]].jpg",
           "https://example.com/?id=[[123456789]]",
           "[[123456789]]@example.com",
           "\\[[123456789]]",
       }) {
    EXPECT_FALSE(apart(text)) << text;
  }
}

}  // namespace
}  // namespace privet
