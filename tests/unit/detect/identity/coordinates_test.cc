// Places on the globe, and what is written alike.
#include <gtest/gtest.h>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

TEST(Coordinates, ArePairsWithAReason) {
  static const RuleHarness harness("identity/coordinates.toml");
  const char* const cases[] = {
      // Links, addresses and text.
      "geo:[[48.2010,16.3695]]",
      "geo:[[48.2010,16.3695]],183",
      "https://www.google.com/maps/@[[52.520008,13.404954]],15z",
      "gps=[[-33.856784,151.215297]]&z=3",
      "POINT of location ([[13.404954 52.520008]])",
      "[[52°31'12\"N 13°24'18\"E]]",
      "[[33°51′24″S, 151°12′55″E]]",
      "[[N52°31.200' E013°24.300']]",
      // Longitude up to 180, latitude up to 90.
      "coordinates [[13.404954, 152.520008]]",
      "coordinates 113.404954, 152.520008",
      "coordinates 13.404954, 192.520008",
      "91°31'12\"N 13°24'18\"E",
      "52°31'12\"N 181°24'18\"E",
      "52°60'12\"N 13°24'18\"E",
      // Lists, shares, vectors.
      "location 0.12345, 0.67891",
      "location 1.23456, 2.34567, 3.45678",
      "location 52.520008",
      "13.404954 52.520008",
      // Angles and degrees of heat.
      "between 20° and 25° N",
      "52° N 13° E",
  };
  for (const char* const text : cases) {
    EXPECT_EQ(harness.marked(text), text);
    EXPECT_EQ(harness.marked(text, true), text) << "on the reference path";
  }
}

}  // namespace
}  // namespace privet
