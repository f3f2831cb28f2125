// The shape of a record: its keys and where they are, and nothing else.
#include "record/key_shape.h"

#include <gtest/gtest.h>

#include <string>

#include "record/record_reader.h"

namespace privet {
namespace {

std::uint64_t shape_of(std::string_view json, RecordFormat format = RecordFormat::kJson) {
  RecordReader reader;
  Record record;
  EXPECT_TRUE(reader.read(format, json, {.every_leaf = true}, record).ok());
  KeyShapes shapes;
  return shapes.shape_of(record);
}

TEST(KeyShape, IsTheSameForRowsOfATable) {
  const char* const alike[][2] = {
      {R"({"a":1,"b":"x"})", R"({"b":"long text","a":null})"},
      {R"({"a":[1,2,3]})", R"({"a":[]})"},
      {R"({"m":[{"c":1},{"c":2}]})", R"({"m":[{"c":true}]})"},
      {R"({"m":[{"c":1},{"d":2}]})", R"({"m":[{"c":1,"d":2}]})"},
      {R"({"n\u00e4me":1})", "{\"n\u00e4me\":1}"},
      {R"({"a":1,"a":2})", R"({"a":1})"},
      {R"([{"a":1}])", R"([{"a":1},{"a":2}])"},
  };
  for (const auto& [a, b] : alike) EXPECT_EQ(shape_of(a), shape_of(b)) << a << " " << b;
}

TEST(KeyShape, DiffersWhereKeysDo) {
  const char* const different[][2] = {
      {R"({"a":1})", R"({"b":1})"},
      {R"({"a":1})", R"({"a":1,"b":2})"},
      {R"({"to":1})", R"({"from":1})"},
      {R"({"a":1})", R"({"a":[1]})"},
      {R"({"a":{"b":1}})", R"({"a":[{"b":1}]})"},
      {R"({"a":{"b":1},"c":2})", R"({"a":1,"c":{"b":2}})"},
      {R"({"a":{"b":1}})", R"({"ab":1})"},
      {R"({"a":[1]})", R"({"a":[[1]]})"},
      {R"({"a":{"[]":1}})", R"({"a":[1]})"},
  };
  for (const auto& [a, b] : different) EXPECT_NE(shape_of(a), shape_of(b)) << a << " " << b;
}

TEST(KeyShape, TextAndHugeObjectsHaveNone) {
  EXPECT_EQ(shape_of("to be or not", RecordFormat::kText), kNoShape);
  EXPECT_EQ(shape_of("[1,2]"), kNoShape);
  const auto object = [](std::size_t keys) {
    std::string json = "{";
    for (std::size_t i = 0; i < keys; ++i) json += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":0";
    return json + "}";
  };
  EXPECT_NE(shape_of(object(kMostShapeKeys)), kNoShape);
  EXPECT_EQ(shape_of(object(kMostShapeKeys + 1)), kNoShape);
}

}  // namespace
}  // namespace privet
