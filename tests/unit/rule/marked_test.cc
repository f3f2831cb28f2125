// Marked text: what is between the marks, and where.
#include "rule/marked.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

using Spans = std::vector<Span<FieldSpace>>;

TEST(Marked, LeadsToTextAndSpans) {
  const struct {
    const char* marked;
    const char* text;
    Spans spans;
  } cases[] = {
      {"", "", {}},
      {"none", "none", {}},
      {"to [[jo@example.com]] now", "to jo@example.com now", {{3, 17}}},
      {"[[a]][[b]]", "ab", {{0, 1}, {1, 2}}},
      {"[[é]]x", "éx", {{0, 2}}},
      // Brackets of the text.
      {"[[jo@[192.0.2.1]]]", "jo@[192.0.2.1]", {{0, 14}}},
      {"[[[::1]]]:80", "[::1]:80", {{1, 4}}},
      {"a [b] c", "a [b] c", {}},
      // Marks that do not pair are text.
      {"[[a", "[[a", {}},
      {"a]]", "a]]", {}},
      {"[[a]] [[b", "a [[b", {{0, 1}}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.marked);
    const Marked marked = parse_marked(c.marked);
    EXPECT_EQ(marked.text, c.text);
    EXPECT_EQ(marked.spans, c.spans);
  }
}

TEST(Marked, MarksBack) {
  EXPECT_EQ(mark("to jo now", {{3, 5}}), "to [[jo]] now");
  EXPECT_EQ(mark("ab", {{0, 1}, {1, 2}}), "[[a]][[b]]");
  EXPECT_EQ(mark("abc", {{0, 2}, {1, 3}}), "[[ab]]c");  // what overlaps is left out
}

}  // namespace
}  // namespace privet
