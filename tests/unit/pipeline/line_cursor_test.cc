// Lines and columns of places in a batch.
#include "pipeline/line_cursor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "input/batch_reader.h"
#include "support/memory_source.h"

namespace privet {
namespace {

// By its definition, from the beginning of the whole text.
LinePlace place_in(std::string_view whole, std::size_t at) {
  LinePlace place{1, 1};
  for (std::size_t i = 0; i < at; ++i) {
    if (whole[i] == '\n') {
      place = {place.line + 1, 1};
    } else if ((static_cast<unsigned char>(whole[i]) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

TEST(LineCursor, counts_code_points_from_the_line_s_beginning_wherever_a_batch_begins) {
  const std::string text = "[{\"a\": \"\u00e9\u4e2d\"}, {\"b\":\n \"\U0001F600 x\"},{\"c\": 1}, {\"d\":\n\n2}]\n  ";
  for (std::size_t batch_bytes = 1; batch_bytes <= text.size() + 1; ++batch_bytes) {
    test::MemorySource source(text);
    BatchReader reader(source, {.batch_bytes = batch_bytes, .container = Container::kJson});
    Batch batch;
    std::size_t records = 0;
    while (reader.next(batch).value()) {
      for (const Piece& piece : batch.pieces) {
        if (piece.kind != PieceKind::kRecord) continue;
        ++records;
        LineCursor cursor(batch.bytes.view(), piece.begin, piece.line, batch.columns_before);
        // Forward, and back again.
        for (const std::uint32_t i : {0U, 1U, piece.size, piece.size / 2, 0U}) {
          std::size_t at = piece.begin + i;
          while ((static_cast<unsigned char>(batch.bytes.view()[at]) & 0xC0) == 0x80) --at;
          const LinePlace place = cursor.at(at);
          const LinePlace real = place_in(text, to_number(batch.begin) + at);
          EXPECT_EQ(place.line, real.line) << batch_bytes << " " << at;
          EXPECT_EQ(place.column, real.column) << batch_bytes << " " << at;
        }
      }
    }
    EXPECT_EQ(records, 4U);
  }
}

}  // namespace
}  // namespace privet
