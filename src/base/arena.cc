#include "base/arena.h"

#include <algorithm>

namespace privet {
namespace {
constexpr std::size_t kFirstBlock = std::size_t{64} << 10;
}

void* Arena::allocate_slow(std::size_t bytes) {
  // Doubling keeps the number of blocks small; operator new[] of bytes is
  // aligned for every type that make() accepts.
  const std::size_t previous = blocks_.empty() ? kFirstBlock / 2 : blocks_.back().size;
  const std::size_t size = std::max(bytes, std::min(previous * 2, std::size_t{4} << 20));
  blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
  next_ = blocks_.back().bytes.get() + bytes;
  left_ = size - bytes;
  return blocks_.back().bytes.get();
}

void Arena::clear() {
  if (blocks_.empty()) return;
  if (blocks_.size() > 1) {
    // Keep the largest block that is within bounds: soon one block is enough.
    Block kept;
    for (Block& block : blocks_) {
      if (block.size <= keep_bytes_ && block.size > kept.size) kept = std::move(block);
    }
    blocks_.clear();
    if (kept.size != 0) blocks_.push_back(std::move(kept));
  } else if (blocks_.front().size > keep_bytes_) {
    blocks_.clear();
  }
  next_ = blocks_.empty() ? nullptr : blocks_.front().bytes.get();
  left_ = blocks_.empty() ? 0 : blocks_.front().size;
}

}  // namespace privet
