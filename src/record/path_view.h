// The record as lines of path=value, so that its structure can be matched by
// the same rules as its words.
//
//   messages.0.from=Jo Example
//   messages.0.is_read=true
//
// A line for each string, number and boolean in document order, each ended by
// a line feed. A path has the last six segments, joined by dots, each cut to
// 64 bytes; a value is cut to 256 bytes, both at character ends. In a segment
// `.`, `=`, `%` and control characters are written as %2E, %3D, %25, %0A and so
// on; in a value control characters alone: the first `=` of a line always ends
// its path, and no text can forge a segment, a path or a line.
//
// All lines together are never longer than the record (of CSV, than a row and
// the names of its columns), or than kLeastRoom if the record is small: there,
// names and punctuation take more room than texts, and the structure would be
// lost. Where six segments do not fit, all lines have fewer, down to one; what
// does not fit then is left out, and counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/arena.h"
#include "base/ids.h"
#include "base/span.h"
#include "record/record.h"

namespace privet {

struct PathLine {
  std::uint32_t begin = 0;  // of the line, in the view's text
  FieldIndex leaf{};
};

// Borrows from the arena it was made in.
struct PathView {
  Bytes<PathSpace> text;
  std::span<const PathLine> lines;
  std::uint32_t left_out = 0;  // leaves without a line

  // The leaf whose line `at` lies in.
  [[nodiscard]] FieldIndex leaf_at(std::uint32_t at) const;
};

inline constexpr std::size_t kLeastRoom = 1024;

// `record` must have been read with ReadOptions::every_leaf; the leaves are
// fields of that reading.
[[nodiscard]] PathView make_path_view(const Record& record, Arena& arena, std::size_t least_room = kLeastRoom);

}  // namespace privet
