// The weights of those features that matter, and nothing for all others.
//
// Millions of features occur in training; two hundred thousand say nearly all.
// These stand in buckets of four, found by 32 bits of hash (half of it chooses
// the bucket, half is compared), so a feature that was left out is not taken
// for one that was kept, which a plain hashed table of this size does all the
// time.
//
//   bucket (32 bytes)   four checks of 16 bits | four rows of six weights
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/result.h"
#include "detect/names/labels.h"

namespace privet {

struct FeatureBucket {
  static constexpr std::size_t kRows = 4;
  std::uint16_t check[kRows];
  std::int8_t weight[kRows][kLabels];
};
static_assert(sizeof(FeatureBucket) == 32);

class FeatureTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  FeatureTable() = default;  // of no features
  // Borrows `buckets`, which are FeatureBuckets of any alignment with at least
  // two bytes behind the last.
  FeatureTable(const char* buckets, std::uint32_t count) : buckets_(buckets), count_(count) {}

  [[nodiscard]] static std::uint32_t bucket_of(std::uint32_t key, std::uint32_t count) {
    return static_cast<std::uint32_t>(std::uint64_t{key} * count >> 32);
  }
  // The top half chose the bucket, so the bottom half is new.
  [[nodiscard]] static std::uint16_t check_of(std::uint32_t key) { return static_cast<std::uint16_t>(key); }

  void prefetch(std::uint32_t key) const { __builtin_prefetch(bucket_at(key)); }
  // Which row a feature has, counted through all buckets, or kNone.
  [[nodiscard]] std::uint32_t find(std::uint32_t key) const {
    const std::uint64_t equal = equal_checks(bucket_at(key), key);
    if (equal == 0) return kNone;
    return bucket_of(key, count_) * static_cast<std::uint32_t>(FeatureBucket::kRows) + lane_of(equal);
  }
  // The weights of a feature, one a byte, and two bytes that mean nothing; all
  // 0 for a feature that is not there. Without a branch: one in two is there,
  // and nobody can guess which.
  [[nodiscard]] std::uint64_t weights_of(std::uint32_t key) const {
    const char* const bucket = bucket_at(key);
    const std::uint64_t equal = equal_checks(bucket, key);
    std::uint64_t weights = 0;
    std::memcpy(&weights, bucket + offsetof(FeatureBucket, weight) + std::size_t{lane_of(equal)} * kLabels,
                sizeof weights);
    return weights & (equal == 0 ? 0 : ~std::uint64_t{0});
  }

 private:
  const char* bucket_at(std::uint32_t key) const {
    return buckets_ + std::size_t{bucket_of(key, count_)} * sizeof(FeatureBucket);
  }
  // The highest bit of each check that is equal; those above the lowest may be
  // set by mistake.
  static std::uint64_t equal_checks(const char* bucket, std::uint32_t key) {
    std::uint64_t checks = 0;
    std::memcpy(&checks, bucket, sizeof checks);
    constexpr std::uint64_t kOnes = 0x0001000100010001;
    const std::uint64_t apart = checks ^ check_of(key) * kOnes;
    return (apart - kOnes) & ~apart & kOnes << 15;
  }
  static std::uint32_t lane_of(std::uint64_t equal) {
    return static_cast<std::uint32_t>(std::countr_zero(equal)) / 16 % static_cast<std::uint32_t>(FeatureBucket::kRows);
  }

  const char* buckets_ = nullptr;
  std::uint32_t count_ = 0;
};

}  // namespace privet
