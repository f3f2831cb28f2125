// Which tokens open which rules' gates.
#include "detect/gate/token_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace privet {
namespace {

std::string wanted(const TokenTable& table, std::string_view token) {
  std::string out;
  table.find(token, [&](RuleIndex rule) { out.push_back(static_cast<char>('a' + index(rule))); });
  std::sort(out.begin(), out.end());
  return out;
}

TEST(TokenTable, a_shape_is_a_whole_token_or_how_it_begins) {
  TokenTable table;
  EXPECT_TRUE(table.empty());
  table.add(RuleIndex{0}, "LLDD", false);
  table.add(RuleIndex{1}, "LLDDDDDDL", true);
  table.add(RuleIndex{2}, "LLDDDDDDA", true);
  table.add(RuleIndex{3}, std::string(15, 'A') + "DL" + std::string(14, 'L'), true);
  EXPECT_FALSE(table.empty());
  struct Case {
    const char* token;
    const char* rules;
  };
  const Case cases[] = {
      // Beginnings.
      {"DE89", "a"},
      {"DE8937", "a"},
      {"DE8", ""},
      {"1DE89", ""},
      // Whole tokens.
      {"AB123456C", "abc"},
      {"ab123456c", "abc"},
      {"AB1234567", "ac"},
      {"AB123456CD", "a"},
      {"A1", ""},
      // The longest shape, and longer tokens.
      {"abcdefghij123451bcdefghijklmnop", "d"},
      {"abcdefghij123451bcdefghijklmnopq", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(wanted(table, c.token), c.rules) << c.token;
}

}  // namespace
}  // namespace privet
