// How common a short text is in others, roughly: what ranks pieces of literals
// that are looked for needs no more.
#pragma once

#include <cstddef>
#include <string_view>

namespace privet {

// The chance that the bytes of `text` follow at a place of an English text, as
// if each stood by itself.
[[nodiscard]] constexpr double commonness(std::string_view text) {
  constexpr std::string_view kCommon = " etaoinshrdlucmfywgpbvkxqjz";  // the commonest first
  double share = 1;
  for (const char c : text) {
    const std::size_t rank = kCommon.find(c);
    const bool foreign = static_cast<unsigned char>(c) >= 0x80;  // half of a letter
    share *= foreign ? 0.2 : rank == std::string_view::npos ? 0.01 : 0.15 / (1.0 + 0.3 * static_cast<double>(rank));
  }
  return share;
}

}  // namespace privet
