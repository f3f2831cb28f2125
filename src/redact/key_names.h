// The names of the members of objects, so that a redacted one can be made to
// differ from all others of its object.
//
// Names are remembered by a hash of 64 bits, 16 bytes each, since one object
// may hold a million. Two names that collide only cost one of them a suffix it
// did not need; the hash is fixed, so that every run agrees.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace privet {

class KeyNames {
 public:
  // Forgets everything and makes room for `names`, suffixed ones included.
  void begin(std::size_t names);

  // Takes a name in an object; false: it was taken before.
  bool take(std::uint32_t object, std::string_view name);

  // The next suffix to try for a name that is taken; counts up from 2, so that
  // a million equal names do not each try from the start.
  [[nodiscard]] std::uint32_t next_suffix(std::uint32_t object, std::string_view name);

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0: free
    std::uint32_t suffix = 2;
  };
  Slot& slot_of(std::uint64_t hash);
  void grow(std::size_t slots);

  std::vector<Slot> slots_;
  std::size_t taken_ = 0;
};

}  // namespace privet
