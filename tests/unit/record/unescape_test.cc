// Escapes to text and back: what each becomes, what is refused, and that a span
// of the text never leads to half an escape.
#include "record/unescape.h"

#include <gtest/gtest.h>

#include <string>

#include "support/exact_buffer.h"

namespace privet {
namespace {

struct Case {
  const char* name;
  std::string_view content;
  std::string_view text;
  std::size_t edits;
};

const Case kCases[] = {
    {"nothing", "", "", 0},
    {"no escape", "write to jo", "write to jo", 0},
    {"each short escape", R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t", 8},
    // Copied runs of every length about the block size.
    {"run of 15", R"(abcdefghijklmno\n)", "abcdefghijklmno\n", 1},
    {"run of 16", R"(abcdefghijklmnop\n)", "abcdefghijklmnop\n", 1},
    {"run of 17", R"(abcdefghijklmnopq\n)", "abcdefghijklmnopq\n", 1},
    {"escape in the first block's second half", R"(abcdefghij\nklmnopqrstuvwxyz)", "abcdefghij\nklmnopqrstuvwxyz", 1},
    {"long run behind an escape", R"(\nabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz)",
     "\nabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", 1},
    // \u, by bytes of UTF-8.
    {"one byte", R"(jo\u0040example.com)", "jo@example.com", 1},
    {"NUL", R"(a\u0000b)", std::string_view("a\0b", 3), 1},
    {"two bytes", R"(caf\u00e9)", "caf\u00e9", 1},
    {"three bytes, digits in either case", R"(\u20aC\u20Ac)", "\u20ac\u20ac", 2},
    {"a pair is one character and one edit", R"(\ud83d\ude00)", "\U0001F600", 1},
    {"highest pair", R"(\uDBFF\uDFFF)", "\U0010FFFF", 1},
    {"raw UTF-8 beside escapes", "\u65e5\\n\u672c", "\u65e5\n\u672c", 1},
    // Lone surrogates.
    {"lone high", R"(\ud83dx)", "\uFFFDx", 1},
    {"lone high at the end", R"(x\ud83d)", "x\uFFFD", 1},
    {"lone low", R"(\ude00)", "\uFFFD", 1},
    {"two highs", R"(\ud83d\ud83d)", "\uFFFD\uFFFD", 2},
    {"high before another escape", R"(\ud83d\n)", "\uFFFD\n", 2},
    {"high before a letter's escape", R"(\ud83d\u0041)",
     "\uFFFD"
     "A",
     2},
    {"high, then a pair", R"(\ud83d\ud83d\ude00)", "\uFFFD\U0001F600", 2},
    {"low before high", R"(\ude00\ud83d)", "\uFFFD\uFFFD", 2},
};

TEST(Unescape, GivesTheTextAndAnEditPerEscape) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    const ExactBuffer content(c.content);
    // Exact room for the output, too.
    const auto out = std::make_unique<char[]>(c.content.size());
    const auto edits = std::make_unique<Edit[]>(count_backslashes(c.content));
    const Unescaped done = unescape(content.text(), out.get(), edits.get());
    ASSERT_TRUE(done.ok);
    EXPECT_EQ(std::string_view(out.get(), done.size), c.text);
    EXPECT_EQ(done.edits, c.edits);
  }
}

TEST(Unescape, AppendsToWhatIsThere) {
  std::string out = "before ";
  append_unescaped(R"(a\tb)", out);
  append_unescaped("plain", out);
  EXPECT_EQ(out, "before a\tbplain");
}

TEST(Unescape, SaysWhereABadEscapeIs) {
  const struct {
    const char* name;
    std::string_view content;
    std::uint32_t at;
  } cases[] = {
      {"unknown letter", R"(ab\q)", 2},
      {"upper-case letter", R"(\N)", 0},
      {"backslash alone", "abc\\", 3},
      {"u alone", R"(\u)", 0},
      {"three digits",
       R"(\u12)"
       "3",
       0},
      {"not a digit", R"(ok\n\u12g4)", 4},
      {"pair cut off in its second half", R"(\ud83d\ude0)", 6},
      {"high before a bad escape", R"(\ud83d\x)", 6},
      {"a NUL byte after the backslash", std::string_view("\\\0", 2), 0},
      {"a byte above 127 after the backslash", "\\\xC3\xA9", 0},
      {"a digit's place taken by a byte above 127", "\\u00\xC3\xA9", 0},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const ExactBuffer content(c.content);
    const auto out = std::make_unique<char[]>(c.content.size());
    const auto edits = std::make_unique<Edit[]>(count_backslashes(c.content));
    const Unescaped done = unescape(content.text(), out.get(), edits.get());
    EXPECT_FALSE(done.ok);
    EXPECT_EQ(done.bad_at, c.at);
  }
}

TEST(Unescape, FlagsReplacementsApartFromEscapes) {
  Arena arena;
  OffsetMapBuilder builder;
  std::string text;
  ASSERT_TRUE(unescape(R"(\u0041\ud83d)", text, builder));
  const auto map = builder.finish<RecordSpace, FieldSpace>(0, arena);
  EXPECT_EQ(map.flags_in({0, 1}), EditFlag::kEscape);
  EXPECT_EQ(map.flags_in({1, 4}), EditFlag::kReplacement);
}

TEST(Unescape, EverySubSpanLeadsBackToWholeEscapes) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    Arena arena;
    OffsetMapBuilder builder;
    std::string text;
    ASSERT_TRUE(unescape(c.content, text, builder));
    EXPECT_EQ(builder.source_size(), c.content.size());
    EXPECT_EQ(builder.derived_size(), text.size());
    const auto map = builder.finish<RecordSpace, FieldSpace>(0, arena);
    for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
      for (std::uint32_t end = begin + 1; end <= text.size(); ++end) {
        const Span<RecordSpace> raw = map.to_source({begin, end});
        // Decoding the source alone gives the span, widened to whole edits.
        std::string again;
        append_unescaped(c.content.substr(raw.begin, raw.size()), again);
        const Span<FieldSpace> widened = map.to_derived(raw);
        ASSERT_LE(widened.begin, begin);
        ASSERT_GE(widened.end, end);
        ASSERT_EQ(again, text.substr(widened.begin, widened.size()));
      }
    }
  }
}

}  // namespace
}  // namespace privet
