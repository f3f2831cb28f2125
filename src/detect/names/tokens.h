// Cuts a text into the tokens that names are made of.
//
// A word is a run of letters, with single hyphens and apostrophes inside where
// both sides belong together: "O'Brien" and "Jean-Luc" are one, "Smith's",
// "d'Estaing" and "Paris-based" are two or three. Links, addresses, handles and
// tags are one token each, so that nothing inside them is taken for a name; so
// is a line's end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace privet {

enum class TokenKind : std::uint8_t {
  kWord,
  kMixed,   // letters and digits, or longer than any word
  kNumber,  // with the dots, commas, colons and slashes inside it
  kMark,    // one character that is none of these
  kLink,    // URL, e-mail address, path: whatever has "://" or "@" inside, or begins with "www."
  kHandle,  // "@somebody"
  kTag,     // "#something"
  kBreak,   // one line end or more
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind{};
  bool capital = false;  // a word that begins with an ASCII capital
  bool ascii = true;     // a word of ASCII letters only
  bool spaced = false;   // a space or the text's beginning stands before it
};

inline constexpr std::uint32_t kLongestWord = 48;  // bytes

// Appends tokens of `text` (valid UTF-8) from `at` until there are `most` of
// them or the text ends; says where it stopped. What comes before `at` has no
// influence, but for the byte right before it.
std::uint32_t append_tokens(std::string_view text, std::uint32_t at, std::size_t most, std::vector<Token>& out);

}  // namespace privet
