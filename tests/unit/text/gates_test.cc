// Each gate on marked texts, and its fast form against its definition.
#include "text/gates.h"

#include <gtest/gtest.h>

#include "text/gates_scalar.h"
#include "text_test_support.h"

namespace privet {
namespace {

using testing_text::ExactBuffer;
using testing_text::on_every_target;
using testing_text::Random;
using testing_text::random_text;

struct Hits {
  std::vector<DigitGroup> groups;
  std::vector<MixedToken> tokens;
  std::vector<std::uint32_t> ip4, ip6, mac, clock;

  friend bool operator==(const Hits&, const Hits&) = default;
};

Hits fast(std::string_view text, CharMasks& masks) {
  const MaskWords& m = masks.compute(text);
  Hits hits;
  find_digit_groups(text, m, hits.groups);
  find_mixed_tokens(m, hits.tokens);
  find_ip4_starts(text, m, hits.ip4);
  find_ip6_starts(text, m, hits.ip6);
  find_mac_starts(text, m, hits.mac);
  find_clock_times(m, hits.clock);
  return hits;
}

Hits plain(std::string_view text) {
  Hits hits;
  scalar::find_digit_groups(text, hits.groups);
  scalar::find_mixed_tokens(text, hits.tokens);
  scalar::find_ip4_starts(text, hits.ip4);
  scalar::find_ip6_starts(text, hits.ip6);
  scalar::find_mac_starts(text, hits.mac);
  scalar::find_clock_times(text, hits.clock);
  return hits;
}

Hits both(std::string_view text) {
  CharMasks masks;
  const Hits hits = fast(text, masks);
  EXPECT_TRUE(hits == plain(text)) << text;
  return hits;
}

// The text with a mark before each of `starts`.
std::string marked(std::string_view text, const std::vector<std::uint32_t>& starts) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (; next < starts.size() && starts[next] == i; ++next) out += '^';
    if (i < text.size()) out += text[i];
  }
  return out;
}
std::string without_marks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '^') out += c;
  }
  return out;
}

struct Case {
  const char* name;
  const char* text;  // ^ before each hit
};

TEST(Gates, digit_groups_are_maximal_and_say_whether_they_go_on) {
  // [ opens a group, { one that is joined to the group before.
  const Case cases[] = {
      {"none", "no digits"},
      {"one", "call [911 now"},
      {"joined by one separator", "[555-{0100"},
      {"joined by three", "([555) -{0100"},
      {"not by four", "[555  - [0100"},
      {"by each separator", "[1 {2.{3-{4({5){6/{7"},
      {"not by a letter", "[1x[2"},
      {"not by a comma", "[1,[2"},
      {"not by a tab or a plus sign", "[1\t[2+[3"},
      {"not by one odd one among them", "[1 x [2"},
      {"the first group joins nothing", " [1"},
      {"at both ends", "[12 ab [34"},
      {"across a word boundary", "..............................................................[0123-{4567"},
  };
  for (const Case& c : cases) {
    std::string text;
    for (const char* p = c.text; *p != 0; ++p) {
      if (*p != '[' && *p != '{') text += *p;
    }
    std::string got;
    std::size_t at = 0;
    for (const DigitGroup& g : both(text).groups) {
      got += text.substr(at, g.begin - at) + (g.joined ? "{" : "[") + text.substr(g.begin, g.end - g.begin);
      at = g.end;
    }
    EXPECT_EQ(got + text.substr(at), c.text) << c.name;
  }
}

TEST(Gates, mixed_tokens_hold_a_letter_and_a_digit) {
  const Case cases[] = {
      {"words and numbers alone are none", "word 1234 x"},
      {"a letter first", "iban [[DE89]]"},
      {"a digit first", "[[4u]]"},
      {"a separator parts them", "ab-12 [[a1]].12"},
      {"an underscore parts them", "a_1 [[a1]]_b"},
      {"non-ASCII parts them", "é1 [[a1]]é"},
      {"at the end", "the [[b2]]"},
      {"digits in two places", "[[a1b22c]], [[1a1]]"},
  };
  const auto tokens_of = [](const std::string& text) {
    std::string out = text;
    const std::vector<MixedToken> tokens = both(text).tokens;
    for (auto it = tokens.rbegin(); it != tokens.rend(); ++it) {
      out.insert(it->end, "]]");
      out.insert(it->begin, "[[");
    }
    return out;
  };
  for (const Case& c : cases) {
    std::string text(c.text);
    for (const char* const mark : {"[[", "]]"}) {
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, 2);
    }
    EXPECT_EQ(tokens_of(text), c.text) << c.name;
    // Over the end of a word of the masks.
    for (std::size_t pad = 50; pad < 70; ++pad) {
      const std::string before(pad, ' ');
      EXPECT_EQ(tokens_of(before + text), before + std::string(c.text)) << c.name;
    }
  }
  const std::string longest = std::string(200, 'a') + "1" + std::string(200, '2');
  EXPECT_EQ(both(longest + " x").tokens, (std::vector<MixedToken>{{0, 401}}));
}

TEST(Gates, ip4_is_three_short_groups_with_dots_and_a_digit) {
  const Case cases[] = {
      {"address", "at ^192.168.0.1"},      {"the fourth group may be of any length", "^1.2.3.4567"},
      {"three groups", "1.2.3"},           {"the last digit is needed", "1.2.3."},
      {"a price", "3.14 and 2.50"},        {"long group first", "1234.^5.6.7.8"},
      {"long group second", "1.2345.6.7"}, {"long group third", "1.2.3456.7"},
      {"empty group", "1..2.3.4"},         {"letter within", "1.a2.3.4"},
      {"five groups", "^1.^2.3.4.5"},      {"a letter before does not matter", "v^1.2.3.4"},
  };
  for (const Case& c : cases) {
    const std::string text = without_marks(c.text);
    EXPECT_EQ(marked(text, both(text).ip4), c.text) << c.name;
  }
}

TEST(Gates, ip6_is_a_run_with_two_close_colons) {
  const Case cases[] = {
      {"full", "is ^2001:db8:0:0:0:0:0:1 ok"},
      {"short", "^fe80::1"},
      {"loopback", "[^::1]"},
      {"mapped", "^::ffff:192.0.2.1"},
      {"a time is a suspect", "^12:30:45"},
      {"one colon", "12:30"},
      {"colons far apart", "12:12345678:1"},
      {"six apart", "1:abcde:1"},
      {"five apart", "^1:abcd:1"},
      {"behind a colon", "addr:^fe80::1"},
      {"behind a word that ends in hex", "IPv6:^fe80::1"},
      {"behind a word and two colons", "std^::dec"},
      {"the colons of a word do not count", "x:1"},
      {"two runs", "^a::b g ^c::d"},
      {"colons of two runs", "a:g:b"},
      {"in other text", "日本^::1"},
  };
  for (const Case& c : cases) {
    const std::string text = without_marks(c.text);
    EXPECT_EQ(marked(text, both(text).ip6), c.text) << c.name;
  }
}

TEST(Gates, mac_is_pairs_or_quads_of_hex) {
  const Case cases[] = {
      {"colons", "^00:^1b:^44:11:3A"},
      {"dashes", "^00-^1B-44-"},
      {"dots", "^001b.4411.3ab7"},
      {"one separator only", "00:1b"},
      {"mixed separators", "00:1b-44"},
      {"a date", "2024-01-02"},
      {"a time", "^12:30:45"},
      {"not hex", "0g:1b:44"},
      {"short group", "0:1b:44"},
      {"a digit more before", "100:1b:"},
      {"a letter that is not hex before", "x^00:1b:"},
  };
  for (const Case& c : cases) {
    std::string text = without_marks(c.text);
    EXPECT_EQ(marked(text, both(text).mac), c.text) << c.name;
  }
}

TEST(Gates, clock_is_a_colon_between_a_digit_and_two) {
  const Case cases[] = {
      {"a time", "14^:05"},
      {"seconds", "14^:05^:11"},
      {"one digit before", "at 9^:05"},
      {"at both ends", "1^:23"},
      {"one digit behind", "14:5 and 14:5"},
      {"nothing before", ":05"},
      {"nothing behind", "14:"},
      {"a letter between", "14:a5, a:05"},
  };
  for (const Case& c : cases) {
    std::string text = without_marks(c.text);
    EXPECT_EQ(marked(text, both(text).clock), c.text) << c.name;
  }
}

TEST(Gates, fast_forms_agree_with_the_definitions_on_random_texts) {
  const std::vector<std::vector<std::string_view>> alphabets = {
      {"1", "2", "a", "g", ":", "::", ".", "-", " "},
      {"0", "9", " ", ".", "-", "(", ")", "/", ",", "+", "    "},
      {"f", "F", "z", "_", ":", "12", "é", "日"},
      {"123", "4567890123456789012345678901234567890", "ab", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq", " "},
      {"00:", "1b-", "44.", "beef.", "a", " ", "255.", ":"},
      {"12:30", ":", "1", "05", " ", "é", "at 9:1", "x"},
  };
  on_every_target([&](const std::string& target) {
    Random random(2);
    CharMasks masks;
    for (int round = 0; round < 3000; ++round) {
      const auto& alphabet = alphabets[static_cast<std::size_t>(round) % alphabets.size()];
      const std::string text = random_text(random, alphabet, static_cast<std::size_t>(round) % 180);
      const ExactBuffer buffer(text, static_cast<std::size_t>(round) % 17);
      ASSERT_TRUE(fast(buffer.text(), masks) == plain(text)) << target << ": " << text;
    }
  });
}

TEST(Gates, every_length_is_read_exactly) {
  CharMasks masks;
  for (const std::string_view unit : {"1", "1.", "a1", "1:", "00:", "beef.", ":", "."}) {
    for (std::size_t size = 0; size <= 200; ++size) {
      std::string text;
      while (text.size() < size) text += unit;
      text.resize(size);
      const ExactBuffer buffer(text);
      ASSERT_TRUE(fast(buffer.text(), masks) == plain(text)) << text;
    }
  }
}

}  // namespace
}  // namespace privet
