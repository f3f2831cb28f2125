// Finds the terms of a list as whole words of a text.
//
// A term stands as a whole word if no word goes on over either of its ends;
// scripts without spaces between words, and Hangul, have no such ends. ASCII
// letters are found in either case, and of two terms that begin at one place
// the longer one. Immutable, and shared by all threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/span.h"
#include "base/string_hash.h"
#include "rule/term_file.h"

namespace privet {

class TermList {
 public:
  // The terms are folded as texts are (text/fold.h).
  explicit TermList(const TermFile& file);

  // Calls `open` with every place where a term begins. A text takes a look-up
  // for each of its words.
  void find_starts(Bytes<ViewSpace> text, FunctionRef<void(std::uint32_t)> open) const;

  // The longest term that begins there.
  [[nodiscard]] std::optional<Span<ViewSpace>> match(Bytes<ViewSpace> text, std::uint32_t at) const;

 private:
  struct Range {
    std::uint32_t begin, end;
  };
  [[nodiscard]] const Range* find_head(std::string_view head) const;

  std::vector<std::string> terms_;  // lower case, sorted, each once
  // By what a term begins with, a run of ASCII letters and digits or else one
  // character: which of terms_ do.
  StringMap<Range> by_head_;
};

// Each term folded as texts are, ASCII letters in lower case.
[[nodiscard]] std::vector<std::string> folded_terms(const TermFile& file);

}  // namespace privet
