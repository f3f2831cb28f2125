#include "pipeline/progress.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

struct TextCase {
  std::uint64_t bytes, total, findings;
  double seconds;
  const char* text;
};
const TextCase kTexts[] = {
    {1'200'000'000, 6'200'000'000, 1203, 3, "1.2 GB, 400 MB/s, 1,203 findings, 0:13 left"},
    // Not known how much there is, or all of it read: nothing is said of the time.
    {999'400, 0, 1, 2, "999 kB, 500 kB/s, 1 finding"},
    {5'000'000, 5'000'000, 0, 1, "5.0 MB, 5.0 MB/s, 0 findings"},
    {0, 100, 0, 0, "0 B, 0 B/s, 0 findings"},
    // Hours.
    {1'000'000, 7'201'000'000, 0, 1, "1.0 MB, 1.0 MB/s, 0 findings, 2:00:00 left"},
};

TEST(ProgressText, SaysBytesSpeedFindingsAndTimeLeft) {
  for (const TextCase& c : kTexts) EXPECT_EQ(progress_text(c.bytes, c.total, c.findings, c.seconds), c.text);
}

struct FittedCase {
  std::size_t columns;
  const char* text;
};
const FittedCase kFitted[] = {
    {200, "1.2 GB, 400 MB/s, 1,203 findings, 0:12 left"},
    {44, "1.2 GB, 400 MB/s, 1,203 findings, 0:12 left"},
    // A part less: the last column stays free.
    {43, "1.2 GB, 400 MB/s, 1,203 findings"},
    {33, "1.2 GB, 400 MB/s, 1,203 findings"},
    {32, "1.2 GB, 400 MB/s"},
    {16, "1.2 GB"},
    {7, "1.2 GB"},
    // Of the first part what fits.
    {6, "1.2 G"},
    {1, ""},
    {0, ""},
};

TEST(ProgressText, FitsTheWindowInWholeParts) {
  for (const FittedCase& c : kFitted)
    EXPECT_EQ(fitted("1.2 GB, 400 MB/s, 1,203 findings, 0:12 left", c.columns), c.text) << c.columns;
}

}  // namespace
}  // namespace privet
