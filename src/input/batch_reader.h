// Cuts a stream of text into batches of whole records.
//
// The pieces of all batches, one after the other, are the input byte for byte.
// Which records there are, and their lines and offsets, does not depend on the
// sizes of reads or batches. Memory: about batch_bytes a batch, or up to twice a
// record that is longer; a record over the limit streams through and is never
// held.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/span.h"
#include "input/batch.h"
#include "input/container.h"
#include "input/csv_cutter.h"
#include "input/json_cutter.h"
#include "input/line_cutter.h"
#include "input/source.h"

namespace privet {

struct BatchOptions {
  std::size_t batch_bytes = std::size_t{1} << 20;        // >= 1; the last read may go over
  std::size_t max_record_bytes = std::size_t{16} << 20;  // >= 1
  Container container = Container::kAuto;                // kAuto: by the first bytes, and
  ContainerHints hints = {};                             // what is known before them
  char delimiter = '\0';                                 // of CSV; '\0': told from the first row
  // The first batch holds at least all records that end within so many bytes,
  // or so many records, whichever is less; 0: it is as the others. A record over
  // the limit ends it. Not with line_buffered.
  std::size_t first_bytes = 0;
  std::size_t first_records = 0;
  bool line_buffered = false;  // a batch as soon as a record is there, for a partner on two pipes
  std::string name = "input";  // of the file, in messages
};

class BatchReader {
 public:
  // `source` must outlive the reader.
  BatchReader(Source& source, const BatchOptions& options);

  // The container that was asked for or found; may read the first bytes, which
  // are not lost. Never kAuto.
  [[nodiscard]] Container container();

  // Whether there is no text in it (is_binary); likewise, and before next().
  [[nodiscard]] bool holds_binary();

  // Makes `out` the next batch, reusing its buffers; false at the end. An error,
  // of the source or of an array's structure, comes after all that is whole: in
  // line containers the cut-off last line too is a record, in an array a cut-off
  // element is not.
  [[nodiscard]] Result<bool> next(Batch& out);

 private:
  void start();
  void begin_batch(Batch& out);
  void grow(PaddedBuffer& bytes) const;
  void read_some(PaddedBuffer& into, std::size_t room);
  [[nodiscard]] bool is_full(const Batch& out);
  void cut(Batch& out);
  [[nodiscard]] std::size_t covered() const;
  void pass_columns(std::string_view text);

  Source& source_;
  BatchOptions options_;
  std::size_t max_pieces_;
  LineCutter lines_;
  JsonCutter json_;
  CsvCutter rows_;
  Container container_;
  bool started_ = false;
  bool first_ = false;            // the batch is the first, and larger than the others
  std::size_t seen_pieces_ = 0;   // of the first batch
  std::size_t seen_records_ = 0;  // among them
  bool ended_ = false;            // the source, or what can be cut of it
  bool torn_ = false;             // an array's structure is wrong: nothing more is cut
  std::optional<Error> error_;
  StreamOffset offset_{};      // of carry_'s first byte
  std::uint64_t columns_ = 0;  // of its line before it
  PaddedBuffer carry_;         // read, but not in a batch yet
};

}  // namespace privet
