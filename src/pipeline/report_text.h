// The rows of a batch's findings as text, from the worker that writes them to
// the ordered side that passes them on.
//
// A row is some 400 bytes, often far more than what it tells of, so that the
// rows of one large record may outweigh it many times. Past three quarters of a
// MiB they are kept packed; what comes out is what went in, to the byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/result.h"
#include "pipeline/compress.h"

namespace privet {

class ReportText {
 public:
  // Text is packed when this much of it is there.
  static constexpr std::size_t kChunkBytes = std::size_t{768} << 10;

  // To append one row to; then end_row(). It holds other rows, or is empty.
  [[nodiscard]] std::string& row() { return text_; }
  void end_row();

  // Calls visit(text, ends) with whole rows and where in `text` each ends, in
  // order, until it fails. Afterwards all rows are gone.
  Status take(FunctionRef<Status(std::string_view text, std::span<const std::uint32_t> ends)> visit);

  // No rows; memory is kept unless it is much, since each batch in flight has one of these.
  void clear();

 private:
  struct Chunk {
    std::string packed;
    std::size_t text_bytes = 0;
    std::vector<std::uint32_t> ends;
  };
  struct Packer {
    Compressor compressor;
    PackedFrame frame;
  };
  void pack();

  std::vector<Chunk> chunks_;  // before text_
  std::string text_;
  std::vector<std::uint32_t> ends_;
  std::unique_ptr<Packer> packer_;  // once there is a chunk
};

}  // namespace privet
