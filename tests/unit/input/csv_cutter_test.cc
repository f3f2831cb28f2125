// CSV, row by row.
#include "input/csv_cutter.h"

#include <gtest/gtest.h>

#include <string>

#include "support/piece_list.h"

namespace privet {
namespace {

using test::picture;
using test::PieceList;
using test::read_pieces;

struct Case {
  const char* name;
  std::string input;
  std::string pieces;  // the header in (), rows in <>, oversize in {}, glue as it is
  std::uint64_t blank_lines = 0;
};

const Case kFiles[] = {
    {"nothing", "", ""},
    {"a header alone", "a,b", "(a,b)"},
    {"rows", "a,b\n1,2\n3,4\n", "(a,b)\n<1,2>\n<3,4>\n"},
    {"CRLF", "a,b\r\n1,2\r\n", "(a,b)\r\n<1,2>\r\n"},
    {"no line end at the end", "a,b\n1,2", "(a,b)\n<1,2>"},
    {"a CR at the end is no line end", "a,b\n1,2\r", "(a,b)\n<1,2\r>"},
    {"a BOM",
     "\xEF\xBB\xBF"
     "a\n1\n",
     "\xEF\xBB\xBF(a)\n<1>\n"},
    {"a BOM and a quote", "\xEF\xBB\xBF\"a\n\"\n1\n", "\xEF\xBB\xBF(\"a\n\")\n<1>\n"},
    // Quotes.
    {"a line end in quotes", "a,b\n1,\"x\r\ny\"\n2,z\n", "(a,b)\n<1,\"x\r\ny\">\n<2,z>\n"},
    {"doubled quotes", "a\n\"x\"\"\n\"\"\"\n2\n", "(a)\n<\"x\"\"\n\"\"\">\n<2>\n"},
    {"an empty cell in quotes", "a,b\n\"\",\"\"\n\"\"\n", "(a,b)\n<\"\",\"\">\n<\"\">\n"},
    {"a quote in the middle is plain", "a,b\n5\" pipe,x\n2,y\n", "(a,b)\n<5\" pipe,x>\n<2,y>\n"},
    {"a quote behind a closed one is plain", "a,b\n\"x\"y\"\n2\n", "(a,b)\n<\"x\"y\">\n<2>\n"},
    {"a quote behind another file's delimiter is plain", "a,b\n1;\"x\n2\n", "(a,b)\n<1;\"x>\n<2>\n"},
    {"never closed", "a,b\n1,\"x\n2,y\n", "(a,b)\n<1,\"x\n2,y\n>"},
    // The delimiter, by where a quote opens.
    {"semicolons", "a;b\n1;\"x\ny\"\n1,\"x\n", "(a;b)\n<1;\"x\ny\">\n<1,\"x>\n"},
    {"tabs", "a\tb\n1\t\"x\ny\"\n1,\"x\n", "(a\tb)\n<1\t\"x\ny\">\n<1,\"x>\n"},
    {"none", "a\n1,\"x\n\"y\nz\"\n", "(a)\n<1,\"x>\n<\"y\nz\">\n"},
    {"the more frequent one", "a;b;c,d\n1;\"x\ny\"\n", "(a;b;c,d)\n<1;\"x\ny\">\n"},
    {"those in quotes do not count", "a;\"b,c,d\n,e\"\n1;\"x\ny\"\n", "(a;\"b,c,d\n,e\")\n<1;\"x\ny\">\n"},
    // Blank lines.
    {"blank lines", "\n \r\na,b\n\n1,2\n  \n", "\n \r\n(a,b)\n\n<1,2>\n  \n", 4},
    {"a row of tabs is none", "a\tb\n\t\n", "(a\tb)\n<\t>\n"},
    {"a blank line in quotes is none", "a\n\"\n\n\"\n", "(a)\n<\"\n\n\">\n"},
    // Over the limit of 12.
    {"as long as the limit", "a\n012345678901\r\n1\n", "(a)\n<012345678901>\r\n<1>\n"},
    {"over the limit", "a\n0123456789012\n1\n", "(a)\n{0123456789012}\n<1>\n"},
    {"over the limit with a CR", "a\n012345678901\r2\n1\n", "(a)\n{012345678901\r2}\n<1>\n"},
    {"far over the limit", "a\n0123456789012345678901234567890123456789\r\n1\n",
     "(a)\n{0123456789012345678901234567890123456789}\r\n<1>\n"},
    {"a quoted row as long as the limit", "a\n\"23456\n8901\"\n1\n", "(a)\n<\"23456\n8901\">\n<1>\n"},
    {"a quote that opens nothing", "a\n1,\"x\n2,y\n3,z\n4,a\n5,\"b\"\n",
     "(a)\n<1,\"x>\n<2,y>\n<3,z>\n<4,a>\n<5,\"b\">\n"},
    {"goes on behind the line where the limit is", "a,b\n1,\"x\n2,y\n3,z\n4,a\n5,\"b\n\"\n",
     "(a,b)\n{1,\"x\n2,y\n3,z\n4,a}\n<5,\"b\n\">\n"},
    {"never closed, over the limit, to the end", "a\n\"12345678901234567890", "(a)\n{\"12345678901234567890}"},
    {"a header over the limit", "\"a\n0123456789012345\n1,\"x\ny\n", "{\"a\n0123456789012345}\n<1,\"x>\n<y>\n"},
};

constexpr std::size_t kBatchSizes[] = {1, 2, 3, 7, 16, 1 << 20};

TEST(CsvCutter, CutsRowsWhereverTheBytesAreSplit) {
  for (const Case& c : kFiles) {
    for (const std::size_t batch : kBatchSizes) {
      for (std::size_t read = 1; read <= c.input.size() + 1; ++read) {
        SCOPED_TRACE(std::string(c.name) + " batch " + std::to_string(batch) + " read " + std::to_string(read));
        const PieceList list =
            read_pieces(c.input, {.batch_bytes = batch, .max_record_bytes = 12, .container = Container::kCsv},
                        {.read_bytes = read});
        ASSERT_EQ(picture(list), c.pieces);
        ASSERT_EQ(list.text(), c.input);
        ASSERT_EQ(list.blank_lines, c.blank_lines);
        ASSERT_FALSE(list.error);
        ASSERT_TRUE(list.pieces.empty() || list.pieces.back().closed);
      }
    }
  }
}

TEST(CsvCutter, CountsPhysicalLines) {
  const PieceList list = read_pieces("\"a\n\"\r\n\n\"1\n2\"\n3\n", {.container = Container::kCsv});
  std::string lines;
  for (const auto& piece : list.pieces) {
    if (piece.kind != PieceKind::kGlue) lines += std::to_string(piece.line) + ' ';
  }
  EXPECT_EQ(lines, "1 4 6 ");
}

TEST(CsvCutter, TellsTheDelimiterOfEveryBatch) {
  test::MemorySource source("a;b\n1;2\n3;4\n", {.read_bytes = 1});
  BatchReader reader(source, {.batch_bytes = 1, .container = Container::kCsv});
  Batch batch;
  std::size_t batches = 0;
  for (; *reader.next(batch); ++batches) EXPECT_EQ(batch.delimiter, ';');
  EXPECT_GT(batches, 2U);
}

// A million quotes in one cell, or lines in one: once over them is enough.
TEST(CsvCutter, TakesTimeInProportion) {
  std::string quotes = "a,b\n1,2";
  for (int i = 0; i < 1'000'000; ++i) quotes += "x\"";
  std::string lines = "a,b\n1,\"";
  for (int i = 0; i < 1'000'000; ++i) lines += "\n,";
  for (const std::string& text : {quotes + "\n", lines + "\"\n"}) {
    const PieceList list = read_pieces(text, {.container = Container::kCsv}, {.read_bytes = 4096});
    EXPECT_EQ(list.of(PieceKind::kRecord).size(), 1U);
  }
}

}  // namespace
}  // namespace privet
