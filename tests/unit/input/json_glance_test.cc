// Beginnings of JSON: whole, going on, or none.
#include "input/json_glance.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace privet {
namespace {

using Seen = JsonGlance::Seen;

struct Case {
  std::string_view text;
  Seen seen;
  std::size_t at;  // where it stops
};

// The texts end where their lines do: nothing follows.
const Case kCases[] = {
    {"", Seen::kOpen, 0},
    {"{}", Seen::kWhole, 2},
    {" \r\n\t[]", Seen::kWhole, 6},
    {"{} x", Seen::kWhole, 2},
    {R"({"a":{"b":[]},"c":[[],{}]}x)", Seen::kWhole, 26},
    {R"("a \" b" c)", Seen::kWhole, 8},
    {R"("\"\\\/\b\f\n\r\t\u00eF")", Seen::kWhole, 24},
    // Numbers and names.
    {"0", Seen::kWhole, 1},
    {"-12.50e+3", Seen::kWhole, 9},
    {"true", Seen::kWhole, 4},
    {"[1,-2.5E-3,true,false,null]", Seen::kWhole, 27},
    {"[01]", Seen::kWrong, 3},
    {"[1.]", Seen::kWrong, 3},
    {"[1e]", Seen::kWrong, 3},
    {"[+1]", Seen::kWrong, 1},
    {"[-]", Seen::kWrong, 2},
    {"[nul]", Seen::kWrong, 4},
    {"[True]", Seen::kWrong, 1},
    {"1-2 x", Seen::kWrong, 3},
    {"tru", Seen::kOpen, 3},
    // Goes on.
    {"{", Seen::kOpen, 1},
    {R"({"a)", Seen::kOpen, 3},
    {R"({"a\)", Seen::kOpen, 4},
    {R"({"a\u00)", Seen::kOpen, 7},
    {R"({"a")", Seen::kOpen, 4},
    {R"({"a":)", Seen::kOpen, 5},
    {R"({"a":1)", Seen::kOpen, 6},
    {R"({"a":1,)", Seen::kOpen, 7},
    {"[", Seen::kOpen, 1},
    {"[1,", Seen::kOpen, 3},
    // Is none.
    {"x", Seen::kWrong, 0},
    {"}", Seen::kWrong, 0},
    {",", Seen::kWrong, 0},
    {"{]", Seen::kWrong, 1},
    {"[}", Seen::kWrong, 1},
    {"{,}", Seen::kWrong, 1},
    {"[,1]", Seen::kWrong, 1},
    {"[1,]", Seen::kWrong, 3},
    {"[1 2]", Seen::kWrong, 3},
    {"[1}", Seen::kWrong, 2},
    {R"({"a":1])", Seen::kWrong, 6},
    {R"({"a":1,})", Seen::kWrong, 7},
    {R"({"a" 1})", Seen::kWrong, 5},
    {R"({"a":})", Seen::kWrong, 5},
    {"{a:1}", Seen::kWrong, 1},
    {"{1:1}", Seen::kWrong, 1},
    {"{'a':1}", Seen::kWrong, 1},
    {R"(["\x"])", Seen::kWrong, 3},
    {R"(["\u00g0"])", Seen::kWrong, 6},
    {"[\"a\nb\"]", Seen::kWrong, 3},
    {"[1] // one", Seen::kWhole, 3},
};

TEST(JsonGlance, SeesHowFarAValueGoes) {
  for (const Case& c : kCases) {
    JsonGlance glance;
    EXPECT_EQ(glance.finish(c.text), c.seen) << c.text;
    EXPECT_EQ(glance.at(), c.at) << c.text;
  }
}

TEST(JsonGlance, SeesTheSameByteByByte) {
  for (const Case& c : kCases) {
    JsonGlance glance;
    for (std::size_t size = 0; size < c.text.size(); ++size) (void)glance.look(c.text.substr(0, size));
    EXPECT_EQ(glance.finish(c.text), c.seen) << c.text;
    EXPECT_EQ(glance.at(), c.at) << c.text;
  }
}

TEST(JsonGlance, DepthIsNoLimit) {
  const std::string deep(100000, '[');
  JsonGlance glance;
  EXPECT_EQ(glance.look(deep), Seen::kOpen);
  EXPECT_EQ(glance.look(deep + std::string(100000, ']')), Seen::kWhole);
}

}  // namespace
}  // namespace privet
