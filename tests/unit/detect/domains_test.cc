// Where a domain name ends, and which are nobody's.
#include "detect/contact/domains.h"

#include <gtest/gtest.h>

#include <string>

#include "rule/marked.h"

namespace privet {
namespace {

// The text's domain begins where its mark begins, or at 0 if it has none.
std::string with_domain_marked(const Marked& marked) {
  const std::uint32_t begin = marked.spans.empty() ? 0 : marked.spans[0].begin;
  const std::uint32_t end = domain_end(marked.text, begin);
  return end == begin ? marked.text : mark(marked.text, {{begin, end}});
}

TEST(Domains, end_at_the_longest_known_suffix) {
  const char* const cases[] = {
      // Whole.
      "[[example.com]]",
      "[[mail.example.co.uk]]",
      "[[EXAMPLE.COM]]",
      "[[xn--mller-kva.example]]",
      "[[müller.de]]",
      "[[例子.中国]]",
      "[[mx-2.uk-north.example.net]] is up",
      // The text goes on without a space.
      "[[example.com]]. Then",
      "[[example.com]].Then more",
      "[[example.com]]Tel: 1",
      "[[example.com]]谢谢",
      "[[example.co.kr]]로",
      "[[example.com]]-ra",
      "[[example.com]]/path",
      // None.
      "example",
      "example.nosuchsuffix",
      "-example.com",
      "example-.com",
      "example..com",
      "1.2.3",
      ".com",
      "",
  };
  for (const char* text : cases) EXPECT_EQ(with_domain_marked(parse_marked(text)), text);
}

TEST(Domains, reserved_are_those_of_the_standards) {
  for (const char* name :
       {"example.com", "a.b.example.org", "EXAMPLE.NET", "jo.example", "x.test", "localhost", "y.invalid"}) {
    EXPECT_TRUE(is_reserved_domain(name)) << name;
  }
  for (const char* name : {"example.de", "myexample.com", "example.com.br", "com", ""}) {
    EXPECT_FALSE(is_reserved_domain(name)) << name;
  }
}

TEST(Domains, suffixes_in_unicode_and_punycode) {
  for (const char* label : {"com", "COM", "uk", "museum", "рф", "xn--p1ai", "中国"})
    EXPECT_TRUE(is_top_level_domain(label)) << label;
  for (const char* label : {"", "nosuchsuffix", "c", "123", "com."}) EXPECT_FALSE(is_top_level_domain(label)) << label;
}

}  // namespace
}  // namespace privet
