// What is done with a record that is a private message; the names are the
// contract's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace privet {

enum class MessageAction : std::uint8_t {
  kKeep,
  kBlank,       // every string but the id is replaced
  kDrop,        // left out
  kQuarantine,  // left out, and set aside in a file of its own
};

inline constexpr std::size_t kMessageActions = 4;
inline constexpr std::array<std::string_view, kMessageActions> kMessageActionNames = {"keep", "blank", "drop",
                                                                                      "quarantine"};

[[nodiscard]] constexpr std::string_view action_name(MessageAction action) {
  return kMessageActionNames[static_cast<std::size_t>(action)];
}

// Nothing of the record goes to the output.
[[nodiscard]] constexpr bool leaves_out(MessageAction action) {
  return action == MessageAction::kDrop || action == MessageAction::kQuarantine;
}

}  // namespace privet
