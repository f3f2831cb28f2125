// Names of fields.
#include "record/pointer.h"

#include <gtest/gtest.h>

#include "record/record_reader.h"

namespace privet {
namespace {

TEST(Pointer, NamesEveryValueWhetherOrNotItsKeyIsListed) {
  const struct {
    const char* name;
    std::string_view json;
    std::string_view pointer;  // of the field whose text is "here"
  } cases[] = {
      {"the document", R"("here")", ""},
      {"a member", R"({"text": "here"})", "/text"},
      {"a member with a key too small to be listed", R"({"a": "here"})", "/a"},
      {"an empty key", R"({"": "here"})", "/"},
      {"an element", R"([0, 1, "here"])", "/2"},
      {"nested", R"({"messages": [{"x": 1}, {"content": {"t": ["here"]}}]})", "/messages/1/content/t/0"},
      {"tilde and slash", R"({"a/b": {"~1": "here"}})", "/a~1b/~01"},
      {"escapes in a key", R"({"\u0061\n\"": "here"})", "/a\n\""},
      {"a key that ends with a backslash", R"({"a\\": "here"})", "/a\\"},
      {"a key of quotes and backslashes", R"({"\\\"\\\\\"x\"": "here"})", R"(/\"\\"x")"},
      {"white space about the colon", "{\"key\" \n\t: \r \"here\"}", "/key"},
      {"escapes in an object's key", R"({"caf\u00e9": {"k": "here"}})", "/caf\u00e9/k"},
      {"behind empty containers", R"([[], {}, [[], "here"]])", "/2/1"},
  };
  RecordReader reader;
  Record record;
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    ASSERT_TRUE(reader.read(RecordFormat::kJson, c.json, {}, record).ok());
    bool found = false;
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
      if (record.text(record.fields[i]).text() != "here") continue;
      EXPECT_EQ(pointer_of(record, FieldIndex{i}), c.pointer);
      found = true;
    }
    EXPECT_TRUE(found);
  }
}

TEST(Pointer, NamesAKeyByItsValue) {
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, R"([{"jo@example.com": {"name": 1}}])", {}, record).ok());
  ASSERT_EQ(record.fields.size(), 2U);
  EXPECT_EQ(pointer_of(record, FieldIndex{0}), "/0/jo@example.com");
  EXPECT_EQ(pointer_of(record, FieldIndex{1}), "/0/jo@example.com/name");
}

TEST(Pointer, GivesSegmentsWithTheFieldsOfTheirKeys) {
  RecordReader reader;
  Record record;
  ASSERT_TRUE(
      reader.read(RecordFormat::kJson, R"({"users": [0, {"jo@ex\u0061mple.com": {"k": "here"}}]})", {}, record).ok());
  std::vector<PointerSegment> segments;
  pointer_segments(record, FieldIndex{2}, segments);
  ASSERT_EQ(segments.size(), 4U);
  std::string text;
  for (const PointerSegment& segment : segments) {
    append_segment_text(record, segment, text);
    text += segment.key ? '#' + std::to_string(index(*segment.key)) : std::string();
    text += ' ';
  }
  EXPECT_EQ(text, "users#0 1 jo@example.com#1 k ");
}

TEST(Pointer, ParsesWhatTheStandardAllows) {
  const struct {
    std::string_view text;
    std::vector<std::string> segments;
  } good[] = {
      {"", {}}, {"/", {""}}, {"/a/b", {"a", "b"}}, {"/a~1b/~0", {"a/b", "~"}}, {"/~01", {"~1"}}, {"//x", {"", "x"}},
  };
  for (const auto& c : good) {
    SCOPED_TRACE(c.text);
    const auto pointer = parse_pointer(c.text);
    ASSERT_TRUE(pointer.has_value());
    EXPECT_EQ(pointer->segments, c.segments);
  }
  for (const std::string_view text : {"text", "a/b", "/~", "/~2", "/a~"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(parse_pointer(text).has_value());
  }
}

}  // namespace
}  // namespace privet
