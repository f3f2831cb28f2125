// Lines and columns of places in a batch, as editors and code scanning count
// them: from 1, columns in code points of the raw text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace privet {

struct LinePlace {
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

// Walks through a text and is asked for places in it, best in order: from the
// last place on it reads what lies between, else it begins anew.
class LineCursor {
 public:
  //   text: a batch's bytes
  //   begin: where in it asking begins, on line `line`
  //   columns_before: Batch::columns_before
  LineCursor(std::string_view text, std::size_t begin, std::uint64_t line, std::uint64_t columns_before);

  // Of text[at], `at` >= begin.
  [[nodiscard]] LinePlace at(std::size_t at);

 private:
  std::string_view text_;
  std::size_t begin_;
  LinePlace first_;  // of begin_
  std::size_t now_;
  LinePlace place_;  // of now_
};

}  // namespace privet
