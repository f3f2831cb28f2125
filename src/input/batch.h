// What the reader hands to the pipeline: a stretch of the stream, cut at record
// ends.
//
// A batch owns its bytes. Its pieces tile them without gaps: the records, and
// the glue between them (line ends, blank lines, a BOM, an array's brackets and
// commas), so that the output can be the input with only the records changed.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace privet {

// Readable bytes after the end of every batch: simdjson and SIMD loads read
// past the end of a record.
inline constexpr std::size_t kPadding = 64;

// Growable bytes with kPadding readable zero bytes after the end; not
// initialised beyond that.
class PaddedBuffer {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] char* data() { return bytes_.get(); }
  [[nodiscard]] const char* data() const { return bytes_.get(); }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
  // Keeps the first size() bytes.
  void reserve(std::size_t capacity);
  // Room must have been reserved. Writes the padding.
  void resize(std::size_t size);
  void append(std::string_view text);
  void clear() { size_ = 0; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

enum class PieceKind : std::uint8_t {
  kRecord,     // one record, without line end
  kHeader,     // the first row of CSV: a record of the names of the columns
  kGlue,       // copied to the output as it is
  kSeparator,  // glue that belongs to the record after it in the same container (an array's comma):
               // left out together with that record
  kOversize,   // part of a record over the limit: never parsed, withheld. The parts of one record are
               // consecutive pieces, possibly over many batches; `last` marks the final one.
};

struct Piece {
  PieceKind kind = PieceKind::kGlue;
  bool first = true;        // of an oversize record
  bool last = true;         // of an oversize record
  std::uint32_t begin = 0;  // offset in the batch's bytes
  std::uint32_t size = 0;
  std::uint64_t line = 0;  // of the record's first byte, counting from 1
};

struct Batch {
  PaddedBuffer bytes;
  std::vector<Piece> pieces;
  StreamOffset begin{};              // of bytes[0] in the uncompressed input
  std::uint64_t columns_before = 0;  // code points of bytes[0]'s line that stand before it
  std::uint64_t blank_lines = 0;     // in this batch; they are glue
  char delimiter = '\0';             // of CSV, once its first row was seen; '\0': each row is one cell
};

// Appends glue; a run of blank lines, and the line end before it, is one piece.
void push_glue(Batch& out, std::size_t begin, std::size_t end, std::uint64_t line);

[[nodiscard]] std::uint64_t count_newlines(std::string_view text);

}  // namespace privet
