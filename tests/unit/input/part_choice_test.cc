// What is read of a text that is too large.
#include "input/part_choice.h"

#include <gtest/gtest.h>

#include <string>

namespace privet {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

// How many of the offsets from `begin` to `end` are taken, of each `step`th.
std::uint64_t taken(const PartChoice& choice, std::uint64_t begin, std::uint64_t end, std::uint64_t step) {
  std::uint64_t sum = 0;
  for (std::uint64_t at = begin; at < end; at += step) sum += choice.takes(at) ? 1U : 0U;
  return sum;
}

TEST(PartChoice, TakesTheBeginningTheEndAndHalfBetween) {
  const std::uint64_t size = 1000 * kMiB;
  const PartChoice choice("x.jsonl", size, 64 * kMiB);
  constexpr std::uint64_t kStep = 1024;
  EXPECT_EQ(taken(choice, 0, 16 * kMiB, kStep), 16 * kMiB / kStep);
  EXPECT_EQ(taken(choice, size - 16 * kMiB, size, kStep), 16 * kMiB / kStep);
  EXPECT_EQ(taken(choice, 16 * kMiB, size - 16 * kMiB, kStep), 32 * kMiB / kStep);
  EXPECT_FALSE(choice.takes(16 * kMiB) && choice.takes(size - 16 * kMiB - 1) && choice.takes(size / 2));
}

TEST(PartChoice, WhatIsBetweenIsSpreadOut) {
  const std::uint64_t size = 1000 * kMiB;
  const PartChoice choice("x.jsonl", size, 64 * kMiB);
  // Each tenth has its share of 3.2 MiB, give or take.
  for (std::uint64_t tenth = 0; tenth < 10; ++tenth) {
    const std::uint64_t begin = 16 * kMiB + tenth * 96 * kMiB;
    const std::uint64_t bytes = taken(choice, begin, begin + 96 * kMiB, 1024) * 1024;
    EXPECT_GE(bytes, 2 * kMiB) << tenth;
    EXPECT_LE(bytes, 5 * kMiB) << tenth;
  }
}

TEST(PartChoice, IsTheSameAgainAndAnotherForAnotherFile) {
  const std::uint64_t size = 100 * kMiB;
  const PartChoice one("x.jsonl", size, 4 * kMiB), again("x.jsonl", size, 4 * kMiB), other("y.jsonl", size, 4 * kMiB);
  std::uint64_t differ = 0;
  for (std::uint64_t at = 0; at < size; at += 4096) {
    EXPECT_EQ(one.takes(at), again.takes(at));
    differ += one.takes(at) == other.takes(at) ? 0U : 1U;
  }
  EXPECT_GT(differ, 100U);
}

TEST(PartChoice, SizesOfAFewBytes) {
  for (std::uint64_t max = 1; max < 40; ++max) {
    for (std::uint64_t size = 0; size < 100; ++size) {
      const PartChoice choice("x", size, max);
      const std::uint64_t sum = taken(choice, 0, size, 1);
      EXPECT_LE(sum, max) << size;
      EXPECT_GE(sum, std::min(size, max) - std::min(std::uint64_t{3}, std::min(size, max))) << size << " of " << max;
    }
  }
}

}  // namespace
}  // namespace privet
