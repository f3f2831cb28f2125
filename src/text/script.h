// Which scripts a text is written in, and what kind of character one is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace privet {

enum class ScriptGroup : std::uint8_t {
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kDevanagari,
  kThai,
  kHan,
  kKana,
  kHangul,
  kOther,  // letters of any other script
};
inline constexpr std::size_t kScriptGroups = 11;

// Letters by script group. Profiles of several fields add up.
struct ScriptProfile {
  std::array<std::uint32_t, kScriptGroups> letters{};

  [[nodiscard]] std::uint32_t of(ScriptGroup group) const { return letters[static_cast<std::size_t>(group)]; }
  [[nodiscard]] std::uint32_t total() const;
  // The group with most letters; kOther if there is none at all.
  [[nodiscard]] ScriptGroup main() const;
  ScriptProfile& operator+=(const ScriptProfile& other);
};

// Counts in the first 4 KiB of `text` (valid UTF-8) and looks no further.
[[nodiscard]] ScriptProfile profile_scripts(std::string_view text);

// The group of a letter; kOther for anything else too.
[[nodiscard]] ScriptGroup script_group(char32_t code_point);

// A letter, digit or mark of any script, or `_`: what a word is made of.
[[nodiscard]] bool is_word(char32_t code_point);

// A combining mark of any kind.
[[nodiscard]] bool is_mark(char32_t code_point);

// Han, kana, bopomofo, and their iteration marks: written without spaces, so a
// value may begin right after one. Hangul counts too: its particles stick to
// the value they follow.
[[nodiscard]] bool is_cjk(char32_t code_point);

}  // namespace privet
