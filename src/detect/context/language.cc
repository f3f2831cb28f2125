#include "detect/context/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

struct Language {
  std::string_view code;       // ISO 639-1
  std::string_view countries;  // whose numbers to expect
  // Frequent words that few other languages here share; empty for languages
  // that are told by their script.
  std::string_view stop_words;
};

constexpr Language kLanguages[] = {
    {"en", "", "the and of to is that for with was this are not you have from it be on by which"},
    {"de", "DE AT CH", "der die und das ist nicht ein eine mit für auf den dem sich von wird auch bei sie zu"},
    {"fr", "FR BE CH", "le les et des est une pour dans que qui sur pas vous nous avec du au sont ce il"},
    {"es", "ES MX AR CO CL PE", "el los las y es una para que con por del se su al como más está pero lo"},
    {"it", "IT CH", "il di che è per una non sono della con gli del alla si anche nel dei le più questo"},
    {"nl", "NL BE", "de het een en van is dat niet op te zijn voor met ook aan wordt naar bij uw deze"},
    {"sv", "SE FI", "och att det är som en på inte för av med den till ett har jag om kan också eller"},
    {"da", "DK", "og at det er som en på ikke for af med den til et har jeg om kan også hvad efter nogle meget blev"},
    {"no", "NO", "og at det er som en på ikke for av med den til et har jeg om kan også hva etter noen mye ble"},
    {"fi", "FI", "ja on ei että se oli ovat kun myös mutta tai joka hän voi sen niin ole kuin ovat tämä"},
    {"pl", "PL", "i w nie na się z do to jest że jak dla po od są oraz przez lub jego może"},
    {"pt", "PT BR", "o os as e é um uma para que não com por do da dos em se ao mais são você"},
    {"tr", "TR", "ve bir bu için ile da de olarak çok daha olan gibi ne ama değil var mi ya en her"},
    {"cs", "CZ", "a je se na v že to s z do i jsem pro by jako ale jsou nebo tak který"},
    {"sk", "SK", "a je sa na v že to s z do som pre by ako ale sú alebo nie tak ktorý"},
    {"hu", "HU", "a az és hogy nem egy is ez meg van volt csak de mint el vagy ha még már kell"},
    {"ro", "RO", "și în de la cu nu este o un pe care din că mai pentru sunt sau se au prin"},
    {"ru", "RU", ""},
    {"uk", "UA", ""},
    {"ja", "JP", ""},
    {"ko", "KR", ""},
    {"zh", "CN", ""},
    {"he", "IL", ""},
    {"hi", "IN", ""},
    {"el", "GR CY", ""},
    {"th", "TH", ""},
    // Known by their tag only.
    {"nb", "NO", ""},
    {"nn", "NO", ""},
    {"af", "ZA", ""},
    {"zu", "ZA", ""},
    {"xh", "ZA", ""},
    {"ga", "IE", ""},
    {"mi", "NZ", ""},
    {"cy", "GB", ""},
    {"gd", "GB", ""},
    {"ca", "ES", ""},
    {"eu", "ES", ""},
    {"gl", "ES", ""},
    {"iw", "IL", ""},
    {"bn", "IN BD", ""},
    {"ta", "IN", ""},
    {"te", "IN", ""},
    {"mr", "IN", ""},
    {"gu", "IN", ""},
    {"kn", "IN", ""},
    {"ml", "IN", ""},
    {"pa", "IN", ""},
    {"id", "ID", ""},
    {"vi", "VN", ""},
    {"sl", "SI", ""},
    {"hr", "HR", ""},
    {"bg", "BG", ""},
    {"et", "EE", ""},
    {"lv", "LV", ""},
    {"lt", "LT", ""},
};

// What the first bytes of a text are made of: letters by script, and how often
// the stop words of each language come.
struct Census {
  std::size_t latin = 0, cyrillic = 0, ukrainian = 0, greek = 0, hebrew = 0, devanagari = 0, thai = 0;
  std::size_t kana = 0, hangul = 0, han = 0;
  std::array<std::size_t, std::size(kLanguages)> words{};
};

void count_letter(char32_t point, Census& census) {
  if (point < 0x250) {
    ++census.latin;
  } else if (point >= 0x370 && point < 0x400) {
    ++census.greek;
  } else if (point >= 0x400 && point < 0x530) {
    ++census.cyrillic;
    if (point == 0x454 || point == 0x456 || point == 0x457 || point == 0x491) ++census.ukrainian;
  } else if (point >= 0x590 && point < 0x600) {
    ++census.hebrew;
  } else if (point >= 0x900 && point < 0x980) {
    ++census.devanagari;
  } else if (point >= 0xE00 && point < 0xE80) {
    ++census.thai;
  } else if (point >= 0x3041 && point < 0x3100) {
    ++census.kana;
  } else if ((point >= 0x3400 && point < 0xA000)) {
    ++census.han;
  } else if ((point >= 0x1100 && point < 0x1200) || (point >= 0xAC00 && point < 0xD7B0)) {
    ++census.hangul;
  }
}

// A word of at most eight bytes as a number; no stop word has more than seven.
using PackedWord = std::uint64_t;
constexpr std::size_t kLongestWord = sizeof(PackedWord);

// `word` holds letters only.
PackedWord pack(std::string_view word) {
  char lower[kLongestWord] = {};
  char all = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    lower[i] = static_cast<char>(word[i] | 0x20);
    all = static_cast<char>(all | word[i]);
  }
  if (!is_ascii(all)) {
    std::copy(word.begin(), word.end(), lower);
    lower_name({lower, word.size()});
  }
  PackedWord packed = 0;
  std::memcpy(&packed, lower, sizeof packed);
  return packed;
}

// Which languages have a word, as bits. Every word of a text is looked up, so
// this is a flat table with room to spare.
class StopWords {
 public:
  static_assert(std::size(kLanguages) <= 64);

  StopWords() {
    for (std::size_t i = 0; i < std::size(kLanguages); ++i) {
      std::string_view words = kLanguages[i].stop_words;
      while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        const PackedWord packed = pack(words.substr(0, end));
        Slot& slot = slots_[find(packed)];
        slot.word = packed;
        slot.languages |= std::uint64_t{1} << i;
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
  }

  [[nodiscard]] std::uint64_t languages_of(std::string_view word) const {
    if (word.empty() || word.size() > kLongestWord) return 0;
    const PackedWord packed = pack(word);
    const Slot& slot = slots_[find(packed)];
    return slot.word == packed ? slot.languages : 0;
  }

 private:
  struct Slot {
    PackedWord word = 0;  // 0: free
    std::uint64_t languages = 0;
  };
  static constexpr std::size_t kSlots = 2048;  // 300 words

  [[nodiscard]] std::size_t find(PackedWord word) const {
    auto at = static_cast<std::size_t>((word * 0x9E3779B97F4A7C15U) >> 53);
    while (slots_[at].word != 0 && slots_[at].word != word) at = (at + 1) % kSlots;
    return at;
  }

  std::array<Slot, kSlots> slots_{};
};

void count_word(std::string_view word, Census& census) {
  static const StopWords kStopWords;
  for (std::uint64_t bits = kStopWords.languages_of(word); bits != 0; bits &= bits - 1) {
    ++census.words[static_cast<std::size_t>(std::countr_zero(bits))];
  }
}

Census take_census(std::string_view text) {
  Census census;
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(text[at])) {
      ++census.latin;
      ++at;
      continue;
    }
    const Decoded decoded = decode_utf8(text, at);
    if (decoded.code_point >= 0xC0) {
      count_letter(decoded.code_point, census);
    } else {
      count_word(text.substr(word_begin, at - word_begin), census);
      word_begin = at + decoded.bytes;
    }
    at += decoded.bytes;
  }
  count_word(text.substr(word_begin), census);
  return census;
}

void add_countries(std::string_view codes, CountrySet& countries) {
  for (std::size_t at = 0; at < codes.size(); at += 3) countries.add(codes.substr(at, 2));
}

}  // namespace

std::string_view countries_of_language(std::string_view language) {
  for (const Language& known : kLanguages) {
    if (known.code == language) return known.countries;
  }
  return {};
}

void expect_from_language(std::string_view text, CountrySet& countries) {
  constexpr std::size_t kEnough = 2048;
  std::size_t end = std::min(text.size(), kEnough);
  while (end < text.size() && is_continuation(text[end])) --end;
  const Census census = take_census(text.substr(0, end));
  const std::size_t latin = census.latin;

  // A script that one language mainly writes. A third of the letters is enough:
  // names, code and addresses in between are Latin.
  const auto leads = [&](std::size_t letters) { return letters >= 8 && letters * 2 >= latin; };
  if (leads(census.hangul)) return add_countries(countries_of_language("ko"), countries);
  // Japanese mixes both; Chinese has no kana. A Han sign says as much as three letters.
  if (census.kana >= 4 && leads(census.kana * 2 + census.han * 3)) return add_countries("JP", countries);
  if (census.kana < 4 && leads(census.han * 3)) return add_countries(countries_of_language("zh"), countries);
  if (leads(census.hebrew)) return add_countries(countries_of_language("he"), countries);
  if (leads(census.devanagari)) return add_countries(countries_of_language("hi"), countries);
  if (leads(census.thai)) return add_countries(countries_of_language("th"), countries);
  if (leads(census.greek)) return add_countries(countries_of_language("el"), countries);
  if (leads(census.cyrillic)) {
    return add_countries(countries_of_language(census.ukrainian * 50 > census.cyrillic ? "uk" : "ru"), countries);
  }

  // Stop words. Danish and Norwegian share most, so that both may lead; any
  // other runner-up must be well behind.
  constexpr std::size_t kFewest = 3;
  const std::size_t best = *std::max_element(census.words.begin(), census.words.end());
  if (best < kFewest) return;
  for (std::size_t i = 0; i < std::size(kLanguages); ++i) {
    const bool close = census.words[i] * 5 >= best * 4;
    const bool english = kLanguages[i].code == "en";
    if (english && close) return;
  }
  for (std::size_t i = 0; i < std::size(kLanguages); ++i) {
    if (census.words[i] * 5 > best * 4) add_countries(kLanguages[i].countries, countries);
  }
}

}  // namespace privet
