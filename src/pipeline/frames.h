// Where an output is cut into frames: by its own text, never by the batches it
// came in, so that the compressed bytes are the same for any batch size and
// number of threads.
//
// A frame ends with the line of the first record that makes it `target` bytes
// long (in an array: before the next element); a record that makes it longer
// than `limit` is cut there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/function_ref.h"

namespace privet {

struct FrameSizes {
  std::size_t target = std::size_t{1} << 20;
  std::size_t limit = std::size_t{16} << 20;
};

// What a stretch of output is to the cutter. Stretches that are neither may be
// joined or divided at will without moving a cut.
struct Stretch {
  bool starts = false;  // a record, or the separator before it, begins here
  bool ends = false;    // a record ends here, its line perhaps not yet
};
inline constexpr Stretch kWholeRecord{true, true};

class FrameCutter {
 public:
  explicit FrameCutter(FrameSizes sizes = {}) : sizes_(sizes) {}

  // Calls `closed(frame)` for each frame that is full; it may take the string's
  // contents, and its memory if it leaves other.
  void append(std::string_view text, Stretch what, FunctionRef<void(std::string&)> closed);

  // What is left at the end; may be empty.
  [[nodiscard]] std::string& rest() { return frame_; }

 private:
  void put(std::string_view text, FunctionRef<void(std::string&)> closed);
  void close(FunctionRef<void(std::string&)> closed);

  FrameSizes sizes_;
  std::string frame_;
  bool due_ = false;  // long enough; waits for the end of its last record's line
};

}  // namespace privet
