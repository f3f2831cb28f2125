// Devanagari: Hindi, Marathi, Nepali.
#include <array>

#include "detect/names/caseless_line.h"
#include "detect/names/spaced_names.h"
#include "detect/names/tables/devanagari_words.h"

namespace privet {
namespace {

constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

// Letters and signs, no digits, no danda.
bool is_letter(char32_t c) {
  return (c >= 0x900 && c <= 0x963) || (c >= 0x971 && c <= 0x97F) || c == kZeroWidthNonJoiner || c == kZeroWidthJoiner;
}

char32_t letter(char32_t c) {
  // A letter with nukta is the letter.
  constexpr std::array<char32_t, 8> kWithout = {U'क', U'ख', U'ग', U'ज', U'ड', U'ढ', U'फ', U'य'};
  if (c >= 0x958 && c <= 0x95F) return kWithout[c - 0x958];
  if (c == 0x93C || c == kZeroWidthNonJoiner || c == kZeroWidthJoiner) return 0;
  return c == 0x901 ? 0x902 : c;
}

const WordTable& table() {
  static const WordTable table(letter, {{devanagari::kGivenWords, kGiven},
                                        {devanagari::kCommonGivenWords, kGiven | kCommon},
                                        {devanagari::kFamilyWords, kFamily},
                                        {devanagari::kCommonFamilyWords, kFamily | kCommon},
                                        {devanagari::kTitleWords, kTitle},
                                        {devanagari::kTitleWithDotWords, kTitleWithDot},
                                        {devanagari::kHonorificWords, kHonorific},
                                        {devanagari::kLabelWords, kLabel},
                                        {devanagari::kRoleWords, kRole},
                                        {devanagari::kSaysBehindWords, kSaysBehind},
                                        {devanagari::kGreetingWords, kGreets},
                                        {devanagari::kLeaveWords, kTakesLeave},
                                        {devanagari::kNoNameWords, kNoName}});
  return table;
}

constexpr std::array<std::string_view, 16> kEndings = {"च्या", "लाई", "बाट", "सँग", "राव", "जी", "ने",  "नी",
                                                       "ला",  "ले",   "को",  "चा", "ची",  "चे",  "शी", "मा"};

}  // namespace

bool find_devanagari_names(const CaselessLine& line, std::vector<CaselessName>& out) {
  static const SpacedScript script{
      .table = table(), .is_letter = is_letter, .prefixes = {}, .endings = kEndings, .least_letters = 3};
  return find_spaced_names(script, line, out);
}

}  // namespace privet
