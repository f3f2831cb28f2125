// Our own documents, written and read.
#include <gtest/gtest.h>

#include <limits>

#include "record/json_read.h"
#include "record/json_write.h"

namespace privet {
namespace {

using namespace std::string_view_literals;

TEST(JsonWriter, WritesCompactJson) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("schema", "privet.test/1");
  json.member("n", 12);
  json.member("big", std::numeric_limits<std::uint64_t>::max());
  json.member("low", std::numeric_limits<std::int64_t>::min());
  json.member("score", 0.1);
  json.member("yes", true);
  json.key("list");
  json.begin_array();
  json.string("a");
  json.null();
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.raw(R"({"x":1})");
  json.end_array();
  json.key("after");
  json.boolean(false);
  json.end_object();
  EXPECT_EQ(out,
            R"({"schema":"privet.test/1","n":12,"big":18446744073709551615,"low":-9223372036854775808,"score":0.1,)"
            R"("yes":true,"list":["a",null,{},[],{"x":1}],"after":false})");
}

TEST(JsonWriter, EscapesWhatMustBeAndNothingElse) {
  std::string out = "before:";
  escape_json(std::string_view("\"\\/\b\f\n\r\t\0\x1f\x7f <caf\u00e9> \U0001F600", 24), out);
  EXPECT_EQ(out, "before:\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f <caf\u00e9> \U0001F600");
}

TEST(JsonRead, GivesBackWhatWasWritten) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("text", "line\n\"quoted\" \\ caf\u00e9");
  json.member("int", -7);
  json.member("uint", std::numeric_limits<std::uint64_t>::max());
  json.member("real", 0.25);
  json.member("flag", true);
  json.key("list");
  json.begin_array();
  json.number(1);
  json.number(2);
  json.end_array();
  json.key("inner");
  json.begin_object();
  json.member("k", "v");
  json.end_object();
  json.key("nothing");
  json.null();
  json.end_object();

  const auto value = parse_json(out, "test");
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(value->get_string("text"), "line\n\"quoted\" \\ caf\u00e9");
  EXPECT_EQ(value->get_int("int"), -7);
  EXPECT_EQ(value->get_uint("uint"), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(value->get_number("real"), 0.25);
  EXPECT_EQ(value->get_number("int"), -7.0);
  EXPECT_EQ(value->get_bool("flag"), true);
  EXPECT_EQ(value->get_array("list")->size(), 2U);
  EXPECT_EQ((*value->get_object("inner"))->get_string("k"), "v");
  EXPECT_TRUE(value->find("nothing")->is_null());
  EXPECT_EQ(value->find("missing"), nullptr);
  EXPECT_EQ(value->object()->front().key, "text");
}

TEST(JsonRead, SaysWhichMemberIsWrong) {
  const auto value = parse_json(R"({"n": "12", "neg": -1, "big": 18446744073709551615, "f": 1.5})", "test").value();
  EXPECT_EQ(value.get_int("n").error().message, "'n' is missing or not a whole number");
  EXPECT_EQ(value.get_string("s").error().message, "'s' is missing or not a string");
  EXPECT_FALSE(value.get_uint("neg").has_value());
  EXPECT_FALSE(value.get_int("big").has_value());
  EXPECT_FALSE(value.get_int("f").has_value());
  EXPECT_FALSE(value.get_array("n").has_value());
  EXPECT_FALSE(value.get_object("n").has_value());
  EXPECT_FALSE(value.get_bool("n").has_value());
  EXPECT_FALSE(JsonValue().get_string("x").has_value());
}

TEST(JsonRead, RefusesWhatIsNoDocument) {
  for (const std::string_view text : {"", "{", "[1,]", "{} {}", "[01]", "{\"a\":1,\"b\":2,\"a\":3}", "[\"\\ud83d\"]",
                                      "[1e999]", "[\"\xFF\"]", "nul"}) {
    SCOPED_TRACE(text);
    const auto value = parse_json(text, "baseline.json");
    ASSERT_FALSE(value.has_value());
    EXPECT_EQ(value.error().message.rfind("baseline.json: ", 0), 0U);
  }
}

}  // namespace
}  // namespace privet
