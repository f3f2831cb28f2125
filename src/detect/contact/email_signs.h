// Signs of an address that are written as words: "[at]", " dot ", "(arroba)",
// "-at-".
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

enum class SignStyle { kNone, kBracketed, kSpaced, kDashed, kPlain };

struct Sign {
  std::uint32_t begin = 0, end = 0;  // with the spaces around it
  SignStyle style = SignStyle::kNone;
  std::string_view word;
};

// The sign for `@`, or for a dot, that begins at `begin`.
[[nodiscard]] Sign at_sign_at(std::string_view text, std::uint32_t begin);
[[nodiscard]] Sign dot_at(std::string_view text, std::uint32_t begin);

// The longest such sign that ends at `end`.
[[nodiscard]] Sign at_sign_before(std::string_view text, std::uint32_t end);
[[nodiscard]] Sign dot_before(std::string_view text, std::uint32_t end);

// Words for `@` that mean nothing else beside a domain ("arroba"), and words
// for a dot that English and French have too ("dot", "point").
[[nodiscard]] bool is_sure_at_word(std::string_view word);
[[nodiscard]] bool is_common_dot_word(std::string_view word);

}  // namespace privet
