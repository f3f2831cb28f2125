// Offsets that know which text they belong to.
//
// A record is seen as several texts: its raw bytes, the decoded text of each
// field, the folded view that matchers read. A number that is an offset into
// one of them is meaningless in the others, so it carries its text in its type
// and crosses over only through an OffsetMap. Mixing spaces does not compile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "base/check.h"

namespace privet {

struct RecordSpace;   // raw bytes of one record
struct FieldSpace;    // one field's text, escapes resolved, valid UTF-8
struct ViewSpace;     // the folded form of a field's text
struct PathSpace;     // the record flattened to path=value lines
struct PatchedSpace;  // a record's raw bytes after redaction

// Half open, in bytes of the text that `Space` names.
template <class Space>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  // Touching is not overlapping.
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The largest text that a space may hold: offsets are 32 bits wide, and the
// sum of two of them must not wrap. Whoever makes a space checks its size.
inline constexpr std::size_t kMaxSpaceBytes = std::size_t{1} << 30;

// A borrowed text and the space its offsets live in. Valid as long as the
// owner of the bytes says: for a field or a view, until the worker's next
// record.
template <class Space>
class Bytes {
 public:
  constexpr Bytes() = default;
  constexpr explicit Bytes(std::string_view text) : text_(text) { assert(text.size() <= kMaxSpaceBytes); }

  [[nodiscard]] constexpr std::string_view text() const { return text_; }
  [[nodiscard]] constexpr std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] constexpr bool empty() const { return text_.empty(); }
  [[nodiscard]] constexpr const char* data() const { return text_.data(); }
  [[nodiscard]] constexpr char operator[](std::uint32_t at) const { return text_[at]; }
  [[nodiscard]] constexpr Span<Space> whole() const { return {0, size()}; }
  [[nodiscard]] constexpr std::string_view slice(Span<Space> span) const {
    return text_.substr(span.begin, span.size());
  }

 private:
  std::string_view text_;
};

// Bytes since the start of the uncompressed input.
enum class StreamOffset : std::uint64_t {};

[[nodiscard]] constexpr StreamOffset operator+(StreamOffset offset, std::uint64_t bytes) {
  return StreamOffset{static_cast<std::uint64_t>(offset) + bytes};
}
[[nodiscard]] constexpr std::uint64_t to_number(StreamOffset offset) { return static_cast<std::uint64_t>(offset); }

}  // namespace privet
