// How one text was derived from another, well enough to go back.
//
// The map is the sorted list of the *edits* only: a text that was copied
// unchanged has none, and its map is free. Widening is the safety property: a
// span that touches part of an edit (a `\u00e9`, a surrogate pair, a
// decomposed character) maps to all of its source.
//
//   escapes.to_source(folding.to_source(hit))   from a match to the bytes to hide
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/arena.h"
#include "base/check.h"
#include "base/span.h"

namespace privet {

// Why a stretch of text was rewritten; a rule may ask for it.
enum class EditFlag : std::uint8_t {
  kNone = 0,
  kEscape = 1,         // a JSON escape
  kReplacement = 2,    // a lone surrogate or damaged byte, now U+FFFD
  kCompatibility = 4,  // width, style or compatibility form, dash, space
  kInvisible = 8,      // zero-width, bidi control, soft hyphen: removed
  kEncoded = 16,       // HTML entity, percent or backslash escape in the text
  kConfusable = 32,    // a look-alike letter of another script
  kMojibake = 64,      // UTF-8 that was once read as Latin-1
};
[[nodiscard]] constexpr EditFlag operator|(EditFlag a, EditFlag b) {
  return static_cast<EditFlag>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool has(EditFlag set, EditFlag flag) {
  return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(flag)) != 0;
}

// One rewritten stretch. Sizes are in bytes; either may be 0 (an insertion, a
// deletion). Begins are relative to the map's own beginnings.
struct Edit {
  std::uint32_t source_begin = 0;
  std::uint32_t derived_begin = 0;
  std::uint16_t source_size = 0;
  std::uint16_t derived_size = 0;
  EditFlag flags = EditFlag::kNone;
};
static_assert(sizeof(Edit) == 16);

// A borrowed map from Derived back to Source. `origin` is where the derived
// text's source begins in Source space (a field begins somewhere in its
// record); derived offsets begin at 0.
template <class Source, class Derived>
class OffsetMap {
 public:
  constexpr OffsetMap() = default;
  constexpr OffsetMap(std::uint32_t origin, std::span<const Edit> edits) : edits_(edits), origin_(origin) {}

  // No edits: offsets differ by the origin only.
  [[nodiscard]] constexpr bool identity() const { return edits_.empty(); }
  [[nodiscard]] constexpr std::span<const Edit> edits() const { return edits_; }
  [[nodiscard]] constexpr std::uint32_t origin() const { return origin_; }

  // The source of a stretch of derived text, widened to whole edits at both
  // ends. Deletions strictly inside are covered, those at an end are not. An
  // empty span maps to an empty one, at the first source byte not before it.
  [[nodiscard]] Span<Source> to_source(Span<Derived> span) const;

  // The derived text of a stretch of source, widened likewise.
  [[nodiscard]] Span<Derived> to_derived(Span<Source> span) const;

  // The union of the flags of the edits that `span` touches, deletions at its
  // ends included.
  [[nodiscard]] EditFlag flags_in(Span<Derived> span) const;

 private:
  std::span<const Edit> edits_;
  std::uint32_t origin_ = 0;
};

namespace offset_map_detail {
// Shared by all instantiations: offsets relative to the map's beginnings.
struct Range {
  std::uint32_t begin, end;
};
[[nodiscard]] Range to_source(std::span<const Edit> edits, Range derived);
[[nodiscard]] Range to_derived(std::span<const Edit> edits, Range source);
[[nodiscard]] EditFlag flags_in(std::span<const Edit> edits, Range derived);
}  // namespace offset_map_detail

template <class Source, class Derived>
Span<Source> OffsetMap<Source, Derived>::to_source(Span<Derived> span) const {
  if (edits_.empty()) return {origin_ + span.begin, origin_ + span.end};
  const auto r = offset_map_detail::to_source(edits_, {span.begin, span.end});
  return {origin_ + r.begin, origin_ + r.end};
}
template <class Source, class Derived>
Span<Derived> OffsetMap<Source, Derived>::to_derived(Span<Source> span) const {
  assert(span.begin >= origin_);
  if (edits_.empty()) return {span.begin - origin_, span.end - origin_};
  const auto r = offset_map_detail::to_derived(edits_, {span.begin - origin_, span.end - origin_});
  return {r.begin, r.end};
}
template <class Source, class Derived>
EditFlag OffsetMap<Source, Derived>::flags_in(Span<Derived> span) const {
  return edits_.empty() ? EditFlag::kNone : offset_map_detail::flags_in(edits_, {span.begin, span.end});
}

// Writes a map while a transform writes its text. The transform says what it
// copies and what it replaces, in order; finish() moves the edits to the arena.
// Reused from text to text, so that nothing is allocated per field.
class OffsetMapBuilder {
 public:
  void copied(std::size_t bytes) {
    source_ += static_cast<std::uint32_t>(bytes);
    derived_ += static_cast<std::uint32_t>(bytes);
  }
  // Replacements over 65,535 bytes on a side are a broken invariant: whoever
  // rewrites long stretches cuts them at character boundaries.
  void replaced(std::size_t source_bytes, std::size_t derived_bytes, EditFlag flags) {
    PRIVET_CHECK(source_bytes <= 0xFFFF && derived_bytes <= 0xFFFF);
    edits_.push_back({source_, derived_, static_cast<std::uint16_t>(source_bytes),
                      static_cast<std::uint16_t>(derived_bytes), flags});
    source_ += static_cast<std::uint32_t>(source_bytes);
    derived_ += static_cast<std::uint32_t>(derived_bytes);
  }

  // Bytes of source and of derived text accounted for so far.
  [[nodiscard]] std::uint32_t source_size() const { return source_; }
  [[nodiscard]] std::uint32_t derived_size() const { return derived_; }
  [[nodiscard]] std::span<const Edit> edits() const { return edits_; }

  // The finished map, its edits copied to `arena`; the builder is empty again.
  template <class Source, class Derived>
  [[nodiscard]] OffsetMap<Source, Derived> finish(std::uint32_t origin, Arena& arena) {
    OffsetMap<Source, Derived> map(origin, arena.copy(std::span<const Edit>(edits_)));
    clear();
    return map;
  }
  void clear() {
    edits_.clear();
    source_ = derived_ = 0;
  }

 private:
  std::vector<Edit> edits_;
  std::uint32_t source_ = 0;
  std::uint32_t derived_ = 0;
};

}  // namespace privet
