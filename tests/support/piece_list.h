// What a BatchReader made of an input, in a form that does not depend on where
// the batches were cut; and a check that its pieces tile the input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "input/batch_reader.h"
#include "support/memory_source.h"

namespace privet::test {

// Adjacent glue, and the parts of one oversize record, are one.
struct WholePiece {
  PieceKind kind{};
  std::string text;
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  bool closed = true;  // the last part of an oversize record was seen

  friend bool operator==(const WholePiece&, const WholePiece&) = default;
};

struct PieceList {
  std::vector<WholePiece> pieces;
  std::uint64_t blank_lines = 0;
  std::optional<Error> error;
  std::size_t batches = 0;
  std::size_t largest_batch = 0;

  [[nodiscard]] std::string text() const {
    std::string all;
    for (const WholePiece& piece : pieces) all += piece.text;
    return all;
  }
  [[nodiscard]] std::vector<std::string> of(PieceKind kind) const {
    std::vector<std::string> texts;
    for (const WholePiece& piece : pieces) {
      if (piece.kind == kind) texts.push_back(piece.text);
    }
    return texts;
  }
};

// Pieces as text: records in <>, headers and separators in (), oversize in {},
// glue as it is.
inline std::string picture(const PieceList& list) {
  std::string shown;
  for (const WholePiece& piece : list.pieces) {
    const char* around = piece.kind == PieceKind::kRecord                                          ? "<>"
                         : piece.kind == PieceKind::kHeader || piece.kind == PieceKind::kSeparator ? "()"
                         : piece.kind == PieceKind::kOversize                                      ? "{}"
                                                                                                   : nullptr;
    shown += around == nullptr ? piece.text : around[0] + piece.text + around[1];
  }
  return shown;
}

// Aborts if the pieces of a batch leave a gap, are empty, or are out of place.
inline PieceList read_pieces(Source& source, const BatchOptions& options) {
  PieceList list;
  BatchReader reader(source, options);
  Batch batch;
  std::uint64_t offset = 0;
  while (true) {
    Result<bool> more = reader.next(batch);
    if (!more) {
      list.error = std::move(more.error());
      return list;
    }
    if (!*more) return list;
    ++list.batches;
    list.blank_lines += batch.blank_lines;
    list.largest_batch = std::max(list.largest_batch, batch.bytes.size());
    PRIVET_CHECK(to_number(batch.begin) == offset);
    for (std::size_t i = 0; i < kPadding; ++i) PRIVET_CHECK(batch.bytes.data()[batch.bytes.size() + i] == '\0');
    std::size_t covered = 0;
    for (const Piece& piece : batch.pieces) {
      PRIVET_CHECK(piece.begin == covered && piece.size > 0);
      covered += piece.size;
      const std::string_view text = batch.bytes.view().substr(piece.begin, piece.size);
      const bool joins = !list.pieces.empty() && list.pieces.back().kind == piece.kind &&
                         (piece.kind == PieceKind::kGlue || (piece.kind == PieceKind::kOversize && !piece.first));
      const bool open = !list.pieces.empty() && !list.pieces.back().closed;
      PRIVET_CHECK(open == (piece.kind == PieceKind::kOversize && !piece.first));
      if (joins) {
        WholePiece& whole = list.pieces.back();
        if (piece.kind == PieceKind::kOversize) PRIVET_CHECK(piece.line == whole.line);
        whole.text += text;
        whole.closed = piece.last;
      } else {
        list.pieces.push_back({piece.kind, std::string(text), piece.line, offset + piece.begin, piece.last});
      }
    }
    PRIVET_CHECK(covered == batch.bytes.size());
    offset += covered;
  }
}

inline PieceList read_pieces(std::string text, const BatchOptions& options, const MemorySourceOptions& reads = {}) {
  MemorySource source(std::move(text), reads);
  return read_pieces(source, options);
}

}  // namespace privet::test
