// What the streets of all languages are read with: house numbers, names, and
// what an address with or without its city is worth.
#pragma once

#include <cstdint>
#include <string_view>

#include "detect/places/place_tail.h"
#include "detect/proof/validator.h"

namespace privet {

inline constexpr int kMostNameWords = 6;

// What says that a house number follows.
inline constexpr std::string_view kNumberSigns = "n no n.o nr num núm numero número nro n° № д дом буд budynek";

// An address at `span`: with what makes its tail sure it stands alone.
[[nodiscard]] Verdict accept_address(Span<ViewSpace> span, const PlaceTail& tail);

// `end` without a point that ends the sentence: "12 Main St."
[[nodiscard]] std::uint32_t without_point(std::string_view text, std::uint32_t end);

// "in 1985 Wall Street", "the 12 Main Street shops": the number at `number` counts something else.
[[nodiscard]] bool follows_preposition(std::string_view text, std::uint32_t number, std::string_view digits);

// A house number that begins at `at`, and what may stand behind it: "12 bis",
// "12 a", "12-14". `at` if there is none.
[[nodiscard]] std::uint32_t house_number_end(std::string_view text, std::uint32_t at);

// What makes another thing of a number behind a name: 12%, 12.5, 12:30, 12 km.
[[nodiscard]] bool number_goes_on(std::string_view text, std::uint32_t end);

// Words of a street's name where small ones stand between capitals: "de la Paix".
//   links: small words that may stand there
//   small_behind_link: whether any word may follow one, as in "rue de la gare"
//   returns the end of the last word that is no link; `at` if there is none
[[nodiscard]] std::uint32_t linked_name_end(std::string_view text, std::uint32_t at, std::string_view links,
                                            bool small_behind_link);

// Whether a word, or a path, goes on at `at`.
[[nodiscard]] bool letter_before(std::string_view text, std::uint32_t at);

}  // namespace privet
