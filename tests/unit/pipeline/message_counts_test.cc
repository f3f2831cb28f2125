// Providers: kept in the order of the input, at most so many, nothing lost.
#include "pipeline/message_counts.h"

#include <gtest/gtest.h>

#include <string>

namespace privet {
namespace {

std::uint64_t sum(const ProviderCounts& counts) {
  std::uint64_t all = 0;
  for (const Provider& one : counts.list()) all += one.count;
  return all;
}

TEST(ProviderCounts, AreByKeyValueAndClass) {
  ProviderCounts counts;
  counts.count("source", "b", MessageClass::kDm1to1);
  counts.count("source", "a", MessageClass::kDmGroup);
  counts.count("source", "b", MessageClass::kDm1to1);
  counts.count("vendor", "b", MessageClass::kDm1to1);
  std::string text;
  for (const Provider& one : counts.sorted())
    text += one.key + "=" + one.value + " " + std::string(class_name(one.message_class)) + " " +
            std::to_string(one.count) + "\n";
  EXPECT_EQ(text, "source=b dm_1to1 2\nvendor=b dm_1to1 1\nsource=a dm_group 1\n");
}

// However the input is cut into parts, the same ones are kept.
TEST(ProviderCounts, TheFirstThousandAreKeptAndTheRestIsCounted) {
  constexpr std::size_t kValues = kMostProviders + 200;
  std::vector<Provider> expected;
  for (const std::size_t part : {std::size_t{1}, std::size_t{7}, std::size_t{999}, 3 * kValues}) {
    ProviderCounts all, some;
    std::size_t in_part = 0;
    for (std::size_t i = 0; i < 3 * kValues; ++i) {
      some.count("source", std::to_string(i * 7 % kValues), MessageClass::kDm1to1);
      if (++in_part % part == 0) {
        all.merge(some);
        some.clear();
      }
    }
    all.merge(some);
    EXPECT_EQ(all.list().size(), kMostProviders + 1);
    EXPECT_EQ(sum(all), 3 * kValues);
    const std::vector<Provider> sorted = all.sorted();
    if (expected.empty()) expected = sorted;
    ASSERT_EQ(sorted.size(), expected.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      EXPECT_EQ(sorted[i].value, expected[i].value) << "parts of " << part;
      EXPECT_EQ(sorted[i].count, expected[i].count) << "parts of " << part;
    }
    EXPECT_EQ(sorted.front().value, kOtherProviders);
    EXPECT_EQ(sorted.front().count, 3 * 200U);
  }
}

}  // namespace
}  // namespace privet
