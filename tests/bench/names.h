// What finding names costs by itself, stage by stage.
#pragma once

#include <string>

namespace privet::bench {

// Prints CPU nanoseconds a byte of text for each stage over all strings of
// `file` (JSONL), the best of `runs`.
void print_names(const std::string& file, int runs);

}  // namespace privet::bench
