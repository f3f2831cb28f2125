// Scratch is reused from record to record, but what one huge record made large
// is given back as soon as it has served: held on to, such rooms add up to many
// times the record.
#pragma once

#include <cstddef>

namespace privet {

inline constexpr std::size_t kMostKeptBytes = std::size_t{4} << 20;

// Empties a vector or string; its memory is kept unless it is much.
template <class Container>
void empty_scratch(Container& container) {
  if (container.capacity() * sizeof(*container.data()) > kMostKeptBytes) Container().swap(container);
  container.clear();
}

}  // namespace privet
