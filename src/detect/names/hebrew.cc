// Hebrew.
#include <array>

#include "detect/names/caseless_line.h"
#include "detect/names/spaced_names.h"
#include "detect/names/tables/hebrew_words.h"

namespace privet {
namespace {

// Letters and points.
bool is_letter(char32_t c) {
  return (c >= 0x5D0 && c <= 0x5F2) ||
         (c >= 0x591 && c <= 0x5C7 && c != 0x5BE && c != 0x5C0 && c != 0x5C3 && c != 0x5C6);
}

// Without points; quotation marks stand for the Hebrew ones.
char32_t letter(char32_t c) {
  if (c >= 0x591 && c <= 0x5C7) return 0;
  if (c == 0x5F3 || c == 0x2019) return U'\'';
  return c == 0x5F4 || c == 0x201D ? U'"' : c;
}

const WordTable& table() {
  static const WordTable table(letter, {{hebrew::kGivenWords, kGiven},
                                        {hebrew::kCommonGivenWords, kGiven | kCommon},
                                        {hebrew::kFamilyWords, kFamily},
                                        {hebrew::kCommonFamilyWords, kFamily | kCommon},
                                        {hebrew::kChainWords, kChain},
                                        {hebrew::kOpeningChainWords, kChain | kOpens},
                                        {hebrew::kTitleWords, kTitle},
                                        {hebrew::kHonorificWords, kHonorific},
                                        {hebrew::kLabelWords, kLabel},
                                        {hebrew::kRoleWords, kRole},
                                        {hebrew::kSaysBeforeWords, kSaysBefore},
                                        {hebrew::kSaysBehindWords, kSaysBehind},
                                        {hebrew::kGreetingWords, kGreets},
                                        {hebrew::kLeaveWords, kTakesLeave},
                                        {hebrew::kNoNameWords, kNoName}});
  return table;
}

constexpr std::array<std::string_view, 7> kPrefixes = {"ו", "ל", "ב", "מ", "ש", "כ", "ול"};

}  // namespace

bool find_hebrew_names(const CaselessLine& line, std::vector<CaselessName>& out) {
  static const SpacedScript script{
      .table = table(), .is_letter = is_letter, .prefixes = kPrefixes, .endings = {}, .quotes_in_words = true};
  return find_spaced_names(script, line, out);
}

}  // namespace privet
