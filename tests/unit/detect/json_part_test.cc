// JSON in a text of another kind.
#include "detect/messages/json_part.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/growth.h"

namespace privet {
namespace {

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<Span<ViewSpace>> parts;
  find_json_parts(text, parts);
  std::vector<std::string> out;
  for (const Span<ViewSpace>& part : parts) out.emplace_back(text.substr(part.begin, part.size()));
  return out;
}

const std::string kObject = R"({"type":"personal_chat","name":"Nova \" } N","n":[1,{"a":2}]})";

TEST(JsonPart, FindsObjectsAndArraysOfThem) {
  EXPECT_EQ(parts_of("see: " + kObject + " and so on"), std::vector<std::string>{kObject});
  EXPECT_EQ(parts_of("```json\n[ " + kObject + "]\n```"), std::vector<std::string>{"[ " + kObject + "]"});
  EXPECT_EQ(parts_of(kObject + " then " + kObject), (std::vector<std::string>{kObject, kObject}));
}

TEST(JsonPart, WhatFollowsIsOfThePart) {
  const std::string rows = kObject + ",\n" + kObject;
  EXPECT_EQ(parts_of("rows: " + rows + "."), std::vector<std::string>{rows});
  EXPECT_EQ(first_value(rows), kObject);
}

TEST(JsonPart, WhatIsNone) {
  EXPECT_TRUE(parts_of("").empty());
  EXPECT_TRUE(parts_of("if (x) { return y; } [1, 2, 3] {name} and so on, quite a long text").empty());
  EXPECT_TRUE(parts_of(R"(short {"a":1} one)").empty());
  EXPECT_TRUE(parts_of("cut: " + kObject.substr(0, kObject.size() - 1)).empty());
}

TEST(JsonPart, AtMostSoMany) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "x " + kObject + " ";
  EXPECT_EQ(parts_of(text).size(), kMostJsonParts);
}

TEST(JsonPart, TakesLinearTime) {
  for (const std::string piece : {R"({"a":)", R"([{"a":)", R"({")", R"([)", R"({"a":1})"}) {
    expect_linear_time(4U << 20, piece, [&](std::size_t bytes) {
      const std::string text = repeated(piece, bytes);
      const double before = cpu_seconds();
      (void)parts_of(text);
      return cpu_seconds() - before;
    });
  }
}

}  // namespace
}  // namespace privet
