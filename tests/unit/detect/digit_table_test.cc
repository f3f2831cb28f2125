// The look-up of digit-group lengths against a plain map.
#include "detect/gate/digit_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <vector>

namespace privet {
namespace {

DigitSignature signature_of(const std::vector<std::uint32_t>& groups) {
  DigitSignature signature = 0;
  for (const std::uint32_t group : groups) signature = extend(signature, group);
  return signature;
}

std::vector<int> rules_of(const DigitTable& table, const std::vector<std::uint32_t>& groups) {
  std::vector<int> out;
  for (const DigitTable::Want& want : table.find(signature_of(groups)).wants)
    out.push_back(static_cast<int>(index(want.rule)));
  return out;
}

TEST(DigitTable, gives_the_rules_of_a_sequence_and_knows_its_beginnings) {
  DigitTable table;
  table.add(signature_of({3, 3, 4}), {RuleIndex{1}, 0x3FF});
  table.add(signature_of({3, 4}), {RuleIndex{2}, 0x3FF});
  table.add(signature_of({3, 3, 4}), {RuleIndex{0}, 0x3FF});
  table.add(signature_of({3, 3, 4}), {RuleIndex{1}, 0x3FF});  // said twice
  table.build();
  EXPECT_EQ(rules_of(table, {3, 3, 4}), (std::vector<int>{0, 1}));
  EXPECT_EQ(rules_of(table, {3, 4}), std::vector<int>{2});
  EXPECT_TRUE(rules_of(table, {3, 3}).empty());
  EXPECT_TRUE(table.find(signature_of({3, 3})).known);
  EXPECT_TRUE(table.find(signature_of({3})).known);
  EXPECT_FALSE(table.find(signature_of({4})).known);
  EXPECT_FALSE(table.find(signature_of({3, 3, 4, 1})).known);
}

TEST(DigitTable, an_empty_one_knows_nothing) {
  DigitTable table;
  table.build();
  EXPECT_FALSE(table.find(signature_of({3, 3, 4})).known);
}

TEST(DigitTable, agrees_with_a_map_on_many_sequences) {
  std::mt19937 random(7);
  const auto sequence = [&] {
    std::vector<std::uint32_t> groups(1 + random() % 4);
    for (std::uint32_t& group : groups) group = 1 + static_cast<std::uint32_t>(random() % 6);
    return groups;
  };
  DigitTable table;
  std::map<std::vector<std::uint32_t>, std::set<int>> plain;
  for (int rule = 0; rule < 200; ++rule) {
    const std::vector<std::uint32_t> groups = sequence();
    table.add(signature_of(groups), {RuleIndex{static_cast<std::uint16_t>(rule)}, 0x3FF});
    plain[groups].insert(rule);
  }
  table.build();
  for (int i = 0; i < 20'000; ++i) {
    const std::vector<std::uint32_t> groups = sequence();
    const auto it = plain.find(groups);
    const std::vector<int> wanted =
        it == plain.end() ? std::vector<int>() : std::vector<int>(it->second.begin(), it->second.end());
    ASSERT_EQ(rules_of(table, groups), wanted);
    const bool goes_on = std::any_of(plain.begin(), plain.end(), [&](const auto& row) {
      return row.first.size() >= groups.size() && std::equal(groups.begin(), groups.end(), row.first.begin());
    });
    ASSERT_EQ(table.find(signature_of(groups)).known, goes_on);
  }
}

}  // namespace
}  // namespace privet
