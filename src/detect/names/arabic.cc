// Arabic script: Arabic, Persian, Urdu.
#include <array>

#include "detect/names/caseless_line.h"
#include "detect/names/spaced_names.h"
#include "detect/names/tables/arabic_words.h"

namespace privet {
namespace {

constexpr char32_t kZeroWidthNonJoiner = 0x200C;

bool is_letter(char32_t c) {
  return (c >= 0x620 && c <= 0x65F) || (c >= 0x66E && c <= 0x6D3) || (c >= 0x6D5 && c <= 0x6EF && c != 0x6DD) ||
         (c >= 0x6FA && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) || (c >= 0x8A0 && c <= 0x8FF) ||
         c == kZeroWidthNonJoiner;
}

// Vowel signs, tatweel and joiners do not count; the ways to write alef, kaf and
// heh, and those of yeh with dots, are one.
char32_t letter(char32_t c) {
  if ((c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640 || (c >= 0x6D6 && c <= 0x6ED) ||
      c == kZeroWidthNonJoiner) {
    return 0;
  }
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return U'ا';
    case U'ی':
    case U'ې':
      return U'ي';
    case U'ک':
      return U'ك';
    case U'ة':
    case U'ہ':
    case U'ھ':
    case U'ۃ':
    case U'ۀ':
    case U'ە':
      return U'ه';
    default:
      return c;
  }
}

const WordTable& table() {
  static const WordTable table(letter, {{arabic::kGivenWords, kGiven},
                                        {arabic::kCommonGivenWords, kGiven | kCommon},
                                        {arabic::kFamilyWords, kFamily},
                                        {arabic::kCommonFamilyWords, kFamily | kCommon},
                                        {arabic::kChainWords, kChain},
                                        {arabic::kFreeChainWords, kChain | kTakesAny},
                                        {arabic::kOpeningChainWords, kChain | kOpens},
                                        {arabic::kHolyWords, kInChain},
                                        {arabic::kTitleWords, kTitle},
                                        {arabic::kTitleWithDotWords, kTitleWithDot},
                                        {arabic::kHonorificWords, kHonorific},
                                        {arabic::kLabelWords, kLabel},
                                        {arabic::kRoleWords, kRole},
                                        {arabic::kSaysBeforeWords, kSaysBefore},
                                        {arabic::kSaysBehindWords, kSaysBehind},
                                        {arabic::kGreetingWords, kGreets},
                                        {arabic::kLeaveWords, kTakesLeave},
                                        {arabic::kNoNameWords, kNoName}});
  return table;
}

// The article and the ending of origin, or a Persian patronymic.
bool is_family_form(std::string_view word) {
  if (word.starts_with("ال") && word.size() >= 12) return word.ends_with("ي");
  for (const std::string_view ending : {"زاده", "پور", "نژاد", "نیا"}) {
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 5> kPrefixes = {"و", "ل", "ب", "ف", "ك"};

}  // namespace

bool find_arabic_names(const CaselessLine& line, std::vector<CaselessName>& out) {
  static const SpacedScript script{.table = table(),
                                   .is_letter = is_letter,
                                   .prefixes = kPrefixes,
                                   .endings = {},
                                   .family_form = is_family_form,
                                   .least_letters = 3,
                                   .no_form = "ال"};
  return find_spaced_names(script, line, out);
}

}  // namespace privet
