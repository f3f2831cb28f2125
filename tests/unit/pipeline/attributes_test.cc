// A line of attributes for each line of the documents, whatever is in it.
#include "pipeline/attributes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace privet {
namespace {

// `R` is a record, `W` a withheld one; the rest is glue, as it comes.
std::string lines_of(std::string_view text) {
  BatchResult out;
  AttributeLines lines(out);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("RW", at), text.size());
    if (end > at) lines.glue(text.substr(at, end - at));
    if (end < text.size() && text[end] == 'R') {
      lines.room() += "r";
      lines.end_record();
    } else if (end < text.size()) {
      lines.withheld();
    }
    at = end + 1;
  }
  std::size_t tiled = 0;
  for (const OutputPart& part : out.parts) {
    EXPECT_TRUE(part.record);
    tiled += part.size;
    EXPECT_EQ(out.output[tiled - 1], '\n');
  }
  EXPECT_EQ(tiled, out.output.size());
  // "-" for what was not scanned.
  std::string shown;
  for (std::size_t at = 0; at < out.output.size();) {
    const bool not_scanned = out.output.compare(at, kNotScanned.size(), kNotScanned) == 0;
    shown.push_back(not_scanned ? '-' : out.output[at]);
    at += not_scanned ? kNotScanned.size() : 1;
  }
  EXPECT_EQ(out.counts.attributes.lines, out.parts.size());
  return shown;
}

TEST(AttributeLines, AreAsManyAsTheDocumentsHave) {
  const struct {
    const char* name;
    std::string_view text, lines;
  } cases[] = {
      {"records", "R\nR\n", "r\nr\n"},
      {"no line end at the end", "R\nR", "r\nr\n"},
      {"CRLF", "R\r\nR\r\n", "r\nr\n"},
      {"withheld", "R\nW\nR\n", "r\n-\nr\n"},
      {"blank lines between", "R\n\n \t\r\nR\n", "r\n-\n-\nr\n"},
      {"blank lines at the beginning and the end", "\n\nR\n\n", "-\n-\nr\n-\n"},
      {"white space without a line end at the end", "R\n  ", "r\n-\n"},
      {"a BOM", "\xEF\xBB\xBFR\nR\n", "r\nr\n"},
      {"a BOM in a blank line", "\xEF\xBB\xBF\nR\n", "-\nr\n"},
      {"nothing", "", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(lines_of(c.text), c.lines) << c.name;
}

}  // namespace
}  // namespace privet
