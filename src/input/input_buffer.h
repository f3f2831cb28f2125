// The bytes between a source and a decoder: looked at without being lost,
// whatever the sizes of the reads were.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "input/source.h"

namespace privet {

class InputBuffer {
 public:
  explicit InputBuffer(std::unique_ptr<Source> source) : source_(std::move(source)) {}

  // Read, but not yet consumed. Valid until the next call that reads.
  [[nodiscard]] std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }
  void consume(std::size_t bytes) { begin_ += bytes; }

  // Reads until at least `bytes` (small) are in view. False if the stream ends,
  // or fails, before.
  bool ensure(std::size_t bytes);

  // Why the stream ended, if it was an error.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  // Past the buffer, straight from the source; only when empty().
  Result<std::size_t> read_through(char* into, std::size_t room);

  [[nodiscard]] bool changed() const { return source_->changed(); }

 private:
  std::unique_ptr<Source> source_;
  std::vector<char> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace privet
