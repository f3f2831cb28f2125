// South Africa, Nigeria.
#include "unit/detect/identity/number_harness.h"

namespace privet {
namespace {

TEST(AfricanNumbers, SeeWhatIsMistyped) {
  const PublishedNumber numbers[] = {
      // Luhn: blind to a 0 and a 9 exchanged.
      {"za_id", "8001015009087", 0, 1},
      {"za_id", "2001014800086"},
  };
  for (const PublishedNumber& one : numbers) expect_published(one);
}

}  // namespace
}  // namespace privet
