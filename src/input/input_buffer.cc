#include "input/input_buffer.h"

#include <cstring>

#include "base/check.h"

namespace privet {
namespace {

// A block of zstd is at most 128 KiB; with its header it should lie in one piece.
constexpr std::size_t kBufferBytes = std::size_t{192} * 1024;

}  // namespace

bool InputBuffer::ensure(std::size_t bytes) {
  PRIVET_CHECK(bytes <= kBufferBytes);
  while (end_ - begin_ < bytes) {
    if (ended_) return false;
    if (bytes_.empty()) bytes_.resize(kBufferBytes);
    if (begin_ == end_) {
      begin_ = end_ = 0;
    } else if (bytes_.size() - begin_ < bytes) {
      std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
    }
    Result<std::size_t> got = source_->read(bytes_.data() + end_, bytes_.size() - end_);
    if (!got) error_ = std::move(got.error());
    ended_ = !got || *got == 0;
    if (got) end_ += *got;
  }
  return true;
}

Result<std::size_t> InputBuffer::read_through(char* into, std::size_t room) {
  PRIVET_CHECK(empty());
  if (error_) return tl::unexpected<Error>(*error_);
  if (ended_) return std::size_t{0};
  return source_->read(into, room);
}

}  // namespace privet
