// Short strings that were looked at before and hold nothing.
//
// The same keys and the same small values (a language, a source, a role) stand
// in every record of a corpus. To fold and scan each costs 200 ns, to know it
// again 10. What is remembered is a fact about the string alone, so nothing
// depends on what a thread has seen before.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace privet {

class QuietStrings {
 public:
  static constexpr std::size_t kLongest = 31;

  // True if quiet(text) was called before; false if not, or if it was forgotten.
  [[nodiscard]] bool knows(std::string_view text) const {
    if (text.empty() || text.size() > kLongest) return false;
    const Slot& slot = slots_[slot_of(text)];
    return slot.size == text.size() && std::memcmp(slot.text.data(), text.data(), text.size()) == 0;
  }

  // `text` is its own view, and no gate opens in it. Forgets another, perhaps.
  void quiet(std::string_view text) {
    if (text.empty() || text.size() > kLongest) return;
    Slot& slot = slots_[slot_of(text)];
    slot.size = static_cast<std::uint8_t>(text.size());
    std::memcpy(slot.text.data(), text.data(), text.size());
  }

 private:
  struct Slot {
    std::uint8_t size = 0;  // 0: free
    std::array<char, kLongest> text;
  };
  static constexpr std::size_t kSlots = 1024;

  // Eight bytes at a time.
  static std::size_t slot_of(std::string_view text) {
    std::uint64_t hash = text.size();
    const auto mix = [&](const char* at, std::size_t bytes) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, bytes);
      hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 32;
    };
    for (std::size_t at = 0; at < text.size(); at += 8)
      mix(text.data() + at, std::min<std::size_t>(8, text.size() - at));
    return static_cast<std::size_t>(hash % kSlots);
  }

  std::vector<Slot> slots_ = std::vector<Slot>(kSlots);
};

}  // namespace privet
