// What --field selects, and what it says when it selects nothing.
#include "record/pointer_set.h"

#include <gtest/gtest.h>

#include "record/pointer_shapes.h"
#include "record/record_reader.h"

namespace privet {
namespace {

const ReadOptions kEveryLeaf{.every_leaf = true};

// The texts of the values that are selected, one after the other.
std::string selected(const std::vector<std::string>& patterns, std::string_view json) {
  const PointerSet set = PointerSet::parse(patterns).value();
  PointerSelector selector(&set);
  RecordReader reader;
  Record record;
  EXPECT_TRUE(reader.read(RecordFormat::kJson, json, kEveryLeaf, record).ok());
  selector.begin(record);
  std::string out;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    if (selector.selects(record, FieldIndex{i}) && !is_key(record.fields[i].kind()))
      out += record.text(record.fields[i]).text();
  }
  return out;
}

TEST(PointerSet, SelectsWhatItNamesAndEverythingBelow) {
  constexpr std::string_view kRecord =
      R"({"a": "A", "m": [{"c": "B", "d": "C"}, {"c": "D", "x": {"c": "E"}}], "1": "F", "\u0061\"": "G", "o": {"0": "H"}})";
  const struct {
    const char* name;
    std::vector<std::string> patterns;
    std::string_view texts;
  } cases[] = {
      {"a member", {"/a"}, "A"},
      {"an element", {"/m/1"}, "DE"},
      {"all elements", {"/m/*/c"}, "BD"},
      {"any member", {"/*/0"}, "BCH"},
      {"an array with all below", {"/m"}, "BCDE"},
      {"deeper than a star", {"/m/*/*/c"}, "E"},
      {"the record", {""}, "ABCDEFGH"},
      {"any member of the record", {"/*"}, "ABCDEFGH"},
      {"an index-like name of an object", {"/1"}, "F"},
      {"not an index with a leading zero", {"/m/01"}, ""},
      {"an escaped name", {"/a\""}, "G"},
      {"a prefix of a name", {"/o/"}, ""},
      {"several", {"/m/0", "/a", "/m/*/d"}, "ABC"},
      {"nothing", {"/text"}, ""},
      {"below a scalar", {"/a/b"}, ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(selected(c.patterns, kRecord), c.texts);
  }
}

TEST(PointerSet, TakesMoreThanAWordOfPatterns) {
  std::vector<std::string> patterns;
  for (int i = 0; i < 70; ++i) patterns.push_back("/k" + std::to_string(i));
  EXPECT_EQ(selected(patterns, R"({"k0": "A", "k69": "B", "k70": "C", "k64": "D"})"), "ABD");
}

TEST(PointerSet, SelectsAKeyWithItsValue) {
  const PointerSet set = PointerSet::parse({"/meta"}).value();
  PointerSelector selector(&set);
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, R"({"meta": {"inner": 1}, "other": {"inner": 1}})", {}, record).ok());
  selector.begin(record);
  ASSERT_EQ(record.fields.size(), 4U);
  EXPECT_TRUE(selector.selects(record, FieldIndex{0}));
  EXPECT_TRUE(selector.selects(record, FieldIndex{1}));
  EXPECT_FALSE(selector.selects(record, FieldIndex{2}));
  EXPECT_FALSE(selector.selects(record, FieldIndex{3}));
}

TEST(PointerSet, KnowsWhichPatternsEverMatched) {
  const PointerSet set = PointerSet::parse({"/text", "/m/*/content", "/m", "/empty", "/no"}).value();
  PointerSelector one(&set);
  PointerSelector two(&set);
  const auto run = [](PointerSelector& selector, std::string_view json) {
    RecordReader reader;
    Record record;
    ASSERT_TRUE(reader.read(RecordFormat::kJson, json, kEveryLeaf, record).ok());
    selector.begin(record);
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) (void)selector.selects(record, FieldIndex{i});
  };
  run(one, R"({"text": 1})");
  EXPECT_FALSE(one.matched_any()) << "no string was there";
  // The second pattern lies below what the third selects, and counts.
  run(two, R"({"m": [{"content": "x"}]})");
  EXPECT_TRUE(two.matched_any());
  run(two, R"({"x": "", "empty": []})");
  EXPECT_FALSE(two.matched_any());
  EXPECT_EQ(one.ever_matched(), (std::vector<bool>{true, false, false, false, false}));
  EXPECT_EQ(two.ever_matched(), (std::vector<bool>{false, true, true, true, false}));
  one.merge(two);
  EXPECT_EQ(one.ever_matched(), (std::vector<bool>{true, true, true, true, false}));
  EXPECT_FALSE(one.all_matched());
}

TEST(PointerSet, WithoutPatternsSelectsAll) {
  PointerSelector selector(nullptr);
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, R"(["text"])", {}, record).ok());
  selector.begin(record);
  EXPECT_TRUE(selector.selects(record, FieldIndex{0}));
  EXPECT_TRUE(selector.all_matched());
}

TEST(PointerSet, RefusesWhatIsNoPointer) {
  EXPECT_FALSE(PointerSet::parse({"/text", "text"}).has_value());
  EXPECT_NE(parse_pattern("messages/*").error().message.find("'/messages/*'"), std::string::npos);
}

PointerShapes shapes_of(const std::vector<std::string>& records) {
  PointerShapes shapes;
  RecordReader reader;
  Record record;
  for (const std::string& json : records) {
    EXPECT_TRUE(reader.read(RecordFormat::kJson, json, kEveryLeaf, record).ok());
    shapes.collect(record);
  }
  return shapes;
}

TEST(PointerShapes, WritesIndicesAsStars) {
  EXPECT_EQ(shapes_of({R"({"m": [{"c": "x"}, {"c": 1, "d~": null}], "t": "y"})", R"([[1]])"}).shapes(),
            (std::vector<std::string>{"/*", "/m", "/t", "/*/*", "/m/*", "/m/*/c", "/m/*/d~0"}));
}

TEST(PointerShapes, NamesTheNearestPointerThereIs) {
  const PointerShapes shapes =
      shapes_of({R"({"messages": [{"content": "x", "role": "y"}], "text": "z", "meta": {"id": 1}})"});
  const struct {
    std::string_view pattern;
    std::string_view nearest;
  } cases[] = {
      {"/txt", "/text"},
      {"/Text", "/text"},
      {"/message/*/content", "/messages/*/content"},
      {"/messages/content", "/messages/*/content"},
      {"/messages/0/contents", "/messages/*/content"},
      {"/messages/*/rol", "/messages/*/role"},
      {"/id", "/meta/id"},
      {"/data/text", "/text"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.pattern);
    EXPECT_EQ(shapes.nearest(parse_pattern(c.pattern).value()), c.nearest);
  }
  EXPECT_EQ(PointerShapes().nearest(parse_pattern("/text").value()), std::nullopt);
}

TEST(PointerShapes, KeepsTheSameOnesHoweverRecordsAreSharedOut) {
  std::vector<std::string> records;
  for (int i = 0; i < 2000; ++i) {
    records.push_back(R"({"k)" + std::to_string(i * 7919 % 2000) + R"(": {"deep": [1]}})");
  }
  const PointerShapes all = shapes_of(records);
  PointerShapes even = shapes_of({});
  PointerShapes odd = shapes_of({});
  for (std::size_t i = 0; i < records.size(); ++i) (i % 3 == 0 ? even : odd).merge(shapes_of({records[i]}));
  odd.merge(even);
  EXPECT_EQ(all.shapes(), odd.shapes());
  EXPECT_EQ(all.shapes().size(), 512U);
  EXPECT_EQ(all.shapes().front(), "/k0");
}

}  // namespace
}  // namespace privet
