#include "detect/names/honorifics.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr float kHonorificScore = 0.85F;
constexpr std::uint32_t kMostLetters = 6;

enum class Kind : std::uint8_t { kJapanese, kChinese, kKorean };
struct Honorific {
  std::string_view word;
  Kind kind;
};
constexpr std::array<Honorific, 10> kHonorifics = {{{"さん", Kind::kJapanese},
                                                    {"様", Kind::kJapanese},
                                                    {"くん", Kind::kJapanese},
                                                    {"ちゃん", Kind::kJapanese},
                                                    {"氏", Kind::kJapanese},
                                                    {"님", Kind::kKorean},
                                                    {"씨", Kind::kKorean},
                                                    {"先生", Kind::kChinese},
                                                    {"女士", Kind::kChinese},
                                                    {"小姐", Kind::kChinese}}};

// The most frequent family names of Chinese, in both forms; of Japanese, which
// are two letters; of Korean.
constexpr std::string_view kChineseFamilies =
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡"
    "蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金贾賈韦韋夏付方邹鄒熊白孟秦邱侯江尹薛闫";
constexpr std::string_view kJapaneseFamilies =
    " 佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 清水 山崎 "
    "池田 橋本 "
    "阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 藤原 "
    "岡本 三浦 "
    "中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 "
    "工藤 谷口 "
    "今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 木下 久保 佐野 "
    "野村 松尾 "
    "市川 菊地 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田 飯田 菊池 西川 小松 北村 安田 五十嵐 川口 平田 "
    "関 中田 "
    "久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 "
    "星野 矢野 "
    "浅野 大久保 松下 吉岡 小池 野田 荒木 熊谷 松浦 大谷 内藤 黒田 尾崎 川村 永田 望月 松村 田辺 荒井 堀 大島 平井 "
    "早川 菅野 栗原 ";
constexpr std::string_view kKoreanFamilies =
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반왕금옥";

// Three bytes a letter, all of them.
bool holds_letter(std::string_view letters, std::string_view letter) {
  for (std::size_t at = 0; at + 3 <= letters.size(); at += 3) {
    if (letters.substr(at, 3) == letter) return true;
  }
  return false;
}

bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC; }
bool is_han(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005; }
bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// The run of letters of the kind that ends at `end`; empty if it is too long.
std::string_view run_before(std::string_view text, std::size_t end, bool (*is_kind)(char32_t)) {
  std::size_t begin = end;
  std::uint32_t letters = 0;
  while (begin > 0) {
    const std::size_t before = previous_utf8(text, begin);
    if (!is_kind(decode_utf8(text, before).code_point)) break;
    if (++letters > kMostLetters) return {};
    begin = before;
  }
  return text.substr(begin, end - begin);
}

bool is_family(std::string_view word) {
  std::array<char, 16> spaced{};
  if (word.size() + 2 > spaced.size()) return false;
  spaced[0] = ' ';
  std::copy(word.begin(), word.end(), spaced.begin() + 1);
  spaced[word.size() + 1] = ' ';
  return kJapaneseFamilies.find(std::string_view(spaced.data(), word.size() + 2)) != std::string_view::npos;
}

// All Han, and no word of grammar in it.
bool is_chinese_name(std::string_view word) {
  constexpr std::string_view kGrammar = "的是和在了们們个個这這那我你他她有为為与與";
  for (std::size_t at = 0; at < word.size();) {
    const Decoded d = decode_utf8(word, at);
    if (!is_han(d.code_point) || holds_letter(kGrammar, word.substr(at, 3))) return false;
    at += d.bytes;
  }
  return true;
}

std::string_view name_before(std::string_view text, std::size_t end, Kind kind) {
  constexpr std::size_t kLetter = 3;  // bytes
  switch (kind) {
    case Kind::kJapanese: {
      const std::string_view katakana = run_before(text, end, is_katakana);
      if (katakana.size() >= 2 * kLetter) return katakana;
      const std::string_view han = run_before(text, end, is_han);
      for (std::size_t letters = 1; letters <= 3 && letters * kLetter <= han.size(); ++letters) {
        if (is_family(han.substr(0, letters * kLetter)) && han.size() <= (letters + 2) * kLetter) {
          return han.size() > kLetter ? han : std::string_view();
        }
      }
      return {};
    }
    case Kind::kChinese: {
      // Words stand before it without a space: the longest that begins with a family name.
      const std::string_view rest = text.substr(0, end);
      for (std::size_t letters = 3; letters >= 1; --letters) {
        if (rest.size() < letters * kLetter) continue;
        const std::string_view word = rest.substr(rest.size() - letters * kLetter);
        if (is_continuation(word.front()) || !holds_letter(kChineseFamilies, word.substr(0, kLetter))) continue;
        if (!is_chinese_name(word)) continue;
        const std::size_t begin = rest.size() - word.size();
        const bool alone = begin == 0 || !is_han(decode_utf8(text, previous_utf8(text, begin)).code_point);
        if (alone || letters > 1) return word;
      }
      return {};
    }
    case Kind::kKorean: {
      if (end > 0 && text[end - 1] == ' ') --end;
      const std::string_view hangul = run_before(text, end, is_hangul);
      if (hangul.size() != 3 * kLetter || !holds_letter(kKoreanFamilies, hangul.substr(0, kLetter))) return {};
      return hangul;
    }
  }
  return {};
}

// "선생님", "사장님": not by name.
bool is_korean_office(std::string_view word) {
  constexpr std::array<std::string_view, 12> kOffices = {"선생", "사장", "고객", "교수", "부장", "과장",
                                                         "대리", "팀장", "원장", "회장", "부모", "기사"};
  return std::any_of(kOffices.begin(), kOffices.end(), [&](std::string_view o) { return word.ends_with(o); });
}

}  // namespace

void find_honorifics(std::string_view text, NameReader& reader, std::vector<CuedName>& out) {
  for (const Honorific& honorific : kHonorifics) {
    for (std::size_t at = text.find(honorific.word); at != std::string_view::npos;
         at = text.find(honorific.word, at + honorific.word.size())) {
      const std::string_view word = name_before(text, at, honorific.kind);
      if (word.empty() || (honorific.kind == Kind::kKorean && is_korean_office(word))) continue;
      const auto begin = static_cast<std::uint32_t>(word.data() - text.data());
      const auto end = begin + static_cast<std::uint32_t>(word.size());
      const FoldedWord folded = reader.folder().fold(word);
      PersonName name;
      name.place = {begin, end};
      name.words[0] = {.hash = folded.hash,
                       .place = name.place,
                       .facts = folded.facts,
                       .part = NamePart::kEither,
                       .capital = true,
                       .all_upper = false,
                       .letters = folded.letters};
      name.count = 1;
      out.push_back({name, kHonorificScore});
    }
  }
}

}  // namespace privet
