// Memory that lives for one record.
//
// A worker owns one arena; fields, views and offset maps of a record are cut
// from it and all vanish together at the next record. Nothing is freed one by
// one, and nothing with a destructor may live here.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace privet {

class Arena {
 public:
  // `keep_bytes`: what clear() holds on to, so that one huge record does not
  // pin its memory for the rest of the run.
  explicit Arena(std::size_t keep_bytes = std::size_t{1} << 20) : keep_bytes_(keep_bytes) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Uninitialised room for `count` values, valid until clear().
  template <class T>
  [[nodiscard]] std::span<T> make(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);
    return {static_cast<T*>(allocate(count * sizeof(T), alignof(T))), count};
  }
  template <class T>
  [[nodiscard]] std::span<const T> copy(std::span<const T> values) {
    std::span<T> room = make<T>(values.size());
    if (!values.empty()) std::memcpy(static_cast<void*>(room.data()), values.data(), values.size_bytes());
    return room;
  }
  [[nodiscard]] std::string_view copy(std::string_view text) {
    std::span<char> room = make<char>(text.size());
    if (!text.empty()) std::memcpy(room.data(), text.data(), text.size());
    return {room.data(), room.size()};
  }

  // Forgets everything that was handed out.
  void clear();

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };
  void* allocate(std::size_t bytes, std::size_t align);
  void* allocate_slow(std::size_t bytes);

  std::vector<Block> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t keep_bytes_;
};

inline void* Arena::allocate(std::size_t bytes, std::size_t align) {
  void* at = next_;
  if (next_ != nullptr && std::align(align, bytes, at, left_) != nullptr) {
    next_ = static_cast<std::byte*>(at) + bytes;
    left_ -= bytes;
    return at;
  }
  return allocate_slow(bytes);
}

}  // namespace privet
