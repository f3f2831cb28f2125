// A growing array of plain values for a worker's scratch.
//
// Unlike std::vector it grows by realloc, which moves pages instead of copying
// them: while a record of 100 MB grows its fields, the old and the new array do
// not exist side by side. Room that is not used yet is not touched.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <span>
#include <type_traits>

namespace privet {

template <class T>
class GrowBuffer {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  GrowBuffer() = default;
  ~GrowBuffer() { std::free(values_); }
  GrowBuffer(const GrowBuffer&) = delete;
  GrowBuffer& operator=(const GrowBuffer&) = delete;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t capacity_bytes() const { return capacity_ * sizeof(T); }
  [[nodiscard]] T* data() { return values_; }
  [[nodiscard]] std::span<const T> values() const { return {values_, size_}; }
  [[nodiscard]] T& back() { return values_[size_ - 1]; }

  void push(const T& value) {
    if (size_ == capacity_) [[unlikely]]
      grow(1);
    values_[size_++] = value;
  }
  // Uninitialised room for `count` more values behind the last; added() says
  // how many of them were written.
  [[nodiscard]] T* room(std::size_t count) {
    if (capacity_ - size_ < count) [[unlikely]]
      grow(count);
    return values_ + size_;
  }
  void added(std::size_t count) { size_ += count; }

  // Forgets all but the first `size` values; the memory stays.
  void truncate(std::size_t size) { size_ = size; }
  void release() {
    std::free(values_);
    values_ = nullptr;
    size_ = capacity_ = 0;
  }

 private:
  void grow(std::size_t count) {
    const std::size_t capacity = std::max({size_ + count, capacity_ * 2, std::size_t{64}});
    void* moved = std::realloc(static_cast<void*>(values_), capacity * sizeof(T));
    if (moved == nullptr) throw std::bad_alloc();
    values_ = static_cast<T*>(moved);
    capacity_ = capacity;
  }

  T* values_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace privet
