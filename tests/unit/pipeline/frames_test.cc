// Frames are cut by their text alone, at the ends of records.
#include "pipeline/frames.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace privet {
namespace {

using Frames = std::vector<std::string>;
constexpr FrameSizes kSmall{.target = 10, .limit = 30};

Frames cut(const std::vector<std::string>& records, FrameSizes sizes = kSmall) {
  Frames frames;
  FrameCutter cutter(sizes);
  const auto closed = [&](std::string& frame) { frames.push_back(std::move(frame)), frame.clear(); };
  for (const std::string& record : records) cutter.append(record, kWholeRecord, closed);
  frames.push_back(cutter.rest());
  return frames;
}

TEST(Frames, EndWithTheLineOfTheRecordThatFillsThem) {
  EXPECT_EQ(cut({"1234\n", "1234\n", "12\n", "x\n"}), (Frames{"1234\n1234\n", "12\nx\n"}));
  EXPECT_EQ(cut({"123456789\n"}).front(), "123456789\n");
  EXPECT_EQ(cut({}), (Frames{""}));
}

TEST(Frames, CutARecordThatIsOverTheLimit) {
  const std::string record = std::string(100, 'x') + "\n";
  std::string joined;
  for (const std::string& frame : cut({"a\n", record, "b\n"})) {
    EXPECT_LE(frame.size(), kSmall.limit + 1);
    joined += frame;
  }
  EXPECT_EQ(joined, "a\n" + record + "b\n");
}

// The line end may come in the next batch.
TEST(Frames, DoNotDependOnHowTheTextComes) {
  const std::string text = "12345678\n123\n1234567890123\n1\n2\n3\n";
  Frames whole;
  {
    FrameCutter cutter(kSmall);
    const auto closed = [&](std::string& frame) { whole.push_back(std::move(frame)), frame.clear(); };
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = text.find('\n', at) + 1;
      cutter.append(std::string_view(text).substr(at, end - at), kWholeRecord, closed);
      at = end;
    }
    whole.push_back(cutter.rest());
  }
  Frames parts;
  FrameCutter cutter(kSmall);
  const auto closed = [&](std::string& frame) { parts.push_back(std::move(frame)), frame.clear(); };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    cutter.append(std::string_view(text).substr(at, 1), {.starts = true, .ends = end - at == 1}, closed);
    if (end - at > 1)
      cutter.append(std::string_view(text).substr(at + 1, end - at - 1), {.starts = false, .ends = true}, closed);
    cutter.append("\n", {}, closed);
    at = end + 1;
  }
  parts.push_back(cutter.rest());
  EXPECT_EQ(parts, whole);
}

}  // namespace
}  // namespace privet
