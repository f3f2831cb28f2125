// The roofline: the least work that any tool of this kind must do.
//
// Read the file, unescape every string by simdjson, and scan each once with
// Hyperscan for the core of an e-mail address. No folding, no proof, no output.
// Measured in the same process as what it judges, so that a ratio of the two
// means something on a noisy machine.
#pragma once

#include <cstdint>
#include <string>

namespace privet::bench {

struct RooflineResult {
  std::uint64_t bytes = 0;
  std::uint64_t strings = 0;
  std::uint64_t hits = 0;
  double cpu_seconds = 0;
};

[[nodiscard]] RooflineResult run_roofline(const std::string& path);

// CPU seconds of the calling thread so far, and of the whole process.
[[nodiscard]] double thread_cpu_seconds();
[[nodiscard]] double process_cpu_seconds();

}  // namespace privet::bench
