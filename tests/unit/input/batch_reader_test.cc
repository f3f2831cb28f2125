// Lines: what is a record, what is glue, and what an error or a limit does.
#include "input/batch_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "support/piece_list.h"

namespace privet {
namespace {

using test::PieceList;
using test::read_pieces;

// CR and LF as letters.
std::string picture_line(const PieceList& list) {
  std::string shown;
  for (const char c : test::picture(list)) {
    if (c == '\n') {
      shown += "\\n";
    } else if (c == '\r') {
      shown += "\\r";
    } else {
      shown += c;
    }
  }
  return shown;
}

struct Case {
  const char* name;
  std::string input;
  std::string pieces;
  std::uint64_t blank_lines = 0;
};

const Case kLines[] = {
    {"nothing", "", ""},
    {"one line", "{}\n", "<{}>\\n"},
    {"no line end after the last", "{}\n{}", "<{}>\\n<{}>"},
    {"crlf", "a\r\nb\r\n", "<a>\\r\\n<b>\\r\\n"},
    {"only one CR belongs to the line end", "a\r\r\n", "<a\\r>\\r\\n"},
    {"a CR without LF is no line end", "a\rb\r", "<a\\rb\\r>"},
    {"spaces around a record stay in it", " a \n", "< a >\\n"},
    // Blank lines.
    {"blank lines", "\n\na\n \t\r\n\nb\n", "\\n\\n<a>\\n \t\\r\\n\\n<b>\\n", 4},
    {"a blank end", "a\n  ", "<a>\\n  ", 1},
    {"only a CR", "\r", "\\r", 1},
    // BOM.
    {"a BOM is glue", "\xEF\xBB\xBF{}\n", "\xEF\xBB\xBF<{}>\\n"},
    {"only a BOM", "\xEF\xBB\xBF", "\xEF\xBB\xBF"},
    {"a BOM and a blank line", "\xEF\xBB\xBF\n{}", "\xEF\xBB\xBF\\n<{}>", 1},
    {"part of a BOM is text", "\xEF\xBB", "<\xEF\xBB>"},
    {"a BOM elsewhere is text", "a\n\xEF\xBB\xBF{}\n", "<a>\\n<\xEF\xBB\xBF{}>\\n"},
    // The limit is 8 in these tests.
    {"as long as the limit", "12345678\n12345678\r\n12345678", "<12345678>\\n<12345678>\\r\\n<12345678>"},
    {"over the limit", "123456789\na\n", "{123456789}\\n<a>\\n"},
    {"over the limit, crlf", "123456789\r\na\n", "{123456789}\\r\\n<a>\\n"},
    {"over the limit by a CR", "12345678\r\r\na\n", "{12345678\\r}\\r\\n<a>\\n"},
    {"over the limit by a CR at the end", "12345678\r", "{12345678\\r}"},
    {"far over the limit", "123456789012345678901234567890\na\n", "{123456789012345678901234567890}\\n<a>\\n"},
    {"over the limit at the end", "a\n1234567890123", "<a>\\n{1234567890123}"},
    {"spaces over the limit are a line over the limit", "          \na", "{          }\\n<a>"},
    {"two over the limit", "1234567890\nabcdefghij\n", "{1234567890}\\n{abcdefghij}\\n"},
    {"a BOM does not count",
     "\xEF\xBB\xBF"
     "12345678\n",
     "\xEF\xBB\xBF<12345678>\\n"},
    // Not this stage's business.
    {"damaged UTF-8", "\xFF\xC0\n", "<\xFF\xC0>\\n"},
};

constexpr std::size_t kBatchSizes[] = {1, 2, 3, 7, 16, 1 << 20};
constexpr std::size_t kReadSizes[] = {1, 2, 5, 1 << 20};

TEST(BatchReader, CutsLinesWhateverTheSizes) {
  for (const Case& c : kLines) {
    for (const std::size_t batch : kBatchSizes) {
      for (const std::size_t read : kReadSizes) {
        for (const bool line_buffered : {false, true}) {
          SCOPED_TRACE(std::string(c.name) + " batch " + std::to_string(batch) + " read " + std::to_string(read));
          const PieceList list = read_pieces(c.input,
                                             {.batch_bytes = batch,
                                              .max_record_bytes = 8,
                                              .container = Container::kJsonl,
                                              .line_buffered = line_buffered},
                                             {.read_bytes = read});
          EXPECT_EQ(picture_line(list), c.pieces);
          EXPECT_EQ(list.text(), c.input);
          EXPECT_EQ(list.blank_lines, c.blank_lines);
          EXPECT_FALSE(list.error);
        }
      }
    }
  }
}

// Which records the first batch has at least does not depend on sizes.
TEST(BatchReader, TheFirstBatchHoldsSoManyRecordsOrBytes) {
  const struct {
    const char* name;
    std::string input;
    std::size_t bytes, records;
    std::string_view at_least;  // of the input, in the first batch
  } cases[] = {
      {"records", "a1\nb2\n\nc3\nd4\n", 100, 3, "a1\nb2\n\nc3"},
      {"bytes", "a1\nb2\nc3\nd4\n", 5, 100, "a1\nb2"},
      {"a record that ends with the last byte", "a1\r\nb2\r\nc3\r\n", 6, 100, "a1\r\nb2"},
      {"all of it", "a1\nb2", 100, 100, "a1\nb2"},
      {"up to a record over the limit", "a1\n123456789\nb2\n", 100, 100, "a1\n"},
      {"a long first record", "1234567\nb2\n", 2, 100, "1234567"},
      {"one record", "a1\nb2\n", 100, 1, "a1"},
  };
  for (const auto& c : cases) {
    for (const std::size_t batch : kBatchSizes) {
      for (const std::size_t read : kReadSizes) {
        SCOPED_TRACE(std::string(c.name) + " batch " + std::to_string(batch) + " read " + std::to_string(read));
        test::MemorySource source(c.input, {.read_bytes = read});
        BatchReader reader(source, {.batch_bytes = batch,
                                    .max_record_bytes = 8,
                                    .container = Container::kJsonl,
                                    .first_bytes = c.bytes,
                                    .first_records = c.records});
        std::string all;
        Batch first, other;
        ASSERT_TRUE(*reader.next(first));
        EXPECT_TRUE(first.bytes.view().starts_with(c.at_least)) << first.bytes.view();
        all = first.bytes.view();
        while (*reader.next(other)) all += other.bytes.view();
        EXPECT_EQ(all, c.input);
      }
    }
  }
}

TEST(BatchReader, NulBytesAreText) {
  const std::string input("a\0b\n\0\n", 6);
  const PieceList list = read_pieces(input, {.container = Container::kText});
  EXPECT_EQ(list.of(PieceKind::kRecord), (std::vector<std::string>{std::string("a\0b", 3), std::string("\0", 1)}));
}

TEST(BatchReader, KnowsLinesAndOffsets) {
  const PieceList list =
      read_pieces("\xEF\xBB\xBF{}\r\n\n123456789\n[]\n", {.max_record_bytes = 8, .container = Container::kJsonl});
  ASSERT_EQ(list.pieces.size(), 7U);
  EXPECT_EQ(list.pieces[1].line, 1U);
  EXPECT_EQ(list.pieces[1].offset, 3U);
  EXPECT_EQ(list.pieces[3].kind, PieceKind::kOversize);
  EXPECT_EQ(list.pieces[3].line, 3U);
  EXPECT_EQ(list.pieces[3].offset, 8U);
  EXPECT_EQ(list.pieces[5].line, 4U);
  EXPECT_EQ(list.pieces[5].offset, 18U);
}

TEST(BatchReader, AnErrorComesAfterAllThatWasRead) {
  for (const std::size_t batch : kBatchSizes) {
    const PieceList list =
        read_pieces("a\nbb\nccc\n", {.batch_bytes = batch, .container = Container::kJsonl}, {.fail_at = 7});
    EXPECT_EQ(picture_line(list), "<a>\\n<bb>\\n<cc>");
    ASSERT_TRUE(list.error);
    EXPECT_EQ(list.error->message, "memory: input/output error");
  }
}

TEST(BatchReader, AnErrorInsideARecordOverTheLimitClosesIt) {
  const PieceList list =
      read_pieces("a\n1234567890\n", {.batch_bytes = 1, .max_record_bytes = 3, .container = Container::kJsonl},
                  {.read_bytes = 1, .fail_at = 10});
  EXPECT_EQ(picture_line(list), "<a>\\n{12345678}");
  EXPECT_TRUE(list.pieces.back().closed);
  EXPECT_TRUE(list.error);
}

TEST(BatchReader, AnErrorIsGivenAgainWhenAskedAgain) {
  test::MemorySource source("", {.fail_at = 0});
  BatchReader reader(source, {});
  Batch batch;
  EXPECT_FALSE(reader.next(batch));
  EXPECT_FALSE(reader.next(batch));
}

TEST(BatchReader, ABatchIsAboutAsLargeAsAsked) {
  std::string input;
  for (int i = 0; i < 3000; ++i) input += std::string(static_cast<std::size_t>(i % 300), 'x') + "\n";
  const PieceList list = read_pieces(input, {.batch_bytes = 4096, .container = Container::kText}, {.read_bytes = 100});
  EXPECT_EQ(list.text(), input);
  EXPECT_LE(list.largest_batch, 4096U);
  EXPECT_GE(list.batches, input.size() / 4096);
  EXPECT_LE(list.batches, input.size() / (4096 - 300) + 1);
}

TEST(BatchReader, PiecesOfTinyRecordsAreBounded) {
  std::string input;
  for (int i = 0; i < 500000; ++i) input += "1\n";
  test::MemorySource source(input);
  BatchReader reader(source, {.container = Container::kJsonl});
  Batch batch;
  std::size_t bytes = 0;
  while (*reader.next(batch)) {
    EXPECT_LE(batch.pieces.size(), (1U << 16) + 2U);
    bytes += batch.bytes.size();
  }
  EXPECT_EQ(bytes, input.size());
}

TEST(BatchReader, ALongRecordTakesAtMostTwiceItsSizeAndOnlyForItsBatch) {
  const std::size_t size = 5'000'000;
  test::MemorySource source(std::string(size, 'x') + "\na\n" + std::string(3 << 20, '\n') + "b\n");
  BatchReader reader(source, {.container = Container::kText});
  Batch batch;
  ASSERT_TRUE(*reader.next(batch));
  EXPECT_EQ(batch.pieces[0].size, size);
  EXPECT_LE(batch.bytes.capacity(), 2 * size);
  while (*reader.next(batch)) EXPECT_LE(batch.bytes.capacity(), 2U << 20);
}

TEST(BatchReader, ARecordOverTheLimitIsNeverHeld) {
  const std::size_t limit = 1 << 20;
  test::MemorySource source(std::string(50 << 20, 'x') + "\nb\n");
  BatchReader reader(source, {.batch_bytes = 1 << 16, .max_record_bytes = limit, .container = Container::kText});
  Batch batch;
  std::string last;
  while (*reader.next(batch)) {
    EXPECT_LE(batch.bytes.capacity(), limit + (1 << 16) + 64);
    if (batch.pieces[0].kind == PieceKind::kOversize && !batch.pieces[0].first) {
      EXPECT_LE(batch.bytes.size(), 1U << 16);
    }
    for (const Piece& piece : batch.pieces) {
      if (piece.kind == PieceKind::kRecord) last = batch.bytes.view().substr(piece.begin, piece.size);
    }
  }
  EXPECT_EQ(last, "b");
}

TEST(BatchReader, LineBufferedGivesWhatIsThere) {
  test::MemorySource source("a\nb\nc\n", {.read_bytes = 3});
  BatchReader reader(source, {.container = Container::kJsonl, .line_buffered = true});
  Batch batch;
  ASSERT_TRUE(*reader.next(batch));
  EXPECT_EQ(batch.bytes.view(), "a\n");
  ASSERT_TRUE(*reader.next(batch));
  EXPECT_EQ(batch.bytes.view(), "b\nc\n");
}

// A straight reading of the header's words, on the whole text at once.
PieceList reference(const std::string& text, std::size_t limit) {
  PieceList list;
  std::uint64_t line = 1;
  std::size_t at = 0;
  const auto glue = [&](std::size_t end) {
    if (at == end) return;
    if (!list.pieces.empty() && list.pieces.back().kind == PieceKind::kGlue) {
      list.pieces.back().text += text.substr(at, end - at);
    } else {
      list.pieces.push_back({PieceKind::kGlue, text.substr(at, end - at), line, at});
    }
    at = end;
  };
  if (text.rfind("\xEF\xBB\xBF", 0) == 0) glue(3);
  while (at < text.size()) {
    const std::size_t feed = text.find('\n', at);
    std::size_t end = feed == std::string::npos ? text.size() : feed;
    const std::size_t next = feed == std::string::npos ? end : feed + 1;
    if (feed != std::string::npos && end > at && text[end - 1] == '\r') --end;
    const bool blank = text.find_first_not_of(" \t\r", at) >= end;
    if (end - at > limit || !blank) {
      list.pieces.push_back(
          {end - at > limit ? PieceKind::kOversize : PieceKind::kRecord, text.substr(at, end - at), line, at});
      at = end;
    } else {
      ++list.blank_lines;
    }
    glue(next);
    ++line;
  }
  return list;
}

TEST(BatchReader, IsTheReferenceOnRandomText) {
  std::mt19937 random(7);
  const std::string alphabet = "ab{\" \t\r\n\n\xEF\xBB\xBF";
  for (int round = 0; round < 400; ++round) {
    std::string text = random() % 8 == 0 ? "\xEF\xBB\xBF" : "";
    for (std::size_t size = random() % 60; size > 0; --size) text += alphabet[random() % alphabet.size()];
    const std::size_t limit = 1 + random() % 12;
    const PieceList expected = reference(text, limit);
    for (const std::size_t batch : kBatchSizes) {
      for (const std::size_t read : kReadSizes) {
        const PieceList list =
            read_pieces(text, {.batch_bytes = batch, .max_record_bytes = limit, .container = Container::kText},
                        {.read_bytes = read});
        ASSERT_EQ(list.pieces, expected.pieces)
            << testing::PrintToString(text) << " limit " << limit << " batch " << batch;
        ASSERT_EQ(list.blank_lines, expected.blank_lines) << testing::PrintToString(text);
      }
    }
  }
}

}  // namespace
}  // namespace privet
