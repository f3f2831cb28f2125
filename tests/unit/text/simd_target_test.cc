#include "text/simd_target.h"

#include <gtest/gtest.h>

#include "text/simd_config.h"
#include "text/simd_dispatch.h"

#include <hwy/highway.h>

#include <set>

namespace privet {
namespace {

TEST(SimdTarget, this_cpu_is_asked_as_highways_library_asks_it) {
  std::vector<std::string> names;
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) names.emplace_back(hwy::TargetName(target));
  EXPECT_EQ(simd_target_names(), names);
}

TEST(SimdTarget, the_plain_form_is_always_there_and_the_last_choice) {
  ASSERT_FALSE(simd_target_names().empty());
  const std::string last = simd_target_names().back();
  EXPECT_TRUE(last == "SCALAR" || last == "EMU128" || simd_target_names().size() == 1) << last;
}

TEST(SimdTarget, each_that_is_named_is_another_one_and_an_unknown_one_is_refused) {
  const std::vector<std::string> names = simd_target_names();
  std::set<std::size_t> slots;
  for (const std::string& name : names) {
    EXPECT_TRUE(set_simd_target_for_test(name));
    slots.insert(simd_slot());
  }
  EXPECT_EQ(slots.size(), names.size());
  EXPECT_FALSE(set_simd_target_for_test("abacus"));
  EXPECT_TRUE(set_simd_target_for_test(""));
  EXPECT_EQ(simd_slot(), *slots.begin()) << "the better, the further in front";
}

}  // namespace
}  // namespace privet
