// Cuts text into lines: JSONL and plain text.
//
// A line's end (LF or CRLF) is glue, and so is a line of nothing but spaces,
// tabs and CR, which is counted. A line over the limit becomes kOversize
// pieces as its bytes come in; whether it is over does not depend on where the
// batches are cut.
#pragma once

#include <cstddef>
#include <cstdint>

#include "input/batch.h"

namespace privet {

class LineCutter {
 public:
  // `max_record_bytes` (>= 1): line ends do not count.
  explicit LineCutter(std::size_t max_record_bytes) : max_record_bytes_(max_record_bytes) {}

  // Appends to out.pieces what can be cut from out.bytes, from where the last
  // call stopped, until there are `max_pieces` or nothing more is complete.
  // `at_end`: nothing will follow out.bytes, so all of it can be cut.
  void cut(Batch& out, bool at_end, std::size_t max_pieces);

  // How many of out.bytes the pieces cover.
  [[nodiscard]] std::size_t covered() const { return covered_; }
  // The bytes not covered are about to become the first of another batch.
  void carry() {
    searched_ -= covered_;
    covered_ = 0;
  }
  // `bytes` at the beginning, cut by somebody else.
  void skip(std::size_t bytes) { covered_ = searched_ = bytes; }

 private:
  void finish_line(Batch& out, std::size_t content_end, std::size_t line_end);
  void cut_unfinished(Batch& out, bool at_end);
  void push_oversize(Batch& out, std::size_t end, bool last);

  std::size_t max_record_bytes_;
  std::size_t covered_ = 0;
  std::size_t searched_ = 0;  // no LF between covered_ and here
  std::uint64_t line_ = 1;    // of the byte at covered_
  bool in_oversize_ = false;
};

}  // namespace privet
