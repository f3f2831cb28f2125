#include "input/part_choice.h"

#include <algorithm>
#include <queue>
#include <utility>

#include "base/check.h"

namespace privet {
namespace {

// Blocks small enough to be spread over the text, large enough for many records,
// and not so many that their list would matter.
constexpr std::uint64_t kFewestBlocks = 32;
constexpr std::uint64_t kMostBlocks = std::uint64_t{1} << 16;
constexpr std::uint64_t kBlockBytes = std::uint64_t{64} << 10;

// FNV-1a.
std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

// The output function of SplitMix64 (Steele, Lea, Flood, 2014).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

}  // namespace

PartChoice::PartChoice(std::string_view name, std::uint64_t text_bytes, std::uint64_t max_bytes)
    : head_end_(max_bytes / 4), tail_begin_(text_bytes - std::min(text_bytes, max_bytes / 4)) {
  PRIVET_CHECK(max_bytes >= 1);
  const std::uint64_t half = max_bytes / 2;
  block_bytes_ = std::clamp(half / kFewestBlocks, std::uint64_t{1}, kBlockBytes);
  block_bytes_ = std::max(block_bytes_, half / kMostBlocks);
  const std::uint64_t wanted = half / block_bytes_;
  const std::uint64_t between = tail_begin_ - std::min(tail_begin_, head_end_);
  const std::uint64_t seed = hash_of(name);
  using Block = std::pair<std::uint64_t, std::uint64_t>;  // hash and number
  std::priority_queue<Block> least;
  for (std::uint64_t block = 0; block * block_bytes_ < between; ++block) {
    const Block one{mixed(seed + block * 0x9E3779B97F4A7C15U), block};
    if (least.size() == wanted && (wanted == 0 || least.top() < one)) continue;
    least.push(one);
    if (least.size() > wanted) least.pop();
  }
  for (; !least.empty(); least.pop()) blocks_.push_back(least.top().second);
  std::sort(blocks_.begin(), blocks_.end());
}

bool PartChoice::takes(std::uint64_t offset) const {
  if (offset < head_end_ || offset >= tail_begin_) return true;
  return std::binary_search(blocks_.begin(), blocks_.end(), (offset - head_end_) / block_bytes_);
}

}  // namespace privet
