#include "text/simd_target.h"

#include "text/simd_config.h"
#include "text/simd_dispatch.h"

#include <hwy/highway.h>

#include <bit>

#if HWY_ARCH_X86
#include <cpuid.h>
#endif

namespace privet {

std::atomic<std::uint32_t> chosen_simd_slot = kNoSimdSlot;

namespace {

#if HWY_ARCH_X86

// What clang 14 has no name for in __builtin_cpu_supports, and comes with AVX2
// or AVX-512, whose registers that function has asked the system about.
bool has_bit(unsigned leaf, unsigned bit) {
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  return __get_cpuid_count(leaf, 0, &eax, &ebx, &ecx, &edx) != 0 && (ecx & bit) != 0;
}

// Each target needs all of the one before it. The compiler may use whatever a
// target's functions are compiled for, so every instruction set of Highway's
// ops/set_macros-inl.h is asked for, used or not; LZCNT and AVX512-VNNI as its
// library does.
std::int64_t targets_of_this_cpu() {
  std::int64_t targets = 0;
  __builtin_cpu_init();
  const auto has = [&](bool more, std::int64_t target) {
    if (more) targets |= target;
    return more;
  };
  has(__builtin_cpu_supports("ssse3") != 0, HWY_SSSE3) &&
      has(__builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("aes") &&
              __builtin_cpu_supports("pclmul"),
          HWY_SSE4) &&
      has(__builtin_cpu_supports("avx") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
              __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma") && has_bit(1, bit_F16C) &&
              has_bit(0x80000001, bit_LZCNT),
          HWY_AVX2) &&
      has(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
              __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw"),
          HWY_AVX3) &&
      has(__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("vpclmulqdq") &&
              __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") && has_bit(7, bit_VAES) &&
              __builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512bitalg"),
          HWY_AVX3_DL);
  return targets;
}

#else

// What the compiler was told that the CPU has: NEON on Arm.
std::int64_t targets_of_this_cpu() { return HWY_STATIC_TARGET; }

#endif

// Bits are ordered: the lower, the better. The fallbacks run anywhere.
std::int64_t usable_targets() { return (targets_of_this_cpu() | HWY_EMU128 | HWY_SCALAR) & HWY_TARGETS; }

std::int64_t best_of(std::int64_t targets) { return targets & -targets; }

std::uint32_t slot_of(std::int64_t target) {
  if (target == HWY_EMU128 || target == HWY_SCALAR) return HWY_MAX_DYNAMIC_TARGETS;
  constexpr int kFirstBit = HWY_HIGHEST_TARGET_BIT + 1 - HWY_MAX_DYNAMIC_TARGETS;
  return static_cast<std::uint32_t>(std::countr_zero(static_cast<std::uint64_t>(target)) - kFirstBit);
}

}  // namespace

std::uint32_t choose_simd_slot() {
  const std::uint32_t slot = slot_of(best_of(usable_targets()));
  chosen_simd_slot.store(slot, std::memory_order_relaxed);
  return slot;
}

std::vector<std::string> simd_target_names() {
  std::vector<std::string> names;
  for (std::int64_t left = usable_targets(); left != 0; left &= left - 1)
    names.emplace_back(hwy::TargetName(best_of(left)));
  return names;
}

bool set_simd_target_for_test(std::string_view name) {
  choose_simd_slot();
  if (name.empty()) return true;
  for (std::int64_t left = usable_targets(); left != 0; left &= left - 1) {
    if (name != hwy::TargetName(best_of(left))) continue;
    chosen_simd_slot.store(slot_of(best_of(left)), std::memory_order_relaxed);
    return true;
  }
  return false;
}

}  // namespace privet
