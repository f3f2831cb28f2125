// Which records of a text are read if it is too large to read all of them: its
// beginning, its end, and some between.
//
//   |hhhhhhh|....|mm|........|mm|..|mm|....|ttttttt|
//
// The first quarter of what may be read is the head, the last the tail. Between
// them the text is divided into blocks of equal size, and those with the least
// hashes are taken, as many as half of what may be read holds: the same ones
// again whenever the name and the size are the same. A record belongs to where
// its first byte lies.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace privet {

class PartChoice {
 public:
  //   name         of the file, as reports say it: another one has other blocks
  //   text_bytes   of the uncompressed text
  //   max_bytes    to be read, >= 1; a record over a block's end may add to it
  PartChoice(std::string_view name, std::uint64_t text_bytes, std::uint64_t max_bytes);

  // For a record that begins at `offset`.
  [[nodiscard]] bool takes(std::uint64_t offset) const;

 private:
  std::uint64_t head_end_;
  std::uint64_t tail_begin_;
  std::uint64_t block_bytes_;
  std::vector<std::uint64_t> blocks_;  // taken, counted from the head's end; sorted
};

}  // namespace privet
