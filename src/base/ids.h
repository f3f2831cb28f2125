// Small numbers that name things, one type each so that they cannot be mixed.
#pragma once

#include <cstddef>
#include <cstdint>

namespace privet {

enum class RuleIndex : std::uint16_t {};    // a rule in a RuleSet
enum class EntityIndex : std::uint16_t {};  // an entity name in a RuleSet
enum class FieldIndex : std::uint32_t {};   // a field in its record, in document order

template <class Id>
[[nodiscard]] constexpr auto index(Id id) {
  return static_cast<std::size_t>(id);
}

}  // namespace privet
