// Two maps made into one lead to the same places as the two in a row.
#include "text/compose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace privet {
namespace {

struct MidSpace;
using First = OffsetMap<FieldSpace, MidSpace>;
using Second = OffsetMap<MidSpace, ViewSpace>;
using Whole = OffsetMap<FieldSpace, ViewSpace>;

struct Maps {
  std::vector<Edit> first, second, whole;
  std::uint32_t a = 0, b = 0, c = 0;  // sizes of the three texts
};

Maps compose(OffsetMapBuilder& first, OffsetMapBuilder& second) {
  Maps maps;
  OffsetMapBuilder out;
  compose_edits(first.edits(), second.edits(), first.derived_size(), out);
  const auto copy = [](const OffsetMapBuilder& b) { return std::vector<Edit>(b.edits().begin(), b.edits().end()); };
  maps = {copy(first), copy(second), copy(out), first.source_size(), first.derived_size(), second.derived_size()};
  EXPECT_EQ(out.source_size(), maps.a);
  EXPECT_EQ(out.derived_size(), maps.c);
  return maps;
}

TEST(Compose, edits_that_do_not_meet_stay_as_they_are) {
  OffsetMapBuilder first, second;
  first.copied(2), first.replaced(5, 1, EditFlag::kEncoded), first.copied(4);
  second.copied(5), second.replaced(2, 1, EditFlag::kConfusable);
  const Maps maps = compose(first, second);
  ASSERT_EQ(maps.whole.size(), 2U);
  EXPECT_EQ(maps.whole[0].source_begin, 2U);
  EXPECT_EQ(maps.whole[0].source_size, 5U);
  EXPECT_EQ(maps.whole[1].source_begin, 9U);
  EXPECT_EQ(maps.whole[1].source_size, 2U);
  EXPECT_EQ(maps.whole[1].derived_begin, 5U);
}

TEST(Compose, edits_that_overlap_become_one) {
  OffsetMapBuilder first, second;
  first.copied(1), first.replaced(6, 3, EditFlag::kEncoded), first.copied(3);
  second.copied(3), second.replaced(3, 1, EditFlag::kCompatibility), second.copied(1);
  const Maps maps = compose(first, second);
  ASSERT_EQ(maps.whole.size(), 1U);
  const Edit& e = maps.whole[0];
  EXPECT_EQ(e.source_begin, 1U);
  EXPECT_EQ(e.source_size, 8U);
  EXPECT_EQ(e.derived_size, 3U);
  EXPECT_TRUE(has(e.flags, EditFlag::kEncoded) && has(e.flags, EditFlag::kCompatibility));
}

TEST(Compose, a_deletion_beside_an_edit_stays_apart_and_one_inside_is_taken_in) {
  OffsetMapBuilder first, second;
  first.copied(1), first.replaced(3, 0, EditFlag::kInvisible), first.copied(2),
      first.replaced(3, 0, EditFlag::kInvisible), first.copied(2);
  second.copied(1), second.replaced(3, 1, EditFlag::kConfusable), second.copied(1);
  const Maps maps = compose(first, second);
  ASSERT_EQ(maps.whole.size(), 2U);
  EXPECT_EQ(maps.whole[0].source_size, 3U);
  EXPECT_EQ(maps.whole[0].derived_size, 0U);
  EXPECT_EQ(maps.whole[1].source_size, 6U);
  EXPECT_EQ(maps.whole[1].derived_size, 1U);
}

TEST(Compose, every_span_leads_at_least_as_far_as_by_the_two_maps_in_a_row) {
  std::mt19937 random(5);
  const auto below = [&](std::uint32_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 3000; ++round) {
    OffsetMapBuilder first, second;
    for (std::size_t i = 0; i < 1 + below(6); ++i) {
      first.copied(below(4));
      first.replaced(1 + below(5), below(4), EditFlag::kEncoded);
    }
    first.copied(below(3));
    while (second.source_size() < first.derived_size()) {
      const std::size_t left = first.derived_size() - second.source_size();
      second.copied(std::min(left, below(4)));
      const std::size_t rest = first.derived_size() - second.source_size();
      if (rest > 0) second.replaced(std::min(rest, 1 + below(3)), below(3), EditFlag::kCompatibility);
    }
    const Maps maps = compose(first, second);
    const First to_field(0, maps.first);
    const Second to_mid(0, maps.second);
    const Whole whole(0, maps.whole);
    for (std::uint32_t begin = 0; begin < maps.c; ++begin) {
      for (std::uint32_t end = begin + 1; end <= maps.c; ++end) {
        const Span<FieldSpace> got = whole.to_source({begin, end});
        const Span<MidSpace> mid = to_mid.to_source({begin, end});
        ASSERT_LE(got.begin, got.end);
        ASSERT_LE(got.end, maps.a);
        if (mid.empty()) continue;
        ASSERT_TRUE(got.contains(to_field.to_source(mid))) << round << ": " << begin << " to " << end;
      }
    }
  }
}

}  // namespace
}  // namespace privet
