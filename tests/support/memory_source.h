// A Source over a string, for tests: reads of a chosen size, and an error at a
// chosen place.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "input/source.h"

namespace privet::test {

struct MemorySourceOptions {
  std::size_t read_bytes = std::numeric_limits<std::size_t>::max();  // at most, in one read
  std::optional<std::size_t> fail_at = std::nullopt;                 // the error comes after this many bytes
  Error error = {ErrorCode::kIo, "memory: input/output error"};
  bool changed = false;
};

class MemorySource final : public Source {
 public:
  explicit MemorySource(std::string text, MemorySourceOptions options = {})
      : text_(std::move(text)), options_(std::move(options)) {}

  Result<std::size_t> read(char* into, std::size_t room) override {
    const std::size_t end = std::min(text_.size(), options_.fail_at.value_or(text_.size()));
    const std::size_t bytes = std::min({room, options_.read_bytes, end - at_});
    if (bytes == 0 && options_.fail_at) return tl::unexpected<Error>(options_.error);
    if (bytes > 0) std::memcpy(into, text_.data() + at_, bytes);
    at_ += bytes;
    return bytes;
  }
  [[nodiscard]] bool changed() const override { return options_.changed; }

 private:
  std::string text_;
  MemorySourceOptions options_;
  std::size_t at_ = 0;
};

// All that `source` gives until its end or error.
struct Drained {
  std::string text;
  std::optional<Error> error;
};
inline Drained drain(Source& source, std::size_t room = 4096) {
  Drained all;
  std::string buffer(room, '\0');
  while (true) {
    Result<std::size_t> got = source.read(buffer.data(), room);
    if (!got) {
      all.error = std::move(got.error());
      return all;
    }
    if (*got == 0) return all;
    all.text.append(buffer, 0, *got);
  }
}

}  // namespace privet::test
