// Time that grows as its input does. Bounds in seconds fail on a busy machine
// and under a sanitizer; the ratio of two sizes, in CPU time, is the same there.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <string>
#include <string_view>

namespace privet {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

// CPU time of this thread.
[[nodiscard]] inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// `piece` again and again, `bytes` of it or a little more.
[[nodiscard]] inline std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

// Expects that `seconds_of(bytes)`, the CPU time that the work takes on an input
// of so many bytes, is linear: eight times the input takes about eight times as
// long, and what is quadratic 64 times. A sanitizer gets an eighth of the input.
template <class SecondsOf>
void expect_linear_time(std::size_t bytes, std::string_view what, SecondsOf seconds_of) {
  constexpr double kTooShortToTell = 0.02;
  constexpr double kMostGrowth = 28;
  if (kSanitized) bytes /= 8;
  const double small = std::min(seconds_of(bytes / 8), seconds_of(bytes / 8));
  const double large = seconds_of(bytes);
  if (large > kTooShortToTell) {
    EXPECT_LT(large / std::max(small, 1e-6), kMostGrowth) << what << ": " << large << " s";
  }
}

}  // namespace privet
