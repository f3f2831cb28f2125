#include "text/script.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace privet {
namespace {

constexpr std::size_t kSampleBytes = 4096;

struct Range {
  char32_t begin, end;  // end is the last one
  ScriptGroup group;
};

// Blocks, not scripts to the letter: this is a hint, and 5 ns a character. By
// code point; what lies between is of no group, or of another script.
constexpr Range kRanges[] = {
    {0x00AA, 0x00AA, ScriptGroup::kLatin},      {0x00BA, 0x00BA, ScriptGroup::kLatin},
    {0x00C0, 0x00D6, ScriptGroup::kLatin},      {0x00D8, 0x00F6, ScriptGroup::kLatin},
    {0x00F8, 0x02AF, ScriptGroup::kLatin},      {0x0370, 0x0373, ScriptGroup::kGreek},
    {0x0376, 0x037D, ScriptGroup::kGreek},      {0x037F, 0x037F, ScriptGroup::kGreek},
    {0x0386, 0x0386, ScriptGroup::kGreek},      {0x0388, 0x03FF, ScriptGroup::kGreek},
    {0x0400, 0x0481, ScriptGroup::kCyrillic},   {0x048A, 0x052F, ScriptGroup::kCyrillic},
    {0x05D0, 0x05F2, ScriptGroup::kHebrew},     {0x0620, 0x064A, ScriptGroup::kArabic},
    {0x066E, 0x06D3, ScriptGroup::kArabic},     {0x06D5, 0x06D5, ScriptGroup::kArabic},
    {0x06FA, 0x06FF, ScriptGroup::kArabic},     {0x0750, 0x077F, ScriptGroup::kArabic},
    {0x08A0, 0x08C9, ScriptGroup::kArabic},     {0x0904, 0x0939, ScriptGroup::kDevanagari},
    {0x0958, 0x0961, ScriptGroup::kDevanagari}, {0x0E01, 0x0E30, ScriptGroup::kThai},
    {0x0E32, 0x0E33, ScriptGroup::kThai},       {0x0E40, 0x0E46, ScriptGroup::kThai},
    {0x1100, 0x11FF, ScriptGroup::kHangul},     {0x1E00, 0x1EFF, ScriptGroup::kLatin},
    {0x1F00, 0x1FFC, ScriptGroup::kGreek},      {0x2C60, 0x2C7F, ScriptGroup::kLatin},
    {0x2DE0, 0x2DFF, ScriptGroup::kCyrillic},   {0x3005, 0x3007, ScriptGroup::kHan},
    {0x3041, 0x30FF, ScriptGroup::kKana},       {0x3131, 0x318E, ScriptGroup::kHangul},
    {0x31F0, 0x31FF, ScriptGroup::kKana},       {0x3400, 0x4DBF, ScriptGroup::kHan},
    {0x4E00, 0x9FFF, ScriptGroup::kHan},        {0xA640, 0xA69F, ScriptGroup::kCyrillic},
    {0xA720, 0xA7FF, ScriptGroup::kLatin},      {0xAC00, 0xD7A3, ScriptGroup::kHangul},
    {0xF900, 0xFAFF, ScriptGroup::kHan},        {0xFB50, 0xFDFF, ScriptGroup::kArabic},
    {0xFE70, 0xFEFC, ScriptGroup::kArabic},     {0xFF66, 0xFF9D, ScriptGroup::kKana},
    {0x20000, 0x323AF, ScriptGroup::kHan},
};

const Range* range_of(char32_t c) {
  const auto* it = std::lower_bound(std::begin(kRanges), std::end(kRanges), c,
                                    [](const Range& r, char32_t point) { return r.end < point; });
  return it != std::end(kRanges) && it->begin <= c ? it : nullptr;
}

bool is_ascii_letter(char c) { return static_cast<std::uint8_t>((c | 0x20) - 'a') < 26; }

}  // namespace

std::uint32_t ScriptProfile::total() const { return std::accumulate(letters.begin(), letters.end(), 0U); }

ScriptGroup ScriptProfile::main() const {
  const auto most = std::max_element(letters.begin(), letters.end());
  return *most == 0 ? ScriptGroup::kOther : static_cast<ScriptGroup>(most - letters.begin());
}

ScriptProfile& ScriptProfile::operator+=(const ScriptProfile& other) {
  for (std::size_t i = 0; i < letters.size(); ++i) letters[i] += other.letters[i];
  return *this;
}

ScriptGroup script_group(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c)) ? ScriptGroup::kLatin : ScriptGroup::kOther;
  const Range* range = range_of(c);
  return range != nullptr ? range->group : ScriptGroup::kOther;
}

ScriptProfile profile_scripts(std::string_view text) {
  if (text.size() > kSampleBytes) {
    std::size_t end = kSampleBytes;
    while (is_continuation(text[end])) --end;
    text = text.substr(0, end);
  }
  ScriptProfile profile;
  // Two loops: the compiler makes vectors of the first, and most texts end there.
  std::uint32_t latin = 0;
  std::uint8_t bits = 0;
  for (const char c : text) {
    latin += is_ascii_letter(c) ? 1 : 0;
    bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(c));
  }
  profile.letters[static_cast<std::size_t>(ScriptGroup::kLatin)] = latin;
  if (bits < 0x80) return profile;
  const Range* last = &kRanges[0];  // neighbours are mostly of one script
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<std::uint8_t>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Decoded c = decode_utf8(text, at);
    at += c.bytes;
    if (c.code_point < last->begin || c.code_point > last->end) {
      const Range* range = range_of(c.code_point);
      if (range == nullptr) {
        if (u_isalpha(static_cast<UChar32>(c.code_point)) != 0) {
          ++profile.letters[static_cast<std::size_t>(ScriptGroup::kOther)];
        }
        continue;
      }
      last = range;
    }
    ++profile.letters[static_cast<std::size_t>(last->group)];
  }
  return profile;
}

bool is_word(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c)) || (c >= '0' && c <= '9') || c == '_';
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
}

bool is_mark(char32_t c) { return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool is_cjk(char32_t c) {
  if (c < 0x1100) return false;
  if (c >= 0x3100 && c <= 0x312F) return true;  // bopomofo
  const Range* range = range_of(c);
  return range != nullptr && (range->group == ScriptGroup::kHan || range->group == ScriptGroup::kKana ||
                              range->group == ScriptGroup::kHangul);
}

}  // namespace privet
