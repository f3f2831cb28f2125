#include "input/batch.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace privet {

void PaddedBuffer::reserve(std::size_t capacity) {
  if (capacity <= capacity_) return;
  auto grown = std::make_unique_for_overwrite<char[]>(capacity + kPadding);
  if (size_ > 0) std::memcpy(grown.get(), bytes_.get(), size_);
  std::memset(grown.get() + size_, 0, kPadding);
  bytes_ = std::move(grown);
  capacity_ = capacity;
}

void PaddedBuffer::resize(std::size_t size) {
  PRIVET_CHECK(size <= capacity_);
  size_ = size;
  if (bytes_ != nullptr) std::memset(bytes_.get() + size_, 0, kPadding);
}

void PaddedBuffer::append(std::string_view text) {
  if (text.empty()) return;
  if (text.size() > capacity_ - size_) reserve(std::max(size_ + text.size(), 2 * capacity_));
  std::memcpy(bytes_.get() + size_, text.data(), text.size());
  resize(size_ + text.size());
}

}  // namespace privet
