// Lists of words that a rule names: what it finds, or what of it is no finding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace privet {

inline constexpr std::size_t kMostTerms = 100'000;
inline constexpr std::size_t kLongestTerm = 256;  // bytes
// Room for comments beside the terms.
inline constexpr std::size_t kLargestTermFile = std::size_t{32} << 20;  // bytes

struct TermFile {
  std::string name;                // as the rule gives it
  std::vector<std::string> terms;  // as they are written, without spaces around them; perhaps twice
};

// One term a line, UTF-8. Blank lines and lines that begin with # are skipped.
// Fails as `customers.txt:12: a term has at most 256 bytes`; a term is never
// quoted, it is somebody's name.
[[nodiscard]] Result<TermFile> read_terms(std::string_view text, const std::string& name);

}  // namespace privet
