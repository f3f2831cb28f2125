// Cuts CSV (RFC 4180, and what real files do) into rows.
//
//   name,text\r\n"Jo","one\ntwo ""three"""\n      the text
//   hhhhhhhhhggggrrrrrrrrrrrrrrrrrrrrrrrrgg       its pieces: header, glue, record
//
// A quote opens a cell only where the cell begins; anywhere else it is a plain
// character. A row ends at an LF or CRLF outside quotes; a CR alone ends nothing.
// An empty line, or one of spaces, is glue and counted. The delimiter is told
// from the first row: of `,` `;` and tab the one that stands in it most often
// outside quotes (of equals the first named), or the one that a file's name tells
// (`.tsv`) if it stands there at all; none: each row is one cell.
//
// A row over the limit is withheld as it streams by. From the limit on its
// quotes mean nothing, and cutting goes on behind the next line end: a quote
// that is never closed costs at most the limit and that line.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "input/batch.h"

namespace privet {

// What may be the delimiter.
inline constexpr std::string_view kCsvDelimiters = ",;\t";
using DelimiterCounts = std::array<std::uint64_t, kCsvDelimiters.size()>;

// Where a row of CSV ends, found as its bytes come in.
class RowEnd {
 public:
  // A quote opens a cell behind any of these (a part of kCsvDelimiters, or none).
  explicit RowEnd(std::string_view delimiters) : delimiters_(delimiters) {}

  [[nodiscard]] std::string_view delimiters() const { return delimiters_; }

  // Looks on from where it stopped, up to `limit`, in a row that begins at
  // `begin`. True: at() is its LF.
  //   counts: if given, what stands outside quotes is added
  bool find(std::string_view text, std::size_t begin, std::size_t limit, DelimiterCounts* counts = nullptr);
  [[nodiscard]] std::size_t at() const { return at_; }

  // The next row begins at `begin`.
  void start(std::size_t begin) {
    found_ = false;
    place_ = Place::kPlain;
    at_ = begin;
  }
  void carry(std::size_t bytes) { at_ -= bytes; }

 private:
  enum class Place : std::uint8_t { kPlain, kQuoted, kQuoteSeen };

  std::string_view delimiters_;
  bool found_ = false;
  Place place_ = Place::kPlain;
  std::size_t at_ = 0;
};

class CsvCutter {
 public:
  // `max_record_bytes` (>= 1): line ends behind a row do not count.
  // `delimiter`: one of kCsvDelimiters that it is if the first row holds it outside
  // quotes; '\0' if nothing is known.
  explicit CsvCutter(std::size_t max_record_bytes, char delimiter = '\0')
      : max_record_bytes_(max_record_bytes), likely_(delimiter) {}

  // As LineCutter's. Sets out.delimiter.
  void cut(Batch& out, bool at_end, std::size_t max_pieces);

  [[nodiscard]] std::size_t covered() const { return covered_; }
  void carry();
  void skip(std::size_t bytes);

 private:
  void cut_rows(Batch& out, bool at_end, std::size_t max_pieces);
  bool tell_delimiter(std::string_view text, std::size_t limit, bool no_more);
  void finish_row(Batch& out, std::size_t content_end, std::size_t row_end);
  bool skip_line(Batch& out, bool at_end);
  void push(Batch& out, PieceKind kind, std::size_t end);
  void push_oversize(Batch& out, std::size_t end, bool last);
  void begin_row();

  std::size_t max_record_bytes_;
  char likely_;  // the delimiter
  std::size_t covered_ = 0;
  std::uint64_t line_ = 1;      // of the byte at covered_
  std::uint64_t row_line_ = 1;  // of the row's first byte
  RowEnd row_{""};
  // Of the first row, looked at before its delimiter is known.
  RowEnd first_{kCsvDelimiters};
  DelimiterCounts counts_{};
  bool header_done_ = false;
  bool over_ = false;         // the row at hand is over the limit, and
  bool in_oversize_ = false;  // a piece of it has gone
  std::size_t searched_ = 0;  // over_: no line end that counts before here
};

}  // namespace privet
