// What folding knows about single code points, made once from ICU's data, when
// we are built if the ICU then is the ICU now (base/prepared.h).
//
// A code point is flagged if it may change, vanish, or change a neighbour; all
// others (and so nearly all text) need one bit looked up and nothing more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace privet {

enum class FoldKind : std::uint8_t {
  kMapped,     // becomes `text` wherever it stands
  kMark,       // may combine with the character before it
  kInvisible,  // default ignorable: removed, but for joiners and emoji selectors
  kStop,       // ideographic full stop: `.` inside a domain name
};

struct FoldEntry {
  FoldKind kind = FoldKind::kMapped;
  bool extends = false;   // belongs to the character before it
  bool composes = false;  // kMark: there are characters it becomes one with
  std::uint8_t text_size = 0;
  std::uint16_t text_begin = 0;
};

class FoldTable {
 public:
  // The one table, made at the first call (three milliseconds unless it was prepared).
  [[nodiscard]] static const FoldTable& get();

  // One bit a code point, for find_flagged().
  [[nodiscard]] const std::uint64_t* flagged() const { return flagged_.data(); }
  // What is known of a flagged code point; nullptr: it is not flagged.
  [[nodiscard]] const FoldEntry* find(char32_t code_point) const {
    const std::size_t word = code_point / 64;
    const std::uint64_t below = (std::uint64_t{1} << (code_point % 64)) - 1;
    if ((flagged_[word] >> (code_point % 64) & 1) == 0) return nullptr;
    return &entries_[rank_[word] + static_cast<std::size_t>(__builtin_popcountll(flagged_[word] & below))];
  }
  [[nodiscard]] std::string_view text(const FoldEntry& entry) const {
    return std::string_view(texts_).substr(entry.text_begin, entry.text_size);
  }
  // Whether a character belongs to the one before it: it may combine with it,
  // or be reordered with what follows it. Flagged or not.
  [[nodiscard]] bool extends(char32_t code_point) const;

 private:
  FoldTable();
  void compute();
  [[nodiscard]] std::string image() const;
  void read(std::string_view image);
  void add(char32_t code_point, FoldEntry entry, std::string_view text);

  std::vector<std::uint64_t> flagged_;
  std::vector<std::uint16_t> rank_;  // entries before each word
  std::vector<FoldEntry> entries_;   // by code point
  std::string texts_;
};

}  // namespace privet
