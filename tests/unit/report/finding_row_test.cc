// Rows of a report, in each format: all keys, and nothing in a string can
// break out of its place.
#include "report/finding_row.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <string>
#include <vector>

namespace privet {
namespace {

FindingRow plain_row() {
  FindingRow row;
  row.file = "x/a.jsonl";
  row.line = 12;
  row.id = "a-17";
  row.pointer = "/messages/3/content";
  row.rule = "email.address";
  row.entity = "EMAIL_ADDRESS";
  row.strength = "validated";
  row.score = 0.98;
  row.cp_start = 20, row.cp_end = 35, row.byte_start = 21, row.byte_end = 36;
  row.raw_start = 5'000'000'058, row.raw_end = 5'000'000'073;
  row.action = "replace";
  row.shape = "l{3}@l{7}.l{3}";
  return row;
}

std::string jsonl(const FindingRow& row) {
  std::string out;
  append_jsonl(row, out);
  return out;
}

// RFC 4180, read plainly.
std::vector<std::string> cells(const std::string& csv) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t at = 0; at + 2 < csv.size() + 0; ++at) {
    const char c = csv[at];
    if (quoted && c == '"' && csv[at + 1] == '"') {
      out.back() += csv[at++];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  EXPECT_FALSE(quoted);
  EXPECT_EQ(csv.substr(csv.size() - 2), "\r\n");
  return out;
}

TEST(FindingRow, WritesTheContractsKeysInItsOrder) {
  EXPECT_EQ(
      jsonl(plain_row()),
      R"({"schema":"privet.finding/1","file":"x/a.jsonl","line":12,"id":"a-17","pointer":"/messages/3/content","part":"value",)"
      R"("rule":"email.address","entity":"EMAIL_ADDRESS","strength":"validated","score":0.98,"reserved":false,"embedded":false,)"
      R"("cp_start":20,"cp_end":35,"byte_start":21,"byte_end":36,"raw_start":5000000058,"raw_end":5000000073,)"
      R"("action":"replace","shape":"l{3}@l{7}.l{3}","fingerprint":"","region":"","class":"","platform":"","policy":"","policy_rule":"",)"
      R"("evidence":[],"hints":[]})"
      "\n");
}

TEST(FindingRow, EscapesWhatJsonMust) {
  FindingRow row = plain_row();
  const std::string text = "a\"b\\c\n\t\x01\x1f\x7f/é\xF0\x9F\x98\x80";
  row.file = row.id = row.pointer = row.value = text;
  row.show_value = true;
  const std::string line = jsonl(row);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  simdjson::dom::parser parser;
  const simdjson::dom::element element = parser.parse(line);
  for (const char* key : {"file", "id", "pointer", "value"}) EXPECT_EQ(std::string_view(element[key]), text) << key;
}

TEST(FindingRow, WritesScoresWithTwoDecimalsAtMost) {
  const struct {
    double score;
    const char* text;
  } cases[] = {{0, "0"}, {1, "1"}, {0.9, "0.9"}, {0.95, "0.95"}, {0.05, "0.05"}, {0.994, "0.99"}, {0.999, "1"}};
  for (const auto& c : cases) {
    FindingRow row = plain_row();
    row.score = c.score;
    EXPECT_NE(jsonl(row).find("\"score\":" + std::string(c.text) + ","), std::string::npos) << c.text;
  }
}

TEST(FindingRow, WritesCsvWithTheSameColumns) {
  std::string header, text;
  append_csv_header(true, header);
  FindingRow row = plain_row();
  row.id = "a,\"b\"\r\nc";
  row.value = "=1+2";
  row.show_value = true;
  append_csv(row, text);
  const std::vector<std::string> names = cells(header), values = cells(text);
  ASSERT_EQ(names.size(), values.size());
  const auto value_of = [&](std::string_view name) {
    return values[static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin())];
  };
  EXPECT_EQ(value_of("schema"), "privet.finding/1");
  EXPECT_EQ(value_of("file"), "x/a.jsonl");
  EXPECT_EQ(value_of("id"), row.id);
  EXPECT_EQ(value_of("raw_end"), "5000000073");
  EXPECT_EQ(value_of("evidence"), "[]");
  EXPECT_EQ(value_of("value"), "'=1+2");
}

TEST(FindingRow, LetsNoCellBeAFormula) {
  for (const char* start : {"=", "+", "-", "@", "\t", "\r"}) {
    FindingRow row = plain_row();
    const std::string id = std::string(start) + "cmd";
    row.id = id;
    std::string text;
    append_csv(row, text);
    EXPECT_NE(text.find(",\"'" + id + "\","), std::string::npos) << text;
  }
}

TEST(FindingRow, WritesCsvRowsBehindEachOther) {
  std::string one, two;
  append_csv(plain_row(), one);
  append_csv(plain_row(), two);
  append_csv(plain_row(), two);
  EXPECT_EQ(two, one + one);
}

TEST(FindingRow, WritesTextForAPerson) {
  FindingRow row = plain_row();
  std::string text;
  append_text(row, false, text);
  EXPECT_EQ(text, "x/a.jsonl:12: EMAIL_ADDRESS /messages/3/content l{3}@l{7}.l{3} (email.address, 0.98)\n");
  row.pointer = "";
  row.is_key = row.reserved = true;
  text.clear();
  append_text(row, true, text);
  EXPECT_EQ(
      text,
      "x/a.jsonl:12: \x1b[1mEMAIL_ADDRESS\x1b[0m (record) (key) l{3}@l{7}.l{3} (email.address, 0.98, reserved)\n");
}

// What stands in a record must not command the terminal or forge a line.
TEST(FindingRow, LetsNoControlReachTheTerminal) {
  FindingRow row = plain_row();
  row.file = "a\nb";
  row.pointer = "/x\x1b[2J";
  row.value = "jo\r\n\xC2\x9Bz\x7F é";
  row.show_value = true;
  std::string text;
  append_text(row, false, text);
  EXPECT_EQ(text, "a?b:12: EMAIL_ADDRESS /x?[2J jo???z? é (email.address, 0.98)\n");
}

}  // namespace
}  // namespace privet
