// Findings hidden in rows of CSV.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "base/utf8.h"
#include "record/csv_header.h"
#include "record/record_reader.h"
#include "redact/patch.h"

namespace privet {
namespace {

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleSet s;
    Rule rule;
    rule.id = "email";
    s.add(rule, "EMAIL_ADDRESS");
    return s;
  }();
  return set;
}

// The row with every `value` in its cells hidden.
std::string patch(const std::string& row, std::string_view value, Action action = Action::kReplace,
                  const RedactPlan& plan = {}, char delimiter = ',', RecordFormat format = RecordFormat::kCsvRow) {
  const CsvHeader header(row, delimiter);
  RecordReader reader;
  Record record;
  EXPECT_TRUE(reader.read({format, &header}, row, {}, record).ok());
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    const std::string_view text = record.text(field).text();
    for (std::size_t at = text.find(value); at != std::string_view::npos; at = text.find(value, at + value.size())) {
      Finding finding;
      finding.field = FieldIndex{i};
      finding.bytes = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + value.size())};
      finding.raw = record.escapes(field).to_source(finding.bytes);
      finding.cp_begin = static_cast<std::uint32_t>(count_code_points(text.substr(0, at)));
      finding.cp_end = finding.cp_begin + static_cast<std::uint32_t>(count_code_points(value));
      finding.action = action;
      findings.push_back(finding);
    }
  }
  Redactor redactor(rules());
  OffsetMapBuilder map;
  std::string out;
  redactor.apply(
      record, findings, plan, [](const Finding&) { return std::string("x"); }, out, map);
  EXPECT_EQ(map.source_size(), row.size());
  EXPECT_EQ(map.derived_size(), out.size());
  return out;
}

TEST(PatchCsv, KeepsTheQuotesThereAre) {
  EXPECT_EQ(patch("a,jo@x.com, b ", "jo@x.com"), "a,<EMAIL_ADDRESS>, b ");
  EXPECT_EQ(patch("\"jo@x.com\",\"a, jo@x.com \"\"b\"\"\"", "jo@x.com"),
            "\"<EMAIL_ADDRESS>\",\"a, <EMAIL_ADDRESS> \"\"b\"\"\"");
  EXPECT_EQ(patch("5\" jo@x.com \"6,7", "jo@x.com"), "5\" <EMAIL_ADDRESS> \"6,7");
  EXPECT_EQ(patch("4155550123,1", "4155550123"), "<EMAIL_ADDRESS>,1");
  EXPECT_EQ(patch("a \"\"b\"\"@x.com,\"a \"\"b\"\"@x.com\"", "\"b\"@x.com"), "a \"\"b\"\"@x.com,\"a <EMAIL_ADDRESS>\"");
}

TEST(PatchCsv, QuotesACellThatNeedsIt) {
  const RedactPlan commas{.style = *PlaceholderStyle::parse("<{entity},>")};
  EXPECT_EQ(patch("a \"b\" jo@x.com c,d", "jo@x.com", Action::kReplace, commas),
            "\"a \"\"b\"\" <EMAIL_ADDRESS,> c\",d");
  const RedactPlan semicolons{.style = *PlaceholderStyle::parse("<{entity};>")};
  EXPECT_EQ(patch("a \"b\" jo@x.com jo@x.com,d", "jo@x.com", Action::kReplace, semicolons),
            "\"a \"\"b\"\" <EMAIL_ADDRESS;> <EMAIL_ADDRESS;>\",d");
  EXPECT_EQ(patch("\"jo@x.com\",d", "jo@x.com", Action::kReplace, semicolons), "\"<EMAIL_ADDRESS;>\",d");
  // What is left behind is read as what it was.
  EXPECT_EQ(patch("jo@x.com\"b\",d", "jo@x.com", Action::kRedact), "\"\"\"b\"\"\",d");
  EXPECT_EQ(patch("d,b\rjo@x.com", "jo@x.com", Action::kRedact), "d,\"b\r\"");
  // A row does not become a blank line.
  EXPECT_EQ(patch("jo@x.com", "jo@x.com", Action::kRedact), "\"\"");
  EXPECT_EQ(patch(" jo@x.com ", "jo@x.com", Action::kRedact), "\"  \"");
  EXPECT_EQ(patch("\r jo@x.com", "jo@x.com", Action::kRedact), "\"\r \"");
  EXPECT_EQ(patch("jo@x.com,", "jo@x.com", Action::kRedact), ",");
}

TEST(PatchCsv, KeepsTheQuoteThatClosesACell) {
  EXPECT_EQ(patch("\"a, jo\"@x.com b,c", "jo@x.com"), "\"a, <EMAIL_ADDRESS>\" b,c");
  EXPECT_EQ(patch("\"a, \"jo@x.com b,c", "jo@x.com"), "\"a, \"<EMAIL_ADDRESS> b,c");
  EXPECT_EQ(patch("\"jo@x.com\" b,c", "jo@x.com"), "\"<EMAIL_ADDRESS>\" b,c");
  EXPECT_EQ(patch("\"jo\"@x.com,c", "jo@x.com", Action::kRedact), "\"\",c");
  // What is written behind it may need quotes, too.
  const RedactPlan commas{.style = *PlaceholderStyle::parse("<{entity},>")};
  EXPECT_EQ(patch("\"a, \"\"\"b\" jo@x.com,c", "jo@x.com", Action::kReplace, commas),
            "\"a, \"\"b\"\" <EMAIL_ADDRESS,>\",c");
  EXPECT_EQ(patch("\"a, \"x \"b\" jo@x.com,c", "jo@x.com", Action::kReplace, commas),
            "\"a, x \"\"b\"\" <EMAIL_ADDRESS,>\",c");
  EXPECT_EQ(patch("\"jo\"@x.com \"b\",c", "jo@x.com", Action::kReplace, commas), "\"<EMAIL_ADDRESS,>\" \"b\",c");
  // Nor does it make a pair with another quote.
  EXPECT_EQ(patch("\"jo\"@x.com\"b,c", "jo@x.com"), "\"<EMAIL_ADDRESS>\"\"b\",c");
  EXPECT_EQ(patch("\"a\"jo@x.com\"b,c", "jo@x.com", Action::kRedact), "\"a\"\"b\",c");
  // Of what `mask` keeps, half would stand in the quotes.
  EXPECT_EQ(patch("\"jo@x.co\"m,c", "jo@x.com", Action::kMask, {.mask_keep_last = 2}), "\"***\",c");
  EXPECT_EQ(patch("\"jo@x.com\",c", "jo@x.com", Action::kMask, {.mask_keep_last = 2}), "\"***om\",c");
  EXPECT_EQ(patch("\"jo@x\"\".com\"\"\",c", "jo@x\".com\"", Action::kMask, {.mask_keep_last = 2}), "\"***m\"\"\",c");
}

TEST(PatchCsv, KeepsNamesOfColumnsApart) {
  const auto header = [](const std::string& row) {
    return patch(row, "jo@x.com", Action::kReplace, {}, ',', RecordFormat::kCsvHeader);
  };
  EXPECT_EQ(header("jo@x.com,a,jo@x.com"), "<EMAIL_ADDRESS>,a,<EMAIL_ADDRESS_2>");
  EXPECT_EQ(header("<EMAIL_ADDRESS>,\"jo@x.com\""), "<EMAIL_ADDRESS>,\"<EMAIL_ADDRESS_2>\"");
}

}  // namespace
}  // namespace privet
