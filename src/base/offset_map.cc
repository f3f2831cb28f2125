#include "base/offset_map.h"

#include <algorithm>

namespace privet::offset_map_detail {
namespace {

// Both directions are one algorithm; these say which side of an edit is which.
struct DerivedSide {
  static std::uint32_t begin(const Edit& e) { return e.derived_begin; }
  static std::uint32_t size(const Edit& e) { return e.derived_size; }
};
struct SourceSide {
  static std::uint32_t begin(const Edit& e) { return e.source_begin; }
  static std::uint32_t size(const Edit& e) { return e.source_size; }
};

// The last edit that begins at or before `at` on side From, as an index one
// past it (0: none does).
template <class From>
std::size_t edits_up_to(std::span<const Edit> edits, std::uint32_t at) {
  const auto it = std::upper_bound(edits.begin(), edits.end(), at,
                                   [](std::uint32_t v, const Edit& e) { return v < From::begin(e); });
  return static_cast<std::size_t>(it - edits.begin());
}

// Where the first character of a span came from: past deletions at `at`, and
// back to the beginning of an edit that `at` lies inside.
template <class From, class To>
std::uint32_t map_begin(std::span<const Edit> edits, std::uint32_t at) {
  const std::size_t n = edits_up_to<From>(edits, at);
  if (n == 0) return at;
  const Edit& e = edits[n - 1];
  const std::uint32_t past = From::begin(e) + From::size(e);
  return at < past ? To::begin(e) : To::begin(e) + To::size(e) + (at - past);
}

// Where the character before `at` ended: before deletions at `at`, and on to
// the end of an edit that `at` lies inside.
template <class From, class To>
std::uint32_t map_end(std::span<const Edit> edits, std::uint32_t at) {
  std::size_t n = edits_up_to<From>(edits, at);
  while (n > 0 && From::begin(edits[n - 1]) == at) --n;
  if (n == 0) return at;
  const Edit& e = edits[n - 1];
  const std::uint32_t past = From::begin(e) + From::size(e);
  return at <= past ? To::begin(e) + To::size(e) : To::begin(e) + To::size(e) + (at - past);
}

template <class From, class To>
Range map_range(std::span<const Edit> edits, Range range) {
  const std::uint32_t begin = map_begin<From, To>(edits, range.begin);
  if (range.begin == range.end) return {begin, begin};
  return {begin, map_end<From, To>(edits, range.end)};
}

}  // namespace

Range to_source(std::span<const Edit> edits, Range derived) {
  return map_range<DerivedSide, SourceSide>(edits, derived);
}

Range to_derived(std::span<const Edit> edits, Range source) {
  return map_range<SourceSide, DerivedSide>(edits, source);
}

EditFlag flags_in(std::span<const Edit> edits, Range derived) {
  auto it = std::lower_bound(edits.begin(), edits.end(), derived.begin, [](const Edit& e, std::uint32_t v) {
    return std::uint32_t{e.derived_begin} + e.derived_size < v;
  });
  EditFlag flags = EditFlag::kNone;
  for (; it != edits.end() && it->derived_begin <= derived.end; ++it) {
    const bool deletion = it->derived_size == 0;
    const bool touches =
        it->derived_begin < derived.end && derived.begin < std::uint32_t{it->derived_begin} + it->derived_size;
    if (deletion || touches) flags = flags | it->flags;
  }
  return flags;
}

}  // namespace privet::offset_map_detail
