// Members of the outermost object, and where their values stand.
#include "record/member_value.h"

#include <gtest/gtest.h>

#include <string>

#include "record/record_reader.h"

namespace privet {
namespace {

std::string value_of(const std::string& json, std::string_view name) {
  RecordReader reader;
  Record record;
  EXPECT_TRUE(reader.read(RecordFormat::kJson, json, {}, record).ok()) << json;
  const std::optional<FieldIndex> key = outermost_key(record, name);
  return key ? std::string(record.raw.slice(member_value(record, *key))) : "(none)";
}

TEST(MemberValue, IsWholeAndAsItStands) {
  const char* const values[] = {
      R"("a")",
      R"("")",
      R"("a\"b")",
      R"("\\")",
      R"("}\u0061,")",
      "1",
      "-1.50e+3",
      "12345678901234567890123",
      "true",
      "false",
      "null",
      "{}",
      "[]",
      R"({"a":"}"})",
      R"([1, {"b":[2,"]"]}, "\"]"])",
  };
  for (const std::string value : values) {
    // With what may stand around it.
    for (const std::string& json : {R"({"id":)" + value + "}", R"({"x":1,"id" : )" + value + R"( ,"text":"jo"})",
                                    "{\t\"id\"\t:\t" + value + "\t}", R"({"\u0069d":)" + value + R"(,"z":[]})"}) {
      EXPECT_EQ(value_of(json, "id"), value) << json;
    }
  }
}

TEST(MemberValue, IsOfTheOutermostObjectAndTheLastOfEqualNames) {
  EXPECT_EQ(value_of(R"({"id":1,"m":{"id":2},"l":[{"id":3}]})", "id"), "1");
  EXPECT_EQ(value_of(R"({"id":"first","id":null,"m":{"id":2}})", "id"), "null");
  EXPECT_EQ(value_of(R"({"m":{"id":2}})", "id"), "(none)");
  EXPECT_EQ(value_of(R"({"ids":2,"i":3,"ID":4})", "id"), "(none)");
  EXPECT_EQ(value_of(R"(["id"])", "id"), "(none)");
  EXPECT_EQ(value_of(R"([{"id":1}])", "id"), "(none)");
  EXPECT_EQ(value_of(R"("id")", "id"), "(none)");
}

}  // namespace
}  // namespace privet
