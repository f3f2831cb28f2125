// Lists of terms: whole words, in either case, the longest first.
#include "detect/proof/term_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "detect/proof/chars.h"
#include "rule/marked.h"

namespace privet {
namespace {

// The text with what is found in [[ ]], from left to right.
std::string marked(const TermList& list, std::string_view text) {
  std::vector<Span<FieldSpace>> spans;
  list.find_starts(Bytes<ViewSpace>(text), [&](std::uint32_t at) {
    const auto span = list.match(Bytes<ViewSpace>(text), at);
    ASSERT_TRUE(span);
    if (spans.empty() || span->begin >= spans.back().end) spans.push_back({span->begin, span->end});
  });
  return mark(text, spans);
}

TEST(TermList, FindsWholeWords) {
  const TermList list({"t",
                       {"Jo Doe", "jo", "Jo-Ann", "joa", "C++", "@jo", "Éva", "例", "สมชาย", "a b", "a b c d", "x.",
                        "김철수", "Ａｂ"}});
  const char* const cases[] = {
      // Whole.
      "[[Jo]] and [[JO DOE]].",
      "([[jo]])[[jo doe]]",
      "[[joa]] [[Jo-Ann]] [[@jo]]",
      "[[C++]] [[c++]]11",
      "„[[Éva]]“ [[ab]]",
      "[[x.]] [[x.]]y",
      // The longest that stands as a whole word.
      "[[a b]] c, [[a b c d]], [[a b]] c de",
      "[[Jo]] Does, [[Jo]]-Anna",
      // Scripts without spaces.
      "以[[例]]為證 ชื่อ[[สมชาย]]ครับ [[김철수]]는 [[例]][[jo]][[例]]",
      // Parts of words.
      "joe banjo jo_ 1jo joé",
      "Évas éva",  // only ASCII letters have two cases here
      "",
  };
  for (const std::string text : cases) EXPECT_EQ(marked(list, parse_marked(text).text), text);
}

// The plain definition: of all terms, at all places.
TEST(TermList, FindsWhatThePlainDefinitionDoes) {
  std::mt19937 random(1);
  const auto pick = [&](std::size_t most) { return std::size_t{random() % most}; };
  const auto word = [&](std::size_t most) {
    std::string out;
    for (std::size_t n = 1 + pick(most); n > 0; --n) out.push_back("aAb -+"[pick(6)]);
    return out;
  };
  const auto lower = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), to_lower);
    return text;
  };
  for (int round = 0; round < 2000; ++round) {
    TermFile file{.name = "t", .terms = {}};
    while (file.terms.size() < 8) {
      const std::string term(trimmed(word(5)));
      if (!term.empty()) file.terms.push_back(term);
    }
    const TermList list(file);
    const std::string text = word(30);
    const auto cut = [&](std::size_t at) {
      return at == 0 || at == text.size() || !is_word(text[at - 1]) || !is_word(text[at]);
    };
    std::vector<std::uint32_t> starts, found;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      std::size_t longest = 0;
      for (const std::string& term : file.terms) {
        if (lower(text).compare(at, term.size(), lower(term)) == 0 && cut(at) && cut(at + term.size()))
          longest = std::max(longest, term.size());
      }
      const auto match = list.match(Bytes<ViewSpace>(text), at);
      EXPECT_EQ(match ? match->size() : 0, longest) << text;
      if (longest > 0) starts.push_back(at);
    }
    list.find_starts(Bytes<ViewSpace>(text), [&](std::uint32_t at) { found.push_back(at); });
    EXPECT_EQ(found, starts) << text;
  }
}

}  // namespace
}  // namespace privet
