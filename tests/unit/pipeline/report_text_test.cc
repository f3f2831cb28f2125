// Rows come out as they went in, whether they were packed in between or not.
#include "pipeline/report_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace privet {
namespace {

std::string row_of(std::size_t i, std::size_t bytes) { return std::to_string(i) + std::string(bytes, 'x') + "\n"; }

// Fills `text` with `rows` rows and expects them back, each with its end.
void expect_rows_back(ReportText& text, std::size_t rows, std::size_t bytes) {
  for (std::size_t i = 0; i < rows; ++i) {
    text.row() += row_of(i, bytes);
    text.end_row();
    ASSERT_LT(text.row().size(), ReportText::kChunkBytes) << "still held as text";
  }
  std::size_t next = 0;
  const auto visit = [&](std::string_view chunk, std::span<const std::uint32_t> ends) {
    std::size_t at = 0;
    for (const std::uint32_t end : ends) {
      EXPECT_EQ(chunk.substr(at, end - at), row_of(next++, bytes));
      at = end;
    }
    EXPECT_EQ(at, chunk.size());
    return Status();
  };
  ASSERT_TRUE(text.take(visit));
  EXPECT_EQ(next, rows);
}

TEST(ReportText, gives_back_the_rows_of_none_one_and_many_chunks_and_again) {
  ReportText text;
  for (const std::size_t rows : {0, 1, 1000, 9'000, 40'000, 3}) expect_rows_back(text, rows, 400);
}

TEST(ReportText, gives_back_a_row_longer_than_a_chunk) {
  ReportText text;
  expect_rows_back(text, 3, 2 * ReportText::kChunkBytes);
}

TEST(ReportText, holds_nothing_once_cleared_or_taken) {
  ReportText text;
  const auto fill = [&] {
    for (std::size_t i = 0; i < 20'000; ++i) {
      text.row() += row_of(i, 400);
      text.end_row();
    }
  };
  const auto unexpected = [](std::string_view, std::span<const std::uint32_t>) {
    ADD_FAILURE() << "a row";
    return Status();
  };
  const auto any = [](std::string_view, std::span<const std::uint32_t>) { return Status(); };
  fill();
  text.clear();
  ASSERT_TRUE(text.take(unexpected));
  fill();
  ASSERT_TRUE(text.take(any));
  ASSERT_TRUE(text.take(unexpected));
}

TEST(ReportText, stops_at_the_first_failure) {
  ReportText text;
  for (std::size_t i = 0; i < 40'000; ++i) {
    text.row() += row_of(i, 400);
    text.end_row();
  }
  int visits = 0;
  const auto failing = [&](std::string_view, std::span<const std::uint32_t>) -> Status {
    ++visits;
    return fail(ErrorCode::kIo, "disk full");
  };
  EXPECT_FALSE(text.take(failing));
  EXPECT_EQ(visits, 1);
}

}  // namespace
}  // namespace privet
