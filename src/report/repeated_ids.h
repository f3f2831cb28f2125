// What tells findings of one report apart for services that compare reports.
//
// The baseline's id stays with a finding when its record moves, is sorted or
// gets to another file. A file that holds the same record twice has it twice:
// so the times an id was seen in a file are counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/string_hash.h"

namespace privet {

class RepeatedIds {
 public:
  // Which time this is, from 1, in the file; the files come one after the
  // other. Of a file's ids the first 100,000 different ones are remembered,
  // any other counts as new: memory must not grow with the input.
  std::uint32_t times(std::string_view file, std::string_view id);

 private:
  std::string file_;
  StringMap<std::uint32_t> seen_;
};

// Eight hex digits of a file's name (FNV-1a, the same everywhere). No secret:
// the name stands beside it.
[[nodiscard]] std::string file_mark(std::string_view file);

}  // namespace privet
