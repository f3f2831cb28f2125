#include "gate/characters.h"

#include <algorithm>
#include <iterator>

namespace privet {
namespace {

using Kind = CharacterKind;

// How the characters of a range are told apart.
enum class Case : std::uint8_t { kOfAll, kEvenIsCapital, kOddIsCapital };

// From `first` to before the next range's.
struct Range {
  char32_t first;
  Kind kind;
  Script script = kZyyy;
  Case letters = Case::kOfAll;
};

constexpr Range kRanges[] = {
    {0x0080, Kind::kPunctuation},
    {0x0085, Kind::kSpace},
    {0x0086, Kind::kPunctuation},
    {0x00A0, Kind::kSpace},
    {0x00A1, Kind::kPunctuation},
    {0x00AA, Kind::kSmall, kLatn},
    {0x00AB, Kind::kPunctuation},
    {0x00AD, Kind::kIgnored},  // soft hyphen
    {0x00AE, Kind::kPunctuation},
    {0x00B5, Kind::kSmall, kGrek},
    {0x00B6, Kind::kPunctuation},
    {0x00BA, Kind::kSmall, kLatn},
    {0x00BB, Kind::kPunctuation},
    {0x00C0, Kind::kCapital, kLatn},
    {0x00D7, Kind::kPunctuation},
    {0x00D8, Kind::kCapital, kLatn},
    {0x00DF, Kind::kSmall, kLatn},
    {0x00F7, Kind::kPunctuation},
    {0x00F8, Kind::kSmall, kLatn},
    {0x0100, Kind::kSmall, kLatn, Case::kEvenIsCapital},
    {0x0139, Kind::kSmall, kLatn, Case::kOddIsCapital},
    {0x0149, Kind::kSmall, kLatn},
    {0x014A, Kind::kSmall, kLatn, Case::kEvenIsCapital},
    {0x0178, Kind::kCapital, kLatn},
    {0x0179, Kind::kSmall, kLatn, Case::kOddIsCapital},
    {0x017F, Kind::kSmall, kLatn},
    {0x02B0, Kind::kIgnored},  // modifier letters
    {0x0300, Kind::kIgnored},  // combining marks
    {0x0370, Kind::kSmall, kGrek},
    {0x0386, Kind::kCapital, kGrek},
    {0x0390, Kind::kSmall, kGrek},
    {0x0391, Kind::kCapital, kGrek},
    {0x03AC, Kind::kSmall, kGrek},
    {0x0400, Kind::kCapital, kCyrl},
    {0x0430, Kind::kSmall, kCyrl},
    {0x0460, Kind::kSmall, kCyrl, Case::kEvenIsCapital},
    {0x0530, Kind::kCapital, kArmn},
    {0x0560, Kind::kSmall, kArmn},
    {0x0591, Kind::kIgnored},  // Hebrew points
    {0x05BE, Kind::kPunctuation},
    {0x05BF, Kind::kIgnored},
    {0x05C8, Kind::kSmall, kHebr},
    {0x05F3, Kind::kPunctuation},
    {0x0600, Kind::kPunctuation},
    {0x0610, Kind::kIgnored},
    {0x061B, Kind::kPunctuation},
    {0x0620, Kind::kSmall, kArab},
    {0x064B, Kind::kIgnored},  // Arabic points
    {0x0660, Kind::kDigit},
    {0x066A, Kind::kPunctuation},
    {0x066E, Kind::kSmall, kArab},
    {0x06D4, Kind::kPunctuation},
    {0x06D5, Kind::kSmall, kArab},
    {0x06D6, Kind::kIgnored},
    {0x06EE, Kind::kSmall, kArab},
    {0x06F0, Kind::kDigit},
    {0x06FA, Kind::kSmall, kArab},
    {0x0700, Kind::kSmall, kZyyy},
    {0x0750, Kind::kSmall, kArab},
    {0x0780, Kind::kSmall, kZyyy},
    {0x08A0, Kind::kSmall, kArab},
    {0x0900, Kind::kSmall, kDeva},
    {0x0964, Kind::kPunctuation},  // danda
    {0x0966, Kind::kDigit},
    {0x0970, Kind::kSmall, kDeva},
    {0x0980, Kind::kSmall, kBeng},
    {0x09E6, Kind::kDigit},
    {0x09F0, Kind::kSmall, kBeng},
    {0x0A00, Kind::kSmall, kGuru},
    {0x0A66, Kind::kDigit},
    {0x0A70, Kind::kSmall, kGuru},
    {0x0A80, Kind::kSmall, kGujr},
    {0x0AE6, Kind::kDigit},
    {0x0AF0, Kind::kSmall, kGujr},
    {0x0B00, Kind::kSmall, kOrya},
    {0x0B66, Kind::kDigit},
    {0x0B70, Kind::kSmall, kOrya},
    {0x0B80, Kind::kSmall, kTaml},
    {0x0BE6, Kind::kDigit},
    {0x0BF0, Kind::kSmall, kTaml},
    {0x0C00, Kind::kSmall, kTelu},
    {0x0C66, Kind::kDigit},
    {0x0C70, Kind::kSmall, kTelu},
    {0x0C80, Kind::kSmall, kKnda},
    {0x0CE6, Kind::kDigit},
    {0x0CF0, Kind::kSmall, kKnda},
    {0x0D00, Kind::kSmall, kMlym},
    {0x0D66, Kind::kDigit},
    {0x0D70, Kind::kSmall, kMlym},
    {0x0D80, Kind::kSmall, kSinh},
    {0x0E00, Kind::kSmall, kThai},
    {0x0E50, Kind::kDigit},
    {0x0E5A, Kind::kPunctuation},
    {0x0E80, Kind::kSmall, kZyyy},  // Lao
    {0x0ED0, Kind::kDigit},
    {0x0EDA, Kind::kSmall, kZyyy},
    {0x1000, Kind::kSmall, kMymr},
    {0x1040, Kind::kDigit},
    {0x104A, Kind::kPunctuation},
    {0x1050, Kind::kSmall, kMymr},
    {0x10A0, Kind::kSmall, kGeor},
    {0x1100, Kind::kSmall, kHang},
    {0x1200, Kind::kSmall, kEthi},
    {0x1361, Kind::kPunctuation},
    {0x1369, Kind::kSmall, kZyyy},
    {0x1680, Kind::kSpace},
    {0x1681, Kind::kSmall, kZyyy},
    {0x1780, Kind::kSmall, kKhmr},
    {0x17E0, Kind::kDigit},
    {0x17EA, Kind::kSmall, kZyyy},
    {0x1E00, Kind::kSmall, kLatn, Case::kEvenIsCapital},
    {0x1F00, Kind::kSmall, kGrek},
    {0x2000, Kind::kSpace},
    {0x200B, Kind::kIgnored},  // zero width
    {0x2010, Kind::kPunctuation},
    {0x2028, Kind::kSpace},
    {0x202A, Kind::kIgnored},  // directions
    {0x202F, Kind::kSpace},
    {0x2030, Kind::kPunctuation},
    {0x205F, Kind::kSpace},
    {0x2060, Kind::kIgnored},
    {0x2070, Kind::kPunctuation},  // and symbols
    {0x2C00, Kind::kSmall, kZyyy},
    {0x2C60, Kind::kSmall, kLatn},
    {0x2C80, Kind::kSmall, kZyyy},
    {0x2DE0, Kind::kSmall, kCyrl},
    {0x2E00, Kind::kPunctuation},
    {0x2E80, Kind::kSmall, kHani},
    {0x3000, Kind::kSpace},
    {0x3001, Kind::kPunctuation},
    {0x3005, Kind::kSmall, kHani},
    {0x3008, Kind::kPunctuation},
    {0x3021, Kind::kSmall, kHani},
    {0x3030, Kind::kPunctuation},
    {0x3040, Kind::kSmall, kKana},
    {0x3100, Kind::kSmall, kHani},  // bopomofo
    {0x3130, Kind::kSmall, kHang},
    {0x3190, Kind::kSmall, kHani},
    {0x31F0, Kind::kSmall, kKana},
    {0x3200, Kind::kPunctuation},
    {0x3400, Kind::kSmall, kHani},
    {0xA000, Kind::kSmall, kZyyy},
    {0xAC00, Kind::kSmall, kHang},
    {0xD800, Kind::kPunctuation},
    {0xF900, Kind::kSmall, kHani},
    {0xFB00, Kind::kSmall, kLatn},
    {0xFB1D, Kind::kSmall, kHebr},
    {0xFB50, Kind::kSmall, kArab},
    {0xFE00, Kind::kIgnored},
    {0xFE10, Kind::kPunctuation},
    {0xFE70, Kind::kSmall, kArab},
    {0xFEFF, Kind::kIgnored},
    {0xFF00, Kind::kPunctuation},
    {0xFF10, Kind::kDigit},
    {0xFF1A, Kind::kPunctuation},
    {0xFF21, Kind::kCapital, kLatn},
    {0xFF3B, Kind::kPunctuation},
    {0xFF41, Kind::kSmall, kLatn},
    {0xFF5B, Kind::kPunctuation},
    {0xFF66, Kind::kSmall, kKana},
    {0xFFA0, Kind::kSmall, kHang},
    {0xFFE0, Kind::kPunctuation},
    {0x10000, Kind::kSmall, kZyyy},
    {0x1D400, Kind::kSmall, kLatn},  // mathematical letters
    {0x1D7CE, Kind::kDigit},
    {0x1D800, Kind::kSmall, kZyyy},
    {0x1F000, Kind::kPunctuation},  // emoji
    {0x20000, Kind::kSmall, kHani},
    {0x40000, Kind::kIgnored},
};
static_assert(std::is_sorted(std::begin(kRanges), std::end(kRanges),
                             [](const Range& a, const Range& b) { return a.first <= b.first; }));

constexpr std::array<Kind, 128> kAscii = [] {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    kinds[c] = c <= ' ' || c == 0x7F  ? Kind::kSpace
               : c >= '0' && c <= '9' ? Kind::kDigit
               : c >= 'a' && c <= 'z' ? Kind::kSmall
               : c >= 'A' && c <= 'Z' ? Kind::kCapital
                                      : Kind::kPunctuation;
  }
  return kinds;
}();

}  // namespace

Character character_of(char32_t c) {
  if (c < kAscii.size()) return {kAscii[c]};
  const Range* const next = std::upper_bound(std::begin(kRanges), std::end(kRanges), c,
                                             [](char32_t value, const Range& range) { return value < range.first; });
  const Range& range = *(next - 1);
  if (range.letters == Case::kOfAll) return {range.kind, range.script};
  const bool capital = (c % 2 == 0) == (range.letters == Case::kEvenIsCapital);
  return {capital ? Kind::kCapital : Kind::kSmall, range.script};
}

}  // namespace privet
