// Folding: what each disguise becomes, what stays, and that every offset of the
// view leads back to the right place.
#include "text/fold.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "text/mojibake.h"
#include "text_test_support.h"

namespace privet {
namespace {

using testing_text::ExactBuffer;
using testing_text::on_every_target;
using testing_text::Random;
using testing_text::random_text;

constexpr EditFlag kNone = EditFlag::kNone;
constexpr EditFlag kCompat = EditFlag::kCompatibility;
constexpr EditFlag kInvis = EditFlag::kInvisible;
constexpr EditFlag kEnc = EditFlag::kEncoded;
constexpr EditFlag kConf = EditFlag::kConfusable;

// A source with [[marks]] round what the view's marked part must lead back to.
struct Marked {
  std::string text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
Marked unmark(std::string_view marked) {
  const std::size_t open = marked.find("[[");
  const std::size_t close = marked.rfind("]]");
  if (open == std::string_view::npos) {
    return {std::string(marked), 0, static_cast<std::uint32_t>(marked.size())};
  }
  Marked out;
  out.text = std::string(marked.substr(0, open)) + std::string(marked.substr(open + 2, close - open - 2)) +
             std::string(marked.substr(close + 2));
  out.begin = static_cast<std::uint32_t>(open);
  out.end = static_cast<std::uint32_t>(close - 2);
  return out;
}

struct Case {
  const char* name;
  const char* source;  // [[...]]: what the view's marked part leads back to; without marks: all
  const char* view;
  EditFlag flags;  // of the marked part
};

void check(const Case& c) {
  SCOPED_TRACE(c.name);
  const Marked source = unmark(c.source);
  const Marked wanted = unmark(c.view);
  const ExactBuffer buffer(source.text);
  Arena arena;
  Folder folder;
  const View view = folder.fold(Bytes<FieldSpace>(buffer.text()), arena);
  EXPECT_EQ(view.text.text(), wanted.text);
  const Span<ViewSpace> span{wanted.begin, wanted.end};
  const Span<FieldSpace> back = view.folding.to_source(span);
  EXPECT_EQ(back.begin, source.begin);
  EXPECT_EQ(back.end, source.end);
  EXPECT_EQ(static_cast<int>(view.folding.flags_in(span)), static_cast<int>(c.flags));
  EXPECT_EQ(view.folding.identity(), wanted.text == source.text);
}

TEST(Fold, compatibility_forms_become_plain_and_keep_their_case) {
  const Case cases[] = {
      {"full width", "x [[ｊｏ＠Ｅｘａｍｐｌｅ．ｃｏｍ]] y", "x [[jo@Example.com]] y", kCompat},
      {"one full-width letter", "a[[ｂ]]c", "a[[b]]c", kCompat},
      {"part of a styled word", "[[𝐣𝐨]]𝐞", "[[jo]]e", kCompat},
      {"styled letters and digits", "𝒥𝓸𝕖𝟝𝟓", "Joe55", kCompat},
      {"circled", "ⓙⓞ①", "jo1", kCompat},
      {"ligature widens to the whole", "o[[ﬃ]]ce", "o[[f]]fice", kCompat},
      {"superscripts", "x²", "x2", kCompat},
      {"half-width kana with its voicing mark", "[[ｶﾞ]]x", "[[ガ]]x", kCompat},
      {"ellipsis", "a[[…]]", "a[[.]]..", kCompat},
      {"composition", "Jose[[e\u0301]] x", "Jose[[é]] x", kCompat},
      {"composition out of order", "[[a\u0301\u0323]]", "[[ạ́]]", kCompat},
      {"conjoining Hangul", "[[\u1112\u1161\u11ab]]", "[[한]]", kCompat},
      {"compatibility ideograph", "\uF900", "豈", kCompat},
  };
  for (const Case& c : cases) check(c);
}

TEST(Fold, dashes_spaces_digits_and_signs_become_ascii) {
  const Case cases[] = {
      {"each dash", "‐‑‒–—―−﹘﹣－", "----------", kCompat},
      {"each space", "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
       "                ", kCompat},
      {"a number with typographic dashes", "[[555–0100]]", "[[555-0100]]", kCompat},
      {"plus signs", "＋﬩⁺₊➕﹢", "++++++", kCompat},
      {"Arabic-Indic digits", "٠١٢٣٤٥٦٧٨٩", "0123456789", kCompat},
      {"Persian digits", "۰۱۲۳", "0123", kCompat},
      {"Devanagari digits", "फ़ोन [[९८]]", "फ़ोन [[98]]", kCompat},
      {"Thai digits", "๐๙", "09", kCompat},
      {"commercial at", "jo[[﹫]]x", "jo[[@]]x", kCompat},
      {"dots", "a․b﹒c．d", "a.b.c.d", kCompat},
  };
  for (const Case& c : cases) check(c);
}

TEST(Fold, invisible_characters_vanish) {
  const Case cases[] = {
      {"zero width space inside is covered", "[[jo\u200B@\u200Bx.org]]", "[[jo@x.org]]", kInvis},
      {"not covered at the ends, but flagged", "\u200B[[jo]]\u200B", "[[jo]]", kInvis},
      {"each kind",
       "a\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202E\u2060\u2066\u2069\uFEFF\U000E0041b", "ab",
       kInvis},
      {"selectors on plain characters", "a\uFE0Fb\uFE00\U000E0100c", "abc", kInvis},
      {"keycaps", "5\uFE0F\u20E35\uFE0F\u20E3", "55", kInvis},
      {"between a letter and its accent", "[[e\u200B\u0301]]", "[[é]]", kInvis | kCompat},
      {"before a folded character", "\u200E[[＋]]1", "[[+]]1", kInvis | kCompat},
      {"nothing else is there", "\u200B\u200B", "", kInvis},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    if (*c.view == 0) {
      Arena arena;
      Folder folder;
      EXPECT_EQ(folder.fold(Bytes<FieldSpace>(c.source), arena).text.text(), "");
    } else {
      check(c);
    }
  }
}

TEST(Fold, joiners_that_a_script_or_an_emoji_needs_stay) {
  const char* const kept[] = {
      "می\u200Cخواهم",                                     // Persian
      "क्\u200Dष क्\u200Cष",                                 // Devanagari
      "شَ\u200Cم",                                          // after a vowel sign
      "👩\u200D💻 👩🏽\u200D⚕\uFE0F ❤\uFE0F",  // emoji
      "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
  };
  for (const char* text : kept) check({text, text, text, kNone});
  check({"between Latin letters none is needed", "jo\u200Cx\u200Dy", "joxy", kInvis});
  check({"at the end of a Persian word none is needed", "می\u200C x", "می x", kInvis});
}

TEST(Fold, marks_do_not_hide_ascii) {
  const Case cases[] = {
      {"underlined address", "[[j̲o̲@̲x̲.̲o̲r̲g̲]]", "[[jo@x.org]]", kInvis},
      {"one letter leads back to its mark too", "j[[o\u0332]]x", "j[[o]]x", kInvis},
      {"digits", "5\u03365\u0336", "55", kInvis},
      {"enclosing", "a\u20DD", "a", kInvis},
      {"full-width letter under a mark", "[[ｊ\u0332]]", "[[j]]", kInvis | kCompat},
      {"an accent that composes stays", "Zoe\u0308", "Zoë", kCompat},
      {"a stack of marks", "j\u0332\u0333\u0347x", "jx", kInvis},
  };
  for (const Case& c : cases) check(c);
  const char* const kept[] = {"а\u0301", "é\u0332", "שָׁלוֹם", "اَلْ", "ใช้ ก็", "বাংলা", "\u0301"};
  for (const char* text : kept) check({text, text, text, kNone});
}

TEST(Fold, escapes_in_the_text_are_decoded) {
  const Case cases[] = {
      {"decimal entity", "[[jo&#64;x.org]]", "[[jo@x.org]]", kEnc},
      {"the entity widens", "jo[[&#064;]]x", "jo[[@]]x", kEnc},
      {"hexadecimal entity", "jo&#x40;x &#X2E;", "jo@x .", kEnc},
      {"without semicolon", "jo&#64x", "jo@x", kEnc},
      {"named", "jo&commat;x&period;org&lpar;&plus;1&rpar;&amp;&lt;", "jo@x.org(+1)&<", kEnc},
      {"named letters", "M&uuml;ller&eacute;&Ntilde;", "MülleréÑ", kEnc},
      {"named space is folded", "a[[&nbsp;]]b", "a[[ ]]b", kEnc | kCompat},
      {"named invisible is removed", "a&shy;b&zwj;c", "abc", kEnc | kInvis},
      {"Windows-1252 in numbers", "1&#150;2", "1-2", kEnc | kCompat},
      {"full width behind an entity", "jo[[&#xFF20;]]x", "jo[[@]]x", kEnc | kCompat},
      {"an accent behind an entity", "[[e&#x301;]]", "[[é]]", kEnc | kCompat},
      {"percent", "jo[[%40]]x%2Eorg", "jo[[@]]x.org", kEnc},
      {"percent UTF-8 is one character", "M[[%C3%BC]]ller", "M[[ü]]ller", kEnc},
      {"percent, not UTF-8 as a whole", "%E9%40%C3", "%E9@%C3", kEnc},
      {"backslash u", R"(jo[[\u0040]]x)", "jo[[@]]x", kEnc},
      {"backslash x", R"(jo\x40x)", "jo@x", kEnc},
      {"backslash x, UTF-8", R"(M\xc3\xbcller)", "Müller", kEnc},
      {"backslash u braces", R"(jo\u{40}x)", "jo@x", kEnc},
      {"backslash U", R"(jo\U00000040x)", "jo@x", kEnc},
      {"surrogates", R"([[\ud835\udc23]]o)", "[[j]]o", kEnc | kCompat},
      {"doubled backslash", R"(jo[[\\u0040]]x)", "jo[[@]]x", kEnc},
      {"two layers of entity", "jo[[&amp;#64;]]x", "jo[[@]]x", kEnc},
      {"two layers of percent", "jo[[%2540]]x", "jo[[@]]x", kEnc},
      {"two kinds", R"(jo[[\u0026#64;]]x)", "jo[[@]]x", kEnc},
      {"a plain one after a percent", "100%25 of", "100% of", kEnc},
  };
  for (const Case& c : cases) check(c);
  check({"no third layer", "&amp;amp;#64;", "&#64;", kEnc});
}

TEST(Fold, what_is_no_escape_stays) {
  const char* const kept[] = {
      "100% of AT&T, R&D; a \\ b",
      "50%ab 5%",
      "%00 %0A%1f%7F %C2%80",
      "&#0; &#10; &#x7f; &#xD800; &#x110000; &#; &#x; &#129;",
      "&nosuch; &amp &;",
      R"(\u000a \x00 \u{1f} \U0000000a)",
      R"(\ud83d \ud83dx \udc00 \u12 \u{} \u{41 \x4 \n \\)",
      R"(C:\users\name)",
      "%E9%C3",
      "&#640000000000;",
  };
  for (const char* text : kept) check({text, text, text, kNone});
}

TEST(Fold, look_alikes_are_latin_only_in_a_mixed_token_of_an_address) {
  const Case cases[] = {
      {"local part", "[[jоhn]]@example.com", "[[john]]@example.com", kConf},
      {"domain", "jo@[[exаmplе]].com", "jo@[[example]].com", kConf},
      {"last label", "jo@example.[[cοm]]", "jo@example.[[com]]", kConf},
      {"one letter", "jo@ex[[а]]mple.com", "jo@ex[[a]]mple.com", kConf},
      {"found after decoding", "jo&#64;ex[[а]]mple.com", "jo@ex[[a]]mple.com", kConf},
      {"itself encoded", "jo@ex[[&#x430;]]mple.com", "jo@ex[[a]]mple.com", kEnc | kConf},
      {"with a mark on it", "jo@ex[[а\u0332]]mple.com", "jo@ex[[a]]mple.com", kConf | kInvis},
  };
  for (const Case& c : cases) check(c);
  const char* const kept[] = {
      "почта@пример.рф",          // of one script
      "сор@example.com",          // of one script, though all look Latin
      "exаmple.com",              // no address
      "иван.petrov@example.com",  // tokens of one script each
      "жук@a.b cоrp",             // behind the address
  };
  for (const char* text : kept) check({text, text, text, kNone});
}

TEST(Fold, ideographic_full_stops_are_dots_inside_domains_only) {
  const Case cases[] = {
      {"between ASCII", "jo@example[[。]]com", "jo@example[[.]]com", kCompat},
      {"half width", "www｡example｡com", "www.example.com", kCompat},
      {"between full width", "ｅｘ。ｃｏｍ", "ex.com", kCompat},
      {"in a domain of another script", "jo@例子[[。]]测试", "jo@例子[[.]]测试", kCompat},
  };
  for (const Case& c : cases) check(c);
  const char* const kept[] = {"你好。我是", "写信给 jo@example.com。我是", "。", "a。 b", "x。", "。x"};
  for (const char* text : kept) check({text, text, text, kNone});
}

TEST(Fold, ordinary_text_is_borrowed) {
  const char* const texts[] = {
      "",
      "plain ASCII text, with punctuation! (and) numbers 123",
      "Größe, façade, naïve, “quotes” and ‘more’, Łódź",
      "Привет, как дела? Ελληνικά. 안녕하세요 ㅋㅋㅋ",
      "これは日本語です。中文也是。",
      "O´Brien™",
  };
  for (const char* text : texts) {
    SCOPED_TRACE(text);
    const std::string_view source(text);
    Arena arena;
    Folder folder;
    const View view = folder.fold(Bytes<FieldSpace>(source), arena);
    EXPECT_TRUE(view.folding.identity());
    EXPECT_EQ(view.text.data(), source.data());
  }
}

// Steps over a view: every source span lies in order, covers, and is found
// again at the other side.
void expect_sound(std::string_view source, const View& view) {
  ASSERT_TRUE(is_valid_utf8(view.text.text())) << source;
  std::uint32_t last_end = 0;
  std::uint32_t derived = 0;
  for (const Edit& e : view.folding.edits()) {
    ASSERT_GE(e.source_begin, last_end) << source;
    ASSERT_GE(e.derived_begin, derived) << source;
    ASSERT_EQ(e.source_begin - last_end, e.derived_begin - derived) << source;
    ASSERT_EQ(source.substr(last_end, e.source_begin - last_end),
              view.text.text().substr(derived, e.derived_begin - derived))
        << source;
    last_end = e.source_begin + e.source_size;
    derived = e.derived_begin + e.derived_size;
  }
  ASSERT_EQ(source.substr(last_end), view.text.text().substr(derived)) << source;
}

std::string fold_twice_differs(std::string_view source) {
  Arena arena;
  Folder folder;
  const View once = folder.fold(Bytes<FieldSpace>(source), arena);
  expect_sound(source, once);
  if (once.text.text().find_first_of("&%\\") != std::string_view::npos) return {};
  std::string repaired;
  OffsetMapBuilder edits;
  if (repair_mojibake(once.text.text(), repaired, edits) != once.text.size()) return {};
  const View twice = folder.fold(Bytes<FieldSpace>(once.text.text()), arena);
  return twice.folding.identity() ? std::string() : std::string(twice.text.text());
}

TEST(Fold, random_texts_fold_to_valid_text_with_a_sound_map_and_only_once) {
  const std::vector<std::string_view> alphabet = {
      "a",      "e",          "j",       "@",      ".",      " ",      "1",      "&#64;",  "%40",    "\\u0040",
      "&amp;",  "%25",        "&#x301;", "\u0301", "\u0332", "\u0323", "\u200B", "\u200C", "\u200D", "\uFE0F",
      "ｊ",     "＠",         "ﬁ",       "²",      "…",      "。",     "а",      "о",      "я",      "α",
      "é",      "ế",          "\u064E",  "\u0654", "ا",      "ل",      "क",      "\u094D", "\u09BE", "\u1100",
      "\u1161", "\u11A8",     "각",      "ㄱ",     "ㅏ",     "ｶ",      "ﾞ",      "が",     "\u3099", "❤",
      "👩",      "ℹ",          "💻",       "🏴",   "Ã",      "Â",      "â",      "\u0080", "€",      "©",
      "\u00A0", "\U000E0067", "®",       "´",      "ﷺ",      "例",     "\u20E3", "٣",      "–",      "\u0345"};
  Random random(3);
  for (int round = 0; round < 30000; ++round) {
    const std::string text = random_text(random, alphabet, 1 + static_cast<std::size_t>(round) % 12);
    ASSERT_EQ(fold_twice_differs(text), "") << text;
  }
}

// What stays of joiners and of crowds of marks decides nothing anew: marks and
// letters that compose, decompose, change places or vanish stand on either side
// of a joiner, in clusters up to far beyond what one may hold.
TEST(Fold, joiners_among_many_marks_fold_only_once) {
  const std::vector<std::string_view> few = {"\u064E", "\u200D", "\u200C", "\uFF9E", "\u0627", "\uFE0F"};
  const std::vector<std::string_view> many = {
      "\u064E",     "\u064E",     "\u200D", "\u200D", "\u200C", "\uFE0F", "\u200B", "\uFF9E", "\u0627", "\u0653",
      "\u0344",     "\u0F77",     "\u0F71", "\u0F80", "\u0F40", "\u01D6", "\u0323", "\u0301", "\u0308", "\u0332",
      "\u0338",     "\u2194",     "👩",      "💻",      "🏴",   "\u0915", "\u093C", "\u094D", "\u0928", "\u0958",
      "\U000E0067", "\U000E007F", "ﷺ",      "ﷲ",      "\uFE71", "\uFCF2", "a",      "ａ",     "\u3099", "\u304B",
      "\uFF61",     "\u1DFA",     "\u0640", "\u09C7", "\u09BE", "\u09D7", "\u1100", "\u1161", "\uFFC2", "❤"};
  // The mark that a joiner stays for is among more than a cluster holds.
  std::string crowd = "\u0F40\u200D";
  for (int i = 0; i < 20; ++i) crowd += "\u0F77";
  ASSERT_EQ(fold_twice_differs(crowd + "x"), "");
  Random random(11);
  for (int round = 0; round < 60000; ++round) {
    const std::size_t pieces = 1 + static_cast<std::size_t>(round) % 80;
    // A few characters of the many, so that they meet again and again.
    std::vector<std::string_view> some = few;
    if (round % 4 != 0) {
      some.clear();
      const std::size_t kinds = 2 + random() % 8;
      for (std::size_t i = 0; i < kinds; ++i) some.push_back(many[random() % many.size()]);
    }
    const std::string text = random_text(random, some, pieces);
    ASSERT_EQ(fold_twice_differs(text), "") << text;
  }
}

TEST(Fold, endless_sequences_are_cut_and_cost_linear_time) {
  const struct {
    const char* name;
    std::string unit;
  } cases[] = {
      {"accents", "\u0301"},
      {"marks that do not compose", "\u0332"},
      {"invisible", "\u200B"},
      {"alternating", "\u0301\u200B"},
      {"encoded accents", "&amp;#x00000301;"},
      {"twice encoded accents", "&#00000038;&#00000035;x00000301;"},
      {"encoded invisible", "&#x0000200B;"},
      {"percent", "%25"},
      {"ampersands", "&"},
      {"backslashes", "\\"},
      {"backslash x", "\\x"},
      {"at signs", "@"},
      {"look-alike addresses", "aа@"},
      {"full stops", "。"},
      {"full stops in a domain", "例。"},
      {"Bengali vowels", "\u09BE"},
      {"conjoining vowels", "\u1161"},
      {"joiners", "\u200D"},
      {"open entities", "&#x"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    for (const char* base : {"", "e", "я", "jo@", "а@b"}) {
      std::string text = base;
      while (text.size() < 200'000) text += c.unit;
      Arena arena;
      Folder folder;
      expect_sound(text, folder.fold(Bytes<FieldSpace>(text), arena));
    }
  }
}

TEST(Fold, folding_is_the_same_on_every_target_and_at_every_place) {
  const std::string_view piece = "é ｊｏ&#64;x 例%40";
  on_every_target([&](const std::string& target) {
    Folder folder;
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::size_t after : {0, 1, 70}) {
        const std::string text = std::string(before, 'x') + std::string(piece) + std::string(after, 'y');
        const ExactBuffer buffer(text, before % 9);
        Arena arena;
        ASSERT_EQ(folder.fold(Bytes<FieldSpace>(buffer.text()), arena).text.text(),
                  std::string(before, 'x') + "é jo@x 例@" + std::string(after, 'y'))
            << target;
      }
    }
  });
}

}  // namespace
}  // namespace privet
