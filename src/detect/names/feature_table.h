// The weights of those features that matter, and nothing for all others.
//
// Millions of features occur in training; two hundred thousand say nearly all.
// Each has a place of its own, with 16 bits of its key to tell it from one that
// was left out. Places come from a perfect hash: features are grouped by the
// top of their key, and each group is moved by as much as makes all of its
// features land on free places (hash and displace). So a feature costs one
// look at a small table that stays near, and one at eight bytes somewhere in
// two megabytes, which can be asked for long before.
#pragma once

#include <cstdint>
#include <cstring>

#include "detect/names/labels.h"

namespace privet {

struct FeatureSlot {
  std::uint16_t check;
  std::int8_t weight[kLabels];
};
static_assert(sizeof(FeatureSlot) == 8);

class FeatureTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr int kGroupBits = 15;
  static constexpr std::size_t kGroups = std::size_t{1} << kGroupBits;
  using Move = std::uint16_t;

  FeatureTable() = default;  // of no features
  // Borrows kGroups Moves and then `count` FeatureSlots, of any alignment.
  FeatureTable(const char* bytes, std::uint32_t count)
      : moves_(bytes), slots_(bytes + kGroups * sizeof(Move)), count_(count) {}
  [[nodiscard]] static std::size_t bytes_of(std::uint32_t count) {
    return kGroups * sizeof(Move) + std::size_t{count} * sizeof(FeatureSlot);
  }

  [[nodiscard]] static std::uint32_t group_of(std::uint32_t key) { return key >> (32 - kGroupBits); }
  // One left-out feature in 65,536 is taken for the one whose place it shares.
  [[nodiscard]] static std::uint16_t check_of(std::uint32_t key) { return static_cast<std::uint16_t>(key); }
  [[nodiscard]] static std::uint32_t place_of(std::uint32_t key, Move move, std::uint32_t count) {
    const std::uint32_t moved = key * 0x9E3779B1U + move * 0x85EBCA77U;
    return static_cast<std::uint32_t>(std::uint64_t{moved} * count >> 32);
  }

  // Where a feature is, if it is there, and what tells it; asks for that place.
  [[nodiscard]] std::uint64_t locate(std::uint32_t key) const {
    Move move = 0;
    std::memcpy(&move, moves_ + std::size_t{group_of(key)} * sizeof move, sizeof move);
    const std::uint64_t place = place_of(key, move, count_);
    __builtin_prefetch(slots_ + place * sizeof(FeatureSlot));
    return place << 16 | check_of(key);
  }
  // Its weights, one a byte from the lowest, two bytes of 0 above; all 0 for a
  // feature that is not there. Without a branch: one in two is there, and nobody
  // can guess which.
  [[nodiscard]] std::uint64_t weights_at(std::uint64_t located) const {
    std::uint64_t slot = 0;
    std::memcpy(&slot, slots_ + (located >> 16) * sizeof slot, sizeof slot);
    const std::uint64_t apart = (slot ^ located) & 0xFFFF;
    const auto same = static_cast<std::uint64_t>(static_cast<std::int64_t>(apart - 1) >> 63);
    return slot >> 16 & same;
  }
  // Which place a feature has, or kNone.
  [[nodiscard]] std::uint32_t find(std::uint32_t key) const {
    const std::uint64_t located = locate(key);
    std::uint16_t check = 0;
    std::memcpy(&check, slots_ + (located >> 16) * sizeof(FeatureSlot), sizeof check);
    return check == check_of(key) && check != 0 ? static_cast<std::uint32_t>(located >> 16) : kNone;
  }

 private:
  const char* moves_ = nullptr;
  const char* slots_ = nullptr;
  std::uint32_t count_ = 0;
};

}  // namespace privet
