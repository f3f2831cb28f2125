// Classes of characters for skeletons: a fixed table, and none of ICU's, so that
// no newer Unicode changes an id (anchor.h). Frozen with anchor/1.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace privet {

enum class CharacterKind : std::uint8_t { kSpace, kPunctuation, kIgnored, kDigit, kSmall, kCapital };

enum Script : std::uint8_t {
  kLatn,
  kArab,
  kArmn,
  kBeng,
  kCyrl,
  kDeva,
  kEthi,
  kGeor,
  kGrek,
  kGujr,
  kGuru,
  kHang,
  kHani,
  kHebr,
  kKana,
  kKhmr,
  kKnda,
  kMlym,
  kMymr,
  kOrya,
  kSinh,
  kTaml,
  kTelu,
  kThai,
  kZyyy,  // any other, or several
};
inline constexpr std::array<std::string_view, kZyyy + 1> kScriptNames = {
    "Latn", "Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani",
    "Hebr", "Kana", "Khmr", "Knda", "Mlym", "Mymr", "Orya", "Sinh", "Taml", "Telu", "Thai", "Zyyy"};

struct Character {
  CharacterKind kind;
  Script script = kLatn;
};

[[nodiscard]] Character character_of(char32_t c);

}  // namespace privet
