// Finds the cue words (cue_words.h) in a text: which of them begin at a word.
// Most words are passed over by one bit of a small table.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "detect/names/cue_words.h"

namespace privet {

struct CueMatch {
  Cue cue{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

static_assert(std::endian::native == std::endian::little);

// Immutable.
class NameCueMatcher {
 public:
  NameCueMatcher();

  // What may begin with the first three of these four bytes: nothing for most words.
  static constexpr unsigned kAtLine = 1;  // a cue that stands at a line's beginning
  static constexpr unsigned kInside = 2;  // one that stands anywhere
  [[nodiscard]] unsigned may_begin(const char* at) const {
    const std::uint32_t slot = slot_of(at);
    return static_cast<unsigned>(slots_[slot / 32] >> (slot % 32 * 2)) & 3;
  }

  // Appends the cues that begin at the word at `at`, the longest first; four bytes
  // are to be there.
  void match(std::string_view text, std::uint32_t at, bool line_begins, std::vector<CueMatch>& out) const;

 private:
  static constexpr std::size_t kSlots = std::size_t{1} << 15;
  struct Entry {
    std::uint32_t slot;
    Cue cue;
    std::string_view words;
  };

  // Of the first three bytes, but for the first one ASCII letters in either case.
  static std::uint32_t slot_of(const char* at) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return ((bytes & 0xFFFFFFU) | 0x202000U) * 2654435761U >> 17;
  }

  void add(std::string_view words, Cue cue);
  void add_beginning(std::string_view beginning, std::string_view words, Cue cue);

  std::array<std::uint64_t, kSlots / 32> slots_{};  // two bits each
  std::vector<std::uint16_t> first_;                // the slot's first entry, and one more slot's
  std::vector<Entry> entries_;                      // by slot, longer words first
};

}  // namespace privet
