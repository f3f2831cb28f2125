// The record as path=value lines: what stands in them, and that no text can
// forge one.
#include "record/path_view.h"

#include <gtest/gtest.h>

#include "record/pointer.h"
#include "record/record_reader.h"

namespace privet {
namespace {

const ReadOptions kEveryLeaf{.every_leaf = true};

// Spaces make room: the view may be as long as the record.
std::string view_of(std::string_view json, std::size_t room = 2000) {
  RecordReader reader;
  Record record;
  Arena arena;
  const std::string raw = std::string(json) + std::string(room, ' ');
  EXPECT_TRUE(reader.read(RecordFormat::kJson, raw, kEveryLeaf, record).ok());
  return std::string(make_path_view(record, arena, 0).text.text());
}

TEST(PathView, WritesALineALeaf) {
  const std::string long_name(70, 'k');
  const std::string long_text(300, 'v');
  const struct {
    const char* name;
    std::string json;
    std::string lines;
  } cases[] = {
      {"strings, numbers, booleans; no nulls", R"({"from": "Jo", "n": -1.50, "read": true, "x": null})",
       "from=Jo\nn=-1.50\nread=true\n"},
      {"elements by index", R"({"m": [{"c": "a"}, {"c": "b"}]})", "m.0.c=a\nm.1.c=b\n"},
      {"the last six segments", R"({"a":{"b":{"c":{"d":{"e":{"f":{"g":1}}}}}}})", "b.c.d.e.f.g=1\n"},
      {"a scalar alone", R"("text")", "=text\n"},
      {"empty names and texts", R"({"": {"": ""}})", ".=\n"},
      {"64 bytes of a segment", "{\"" + long_name + "\": {\"" + long_name + "\": 1}}",
       long_name.substr(0, 64) + "." + long_name.substr(0, 64) + "=1\n"},
      {"256 bytes of a value", "[\"" + long_text + "\"]", "0=" + long_text.substr(0, 256) + "\n"},
      {"cut at a character's end", "[\"" + long_text.substr(0, 255) + "\u00e9\"]",
       "0=" + long_text.substr(0, 255) + "\n"},
      // Nothing is forged.
      {"dot, equals and percent in a name", R"({"a.b=c%2E": 1})", "a%2Eb%3Dc%252E=1\n"},
      {"line feed in a name", R"({"a\nb": 1})", "a%0Ab=1\n"},
      {"line feed in a value", R"({"a": "x\nm.0.from=y"})", "a=x%0Am.0.from=y\n"},
      {"other controls", R"({"\u0000\u007f": "\t\u0001"})", "%00%7F=%09%01\n"},
      {"a value's own punctuation stays", R"({"a": "b.c=d%0A"})", "a=b.c=d%0A\n"},
      {"decoded", R"({"n\u00e4me": "\ud83d\ude00"})", "n\u00e4me=\U0001F600\n"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(view_of(c.json), c.lines);
  }
}

TEST(PathView, IsNeverLongerThanTheRecord) {
  const struct {
    const char* name;
    std::string_view json;
    std::string_view lines;
  } cases[] = {
      {"fits as it is", R"({"name": {"a": 1}})", "name.a=1\n"},
      {"fewer segments for all lines", R"({"metadata":{"a":1,"b":2,"c":3}})", "a=1\nb=2\nc=3\n"},
      {"what does not fit is left out", "[10,20,30]", "0=10\n1=20\n"},
      {"nothing fits", "1", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(view_of(c.json, 0), c.lines);
  }
}

TEST(PathView, LeavesSmallRecordsTheirStructure) {
  RecordReader reader;
  Record record;
  Arena arena;
  const std::string small = R"({"metadata":{"a":1,"b":2,"c":3}})";
  ASSERT_TRUE(reader.read(RecordFormat::kJson, small, kEveryLeaf, record).ok());
  EXPECT_EQ(make_path_view(record, arena).text.text(), "metadata.a=1\nmetadata.b=2\nmetadata.c=3\n");
  std::string many = "[0";
  while (many.size() < 1000) many += ",0";
  many += "]";  // the record borrows it
  ASSERT_TRUE(reader.read(RecordFormat::kJson, many, kEveryLeaf, record).ok());
  EXPECT_LE(make_path_view(record, arena).text.size(), kLeastRoom);
  EXPECT_GT(make_path_view(record, arena).left_out, 0U);
}

TEST(PathView, CountsWhatIsLeftOut) {
  RecordReader reader;
  Record record;
  Arena arena;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, "[10,20,30,40,50,null]", kEveryLeaf, record).ok());
  const PathView view = make_path_view(record, arena, 0);
  EXPECT_EQ(view.lines.size(), 4U);
  EXPECT_EQ(view.left_out, 1U);
}

TEST(PathView, LeadsFromEachByteToItsLeaf) {
  RecordReader reader;
  Record record;
  Arena arena;
  ASSERT_TRUE(reader
                  .read(RecordFormat::kJson, R"({"m": [{"from": "Jo", "n": 1}, true], "t": "end"}          )",
                        kEveryLeaf, record)
                  .ok());
  const PathView view = make_path_view(record, arena, 0);
  EXPECT_EQ(view.text.text(), "m.0.from=Jo\nm.0.n=1\nm.1=true\nt=end\n");
  std::string pointers;
  for (std::uint32_t at = 0; at < view.text.size(); ++at) {
    const std::string pointer = pointer_of(record, view.leaf_at(at));
    if (view.text[at] == '\n') pointers += pointer + ' ';
    EXPECT_NE(pointer, "");
  }
  EXPECT_EQ(pointers, "/m/0/from /m/0/n /m/1 /t ");
  EXPECT_EQ(view.leaf_at(0), view.leaf_at(11));
  EXPECT_NE(view.leaf_at(11), view.leaf_at(12));
}

}  // namespace
}  // namespace privet
