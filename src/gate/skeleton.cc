#include "gate/skeleton.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "gate/common_words.h"

namespace privet {
namespace {

enum class Kind : std::uint8_t { kSpace, kPunctuation, kIgnored, kDigit, kSmall, kCapital };

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
constexpr std::array<std::string_view, kZyyy + 1> kScriptNames = {
    "Latn", "Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani",
    "Hebr", "Kana", "Khmr", "Knda", "Mlym", "Mymr", "Orya", "Sinh", "Taml", "Telu", "Thai", "Zyyy"};

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

struct Character {
  Kind kind;
  Script script = kLatn;
};

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

Character character_of(char32_t c) {
  if (c < kAscii.size()) return {kAscii[c]};
  const Range* const next = std::upper_bound(std::begin(kRanges), std::end(kRanges), c,
                                             [](char32_t value, const Range& range) { return value < range.first; });
  const Range& range = *(next - 1);
  if (range.letters == Case::kOfAll) return {range.kind, range.script};
  const bool capital = (c % 2 == 0) == (range.letters == Case::kEvenIsCapital);
  return {capital ? Kind::kCapital : Kind::kSmall, range.script};
}

// The powers of two that lengths are rounded down to.
std::string_view bucket(std::uint32_t length) {
  return length < 2 ? "1" : length < 4 ? "2" : length < 8 ? "4" : length < 16 ? "8" : "16";
}

// A part of a token: letters and digits.
struct Part {
  std::uint32_t letters = 0, capitals = 0, digits = 0;
  bool capital_first = false;
  Script script = kZyyy;

  [[nodiscard]] bool empty() const { return letters + digits == 0; }

  void add(const Character& c) {
    if (c.kind == Kind::kDigit) {
      ++digits;
      return;
    }
    if (letters == 0) {
      script = c.script;
      capital_first = c.kind == Kind::kCapital;
    } else if (script != c.script) {
      script = kZyyy;
    }
    ++letters;
    if (c.kind == Kind::kCapital) ++capitals;
  }
};

class SkeletonWriter {
 public:
  explicit SkeletonWriter(std::string& out) : out_(out), begin_(out.size()) {}

  void token(std::string_view text) {
    const std::string_view core = without_ends(text);
    if (core.empty()) return;
    joined_ = false;
    if (is_common_word(core)) {
      ++common_words_;
      after_number_ = false;
      separate();
      out_ += core;
      return;
    }
    Part part;
    for (std::size_t at = 0; at < core.size();) {
      const Decoded next = decode_utf8(core, at);
      at += next.bytes;
      const Character c = character_of(next.code_point);
      if (c.kind == Kind::kIgnored) continue;
      if (c.kind != Kind::kPunctuation) {
        part.add(c);
        continue;
      }
      mark(part);
      part = Part();
    }
    mark(part);
  }

  [[nodiscard]] std::uint32_t common_words() const { return common_words_; }

 private:
  static bool is_end(const Character& c) { return c.kind == Kind::kPunctuation || c.kind == Kind::kIgnored; }

  static std::string_view without_ends(std::string_view text) {
    while (!text.empty()) {
      const Decoded first = decode_utf8(text, 0);
      if (!is_end(character_of(first.code_point))) break;
      text.remove_prefix(first.bytes);
    }
    while (!text.empty()) {
      const std::size_t last = previous_utf8(text, text.size());
      if (!is_end(character_of(decode_utf8(text, last).code_point))) break;
      text = text.substr(0, last);
    }
    return text;
  }

  void separate() {
    if (out_.size() > begin_) out_.push_back(joined_ ? '.' : ' ');
    joined_ = true;
  }

  void mark(const Part& part) {
    if (part.empty()) return;
    const bool number = part.letters == 0;
    if (number && after_number_) return;
    after_number_ = number;
    separate();
    if (number) {
      out_.push_back('9');
      return;
    }
    if (part.digits > 0) {
      out_.push_back('m');
      out_ += bucket(part.letters + part.digits);
      return;
    }
    out_ += part.capitals == 0                                    ? "x"
            : part.capital_first && part.capitals == 1            ? "Xx"
            : part.capital_first && part.capitals == part.letters ? "X"
                                                                  : "xX";
    out_ += bucket(part.letters);
    if (part.script != kLatn) {
      out_.push_back('/');
      out_ += kScriptNames[part.script];
    }
  }

  std::string& out_;
  std::size_t begin_;
  bool joined_ = false;        // a part of the same token stands before
  bool after_number_ = false;  // the last mark is a 9
  std::uint32_t common_words_ = 0;
};

std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (is_continuation(text[most])) --most;
  return text.substr(0, most);
}

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::uint32_t append_skeleton(std::string_view text, std::string& out) {
  text = cut(text, kMostSkeletonBytes);
  SkeletonWriter writer(out);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (character_of(next.code_point).kind == Kind::kSpace) {
      writer.token(text.substr(begin, at - begin));
      begin = at + next.bytes;
    }
    at += next.bytes;
  }
  writer.token(text.substr(begin));
  return writer.common_words();
}

void append_key_mark(std::string_view key, std::string& out) {
  constexpr std::size_t kLongestKey = 64;
  if (!key.empty() && std::all_of(key.begin(), key.end(), is_digit)) {
    out.push_back('*');
    return;
  }
  const std::size_t before = out.size();
  bool words = false;
  const auto unknown = [&] {
    out.resize(before);
    out.push_back('x');
  };
  if (key.empty() || key.size() > kLongestKey) return unknown();
  for (std::size_t at = 0; at < key.size();) {
    if (std::string_view("_- .").find(key[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    std::string part;
    if (is_digit(key[at])) {
      part = "9";
      while (at < key.size() && is_digit(key[at])) ++at;
    } else {
      // A word in one case, or with a capital first: "sender", "Name", "URL".
      const std::size_t begin = at;
      while (at < key.size() && is_capital(key[at])) ++at;
      if (at - begin <= 1) {
        while (at < key.size() && is_small(key[at])) ++at;
      }
      for (std::size_t i = begin; i < at; ++i)
        part.push_back(is_capital(key[i]) ? static_cast<char>(key[i] - 'A' + 'a') : key[i]);
      if (!is_key_word(part)) return unknown();
      words = true;
    }
    if (out.size() > before) out.push_back('_');
    out += part;
  }
  if (!words) unknown();
}

}  // namespace privet
