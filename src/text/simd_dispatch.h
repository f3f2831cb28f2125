// Calls a kernel in the form that was compiled for the chosen SIMD target. For
// the end of a file of kernels, after Highway's headers:
//
//   #if HWY_ONCE
//   PRIVET_KERNEL(count_at_signs);
//   std::size_t at_signs(std::string_view text) { return PRIVET_DISPATCH(count_at_signs)(text); }
//   #endif
//
// Highway's own HWY_EXPORT and HWY_DYNAMIC_DISPATCH do the same, and need its
// shared library for it, which measures the clock when it is loaded: 2 ms of
// every run. A test holds the choice to that of the library.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace privet {

inline constexpr std::uint32_t kNoSimdSlot = ~std::uint32_t{0};
// Where the chosen target stands in HWY_CHOOSE_TARGET_LIST, or behind it: the
// fallback. Written by simd_target.cc alone.
extern std::atomic<std::uint32_t> chosen_simd_slot;
// Chooses the best target of this CPU.
std::uint32_t choose_simd_slot();

[[nodiscard]] inline std::size_t simd_slot() {
  const std::uint32_t slot = chosen_simd_slot.load(std::memory_order_relaxed);
  return slot != kNoSimdSlot ? slot : choose_simd_slot();
}

}  // namespace privet

#define PRIVET_KERNEL(kernel)                                                                              \
  constexpr decltype(&HWY_STATIC_DISPATCH(kernel)) kernel##_by_target[] = {HWY_CHOOSE_TARGET_LIST(kernel), \
                                                                           HWY_CHOOSE_FALLBACK(kernel)}
#define PRIVET_DISPATCH(kernel) (*kernel##_by_target[::privet::simd_slot()])
