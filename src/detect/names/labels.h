// What a token can be. The other kinds of names are told apart from persons so
// that "Lincoln Park" is somebody's evidence against, not just no evidence.
#pragma once

#include <cstddef>
#include <cstdint>

namespace privet {

enum class Label : std::uint8_t { kNone, kBegin, kInside, kPlace, kOrganisation, kOther };  // kBegin, kInside: PERSON
inline constexpr std::size_t kLabels = 6;

[[nodiscard]] constexpr std::size_t index(Label label) { return static_cast<std::size_t>(label); }

// A name goes on only where it has begun. `before` is kNone at the beginning
// of a run.
[[nodiscard]] constexpr bool may_follow(Label before, Label label) {
  return label != Label::kInside || before == Label::kBegin || before == Label::kInside;
}

}  // namespace privet
