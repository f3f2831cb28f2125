#include "base/utf8.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

struct Case {
  std::string_view text;
  std::string_view escaped;
};
const Case kCases[] = {
    {"", ""},
    {"plain", "plain"},
    {"\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"},
    // Latin-1, a lead byte at the end, a continuation by itself.
    {"caf\xE9.jsonl", R"(caf\xE9.jsonl)"},
    {"caf\xC3", R"(caf\xC3)"},
    {"\x80x", R"(\x80x)"},
    // What begins a character that does not come is one byte; the next is looked at anew.
    {"\xF0\xC3\xA9", "\\xF0\xC3\xA9"},
    // Overlong forms, surrogates, too high.
    {"\xC0\xAF", R"(\xC0\xAF)"},
    {"\xED\xA0\x80", R"(\xED\xA0\x80)"},
    {"\xF4\x90\x80\x80", R"(\xF4\x90\x80\x80)"},
};

TEST(Utf8, WhatIsNoneIsEscapedByteByByte) {
  for (const Case& c : kCases) {
    EXPECT_EQ(with_bytes_escaped(c.text), c.escaped);
    EXPECT_TRUE(is_valid_utf8(with_bytes_escaped(c.text)));
  }
}

}  // namespace
}  // namespace privet
