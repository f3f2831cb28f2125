#include "redact/placeholder.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

constexpr std::string_view kToken = "ghijklmnopqrstuvwxyz";

PlaceholderStyle style(std::string_view text) {
  Result<PlaceholderStyle> parsed = PlaceholderStyle::parse(text);
  EXPECT_TRUE(parsed.has_value()) << text << ": " << (parsed ? "" : parsed.error().message);
  return parsed ? *parsed : PlaceholderStyle();
}

PlaceholderParts parts(std::uint32_t number, std::string_view token = {}, std::uint32_t suffix = 0) {
  PlaceholderParts p;
  p.number = number;
  p.token = token;
  p.suffix = suffix;
  return p;
}

struct Written {
  const char* name;
  const char* style;  // empty: the default
  PlaceholderParts parts;
  const char* text;
};

const Written kWritten[] = {
    {"replace", "", parts(0), "<PERSON>"},
    {"number", "", parts(12), "<PERSON_12>"},
    {"hash", "", parts(0, kToken), "<PERSON:ghijklmnopqrstuvwxyz>"},
    {"a second key", "", parts(0, {}, 2), "<PERSON_2>"},
    {"a second numbered key", "", parts(1, {}, 2), "<PERSON_1_2>"},
    {"a second hashed key", "", parts(0, kToken, 3), "<PERSON:ghijklmnopqrstuvwxyz_3>"},
    {"reworded", "[{entity}]", parts(0), "[PERSON]"},
    {"reworded, numbered without {n}", "[{entity}]", parts(7), "[PERSON_7]"},
    {"reworded, with {n}", "[{entity}_{n}]", parts(7), "[PERSON_7]"},
    {"{n} is left out with its joining character", "[{entity}_{n}]", parts(0), "[PERSON]"},
    {"another joining character", "[{entity} #{n}]", parts(7), "[PERSON #7]"},
    {"of which the rest stays", "[{entity} #{n}]", parts(0), "[PERSON ]"},
    {"words around", "[removed {entity} no {n} here]", parts(7, {}, 2), "[removed PERSON no 7_2 here]"},
    {"words around, without number", "[removed {entity} no {n} here]", parts(0), "[removed PERSON no here]"},
    {"a token, with {n}", "[{entity} #{n}]", parts(0, kToken), "[PERSON:ghijklmnopqrstuvwxyz ]"},
    {"a token and a suffix, with {n}", "[{entity}-{n}]", parts(0, kToken, 2), "[PERSON:ghijklmnopqrstuvwxyz-2]"},
    {"longer brackets", "<<{entity}:{n}>>", parts(1), "<<PERSON:1>>"},
};

TEST(Placeholder, IsWrittenAndKnownAgain) {
  for (const Written& w : kWritten) {
    const PlaceholderStyle s = *w.style == '\0' ? PlaceholderStyle() : style(w.style);
    std::string out;
    s.append("PERSON", w.parts, out);
    EXPECT_EQ(out, w.text) << w.name;
    EXPECT_EQ(s.match_at(out, 0), out.size()) << w.name;
    EXPECT_EQ(s.match_at("x" + out + "x", 1), out.size()) << w.name;
    for (std::size_t cut = 0; cut < out.size(); ++cut)
      EXPECT_EQ(s.match_at(out.substr(0, cut), 0), 0U) << w.name << cut;
  }
}

TEST(Placeholder, NamesAreMadePlain) {
  std::string out;
  PlaceholderStyle().append("customer-id \"x\"", {}, out);
  EXPECT_EQ(out, "<CUSTOMER_ID__X_>");
}

TEST(Placeholder, TemplatesThatCouldNotBeKnownAgainAreRefused) {
  const char* const kRefused[] = {
      "",                                                                    // no {entity}
      "[X]",                                                                 // no {entity}
      "{entity}",                                                            // nothing marks its ends
      "A{entity}B",                                                          // nor here
      "[{entity}",                                                           // nor at the end
      "[{entity}{n}]",                                                       // where does the name end
      "[{n} {entity}]",                                                      // {n} first
      "[{entity}{entity}]",                                                  // twice
      "[{entity}_{n}_{n}]",                                                  // twice
      "[{entity} {x}]",                                                      // unknown
      "[X{entity}]",                                                         // touches the name
      "[{entity}X]",                                                         // touches the name
      "[{entity}_]",                                                         // touches the name
      "[{entity} {n}0]",                                                     // touches the number
      "[{entity} \"]",                                                       // needs escaping
      "[\\{entity}]",                                                        // needs escaping
      "[{entity}\n]",                                                        // ends the line
      "[&lt;{entity}]",                                                      // HTML would decode it
      "[%5B{entity}]",                                                       // so would percent-encoding
      "[@{entity}]",                                                         // looks like a handle
      "\xE2\x9F\xA6{entity}\xE2\x9F\xA7",                                    // not ASCII
      "[{entity} 0123456789012345678901234567890123456789012345678901234]",  // too long
  };
  for (const char* text : kRefused) {
    const auto parsed = PlaceholderStyle::parse(text);
    ASSERT_FALSE(parsed.has_value()) << text;
    EXPECT_TRUE(parsed.error().message.starts_with("--placeholder: ")) << parsed.error().message;
  }
}

TEST(Placeholder, WhatOnlyLooksLikeOneIsNone) {
  const char* const kNone[] = {
      "<DE89370400440532013000>",  // an IBAN in angle brackets
      "<X4111111111111111>",       // a card number behind a letter
      "<SSN_078051120>",           // too many digits for a number
      "<SSN_0780>",                // no number begins with 0
      "<PERSON_1_2_3_4_5_6>",      // four digits in the name, and two numbers
      "<Person>",
      "<person>",
      "<P>",
      "<>",
      "<1PERSON>",
      "<PERSON",
      "<PERSON >",
      "<PERSON:ghijklmnopqrstuvwxy>",    // 19 letters
      "<PERSON:ghijklmnopqrstuvwxyzz>",  // 21 letters
      "<PERSON:abcdefabcdefabcdefab>",   // letters of no token
      "<PERSON:01234567890123456789>",
      "[PERSON]",
  };
  for (const char* text : kNone) EXPECT_EQ(PlaceholderStyle().match_at(text, 0), 0U) << text;
}

TEST(Placeholder, AnyNameIsKnown) {
  for (const char* text : {"<EMAIL_ADDRESS>", "<PRIVATE_MESSAGE>", "<AB>", "<IPV4_2>", "<MY_OWN_123_4>"}) {
    EXPECT_EQ(PlaceholderStyle().match_at(text, 0), std::string_view(text).size()) << text;
  }
}

struct Touch {
  const char* text;  // the span is marked with ^
  bool touches;
};

TEST(Placeholder, WhateverTouchesOneIsOpaque) {
  const Touch kTouches[] = {
      {"^<PERSON>^", true},      {"<^PERSON^>", true},      {"a <PERSON^> b^", true}, {"^a <^PERSON> b", true},
      {"^a ^<PERSON> b", false}, {"a <PERSON>^ b^", false}, {"^a <PERSON> b^", true}, {"a <PERSONS are ^here^>", false},
      {"<<^<PERSON>^>>", true},  {"<A <PER^SON^>", true},
  };
  for (const Touch& t : kTouches) {
    std::string text = t.text;
    const std::size_t begin = text.find('^');
    text.erase(begin, 1);
    const std::size_t end = text.find('^');
    text.erase(end, 1);
    const Span<ViewSpace> span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    EXPECT_EQ(PlaceholderStyle().touches(text, span), t.touches) << t.text;
    // A run with a template knows the default's, too.
    EXPECT_EQ(style("[{entity}]").touches(text, span), t.touches) << t.text;
  }
  EXPECT_TRUE(style("[{entity}]").touches("a [PERSON_12] b", std::size_t{4}, std::size_t{6}));
  EXPECT_FALSE(PlaceholderStyle().touches("a [PERSON_12] b", std::size_t{4}, std::size_t{6}));
}

TEST(Placeholder, LooksNoFartherThanAPlaceholderReaches) {
  // Quadratic search would read 100 GB.
  const std::string text(1 << 20, 'x');
  const PlaceholderStyle s;
  std::size_t touched = 0;
  for (std::size_t at = 0; at + 10 < text.size(); at += 10) touched += s.touches(text, at, at + 10) ? 1 : 0;
  EXPECT_EQ(touched, 0U);
}

}  // namespace
}  // namespace privet
