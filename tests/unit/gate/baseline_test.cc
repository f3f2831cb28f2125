// The baseline's file: what it is written as, and every way to damage it.
#include "gate/baseline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace privet {
namespace {

BaselineEntry entry(std::string id, std::string expires = "") {
  return {.id = std::move(id),
          .entity = "EMAIL_ADDRESS",
          .file = "a.jsonl",
          .reason = "on the public list",
          .who = "",
          .added = "",
          .expires = std::move(expires)};
}

constexpr std::string_view kHeader = R"({"schema":"privet.baseline/1","anchor":"anchor/1","key":"","entries":[)";
constexpr std::string_view kEntry =
    R"({"id":"0c9be61f27a4","entity":"EMAIL_ADDRESS","file":"a.jsonl","reason":"on the public list","who":"","added":"","expires":""},)";

std::string file_of(std::initializer_list<std::string_view> lines) {
  std::string text;
  for (const std::string_view line : lines) text.append(line).push_back('\n');
  return text;
}

TEST(Baseline, IsSortedAnEntryALine) {
  Baseline baseline;
  EXPECT_TRUE(baseline.put(entry("ffffffffffff", "2026-12-31")));
  EXPECT_TRUE(baseline.put(entry("0c9be61f27a4")));
  const std::string text = write_baseline(baseline);
  EXPECT_EQ(text,
            file_of({kHeader, kEntry,
                     R"({"id":"ffffffffffff","entity":"EMAIL_ADDRESS","file":"a.jsonl","reason":"on the public list",)"
                     R"("who":"","added":"","expires":"2026-12-31"},)",
                     "{}]}"}));
  const Result<Baseline> read = parse_baseline(text, "b.json");
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->entries, baseline.entries);
  EXPECT_EQ(write_baseline(*read), text);
}

TEST(Baseline, PutReplacesAndFindFinds) {
  Baseline baseline;
  baseline.put(entry("0c9be61f27a4"));
  EXPECT_FALSE(baseline.put(entry("0c9be61f27a4")));
  EXPECT_TRUE(baseline.put(entry("0c9be61f27a4", "2026-12-31")));
  ASSERT_EQ(baseline.entries.size(), 1U);
  EXPECT_EQ(baseline.find("0c9be61f27a4")->expires, "2026-12-31");
  EXPECT_EQ(baseline.find("0c9be61f27a5"), nullptr);
  EXPECT_EQ(baseline.find(""), nullptr);
}

TEST(Baseline, PutAllIsPutForEach) {
  const std::vector<BaselineEntry> all = {entry("ffffffffffff"), entry("0c9be61f27a4", "2026-12-31"),
                                          entry("800000000000"), entry("0c9be61f27a4")};
  for (const std::vector<BaselineEntry>& before : {std::vector<BaselineEntry>{},
                                                   {entry("0c9be61f27a4")},
                                                   {entry("000000000000"), entry("ffffffffffff", "2026-12-31")}}) {
    Baseline at_once, one_by_one;
    for (const BaselineEntry& one : before) {
      at_once.put(one);
      one_by_one.put(one);
    }
    for (const BaselineEntry& one : all) one_by_one.put(one);
    EXPECT_TRUE(at_once.put_all(all));
    EXPECT_EQ(at_once.entries, one_by_one.entries);
    EXPECT_FALSE(at_once.put_all({entry("800000000000"), entry("ffffffffffff")})) << "it is there as it is";
    EXPECT_FALSE(at_once.put_all({}));
    EXPECT_EQ(at_once.entries, one_by_one.entries);
  }
}

TEST(Baseline, AnEntryCountsToTheEndOfItsLastDay) {
  Baseline baseline;
  baseline.put(entry("0c9be61f27a4", "2026-12-31"));
  baseline.put(entry("ffffffffffff"));
  EXPECT_EQ(baseline.knows("0c9be61f27a4", "2026-12-30"), Known::kKnown);
  EXPECT_EQ(baseline.knows("0c9be61f27a4", "2026-12-31"), Known::kKnown);
  EXPECT_EQ(baseline.knows("0c9be61f27a4", "2027-01-01"), Known::kExpired);
  EXPECT_EQ(baseline.knows("ffffffffffff", "9999-12-31"), Known::kKnown);
  EXPECT_EQ(baseline.knows("000000000000", "2026-12-30"), Known::kNew);
}

// As git leaves it after a union merge, and as an editor on Windows does.
TEST(Baseline, ReadsEntriesInAnyOrderAndAnyLineEnds) {
  constexpr std::string_view kOther = R"({"id":"000000000000","reason":"ours"},)";
  const Result<Baseline> merged = parse_baseline(file_of({kHeader, kEntry, kOther, "{}]}"}), "b.json");
  ASSERT_TRUE(merged.has_value()) << merged.error().message;
  EXPECT_EQ(merged->entries.front().id, "000000000000");
  EXPECT_EQ(merged->entries.size(), 2U);
  std::string windows;
  for (const std::string_view line : {kHeader, std::string_view(), kEntry, std::string_view("{}]}")})
    windows.append(line).append("\r\n");
  EXPECT_TRUE(parse_baseline(windows, "b.json").has_value());
  EXPECT_TRUE(parse_baseline(std::string(kHeader) + "\n{}]}", "b.json").has_value());
}

struct Damaged {
  const char* what;
  std::string text;
  const char* message;
};

TEST(Baseline, SaysWhichLineIsDamagedAndHow) {
  const std::string good = file_of({kHeader, kEntry, "{}]}"});
  const Damaged cases[] = {
      {"nothing", "", "b.json:1: the file is empty"},
      {"blank", "\n\n", "the file is empty"},
      {"another file", "{\"a\":1}\n", "b.json:1: not the first line of a baseline"},
      {"no JSON", "x[\n", "b.json:1: not the first line of a baseline"},
      {"laid out anew", "{\n  \"schema\": \"privet.baseline/1\",\n", "b.json:1: not the first line of a baseline"},
      {"newer", file_of({R"({"schema":"privet.baseline/2","anchor":"anchor/1","key":"","entries":[)", "{}]}"}),
       "b.json:1: the file is privet.baseline/2, of a newer privet; this one knows privet.baseline/1"},
      {"newer anchor", file_of({R"({"schema":"privet.baseline/1","anchor":"anchor/7","key":"","entries":[)", "{}]}"}),
       "b.json:1: its ids are anchor/7, of a newer privet"},
      {"no version", file_of({R"({"schema":"privet.ledger/1","anchor":"anchor/1","key":"","entries":[)", "{}]}"}),
       "b.json:1: the file is of no version that there is"},
      {"key", file_of({R"({"schema":"privet.baseline/1","anchor":"anchor/1","key":5,"entries":[)", "{}]}"}),
       "b.json:1: \"key\" is missing or not a string"},
      {"cut behind the header", file_of({kHeader}), "b.json:1: the file is cut off behind this line"},
      {"cut behind an entry", file_of({kHeader, kEntry}), "b.json:2: the file is cut off behind this line"},
      {"cut in an entry", std::string(kHeader) + "\n" + std::string(kEntry.substr(0, 40)),
       "b.json:2: the file is cut off in this line"},
      {"cut before a comma", std::string(kHeader) + "\n" + std::string(kEntry.substr(0, kEntry.size() - 1)),
       "b.json:2: the file is cut off in this line"},
      {"cut in the end", file_of({kHeader, kEntry, "{}"}), "b.json:3: the file is cut off in this line"},
      {"conflict", file_of({kHeader, "<<<<<<< HEAD", kEntry, "=======", kEntry, ">>>>>>> other", "{}]}"}),
       "b.json:2: a merge conflict is not resolved"},
      {"half a conflict", file_of({kHeader, kEntry, "=======", "{}]}"}), "b.json:3: a merge conflict is not resolved"},
      {"no comma", file_of({kHeader, kEntry.substr(0, kEntry.size() - 1), "{}]}"}),
       "b.json:2: an entry is a line and ends with a comma"},
      {"two in a line", file_of({kHeader, std::string(kEntry) + std::string(kEntry), "{}]}"}),
       "b.json:2: not an entry"},
      {"end in a line of an entry", file_of({kHeader, std::string(kEntry) + "{}]}"}),
       "b.json:2: {}]} must stand in a line of its own"},
      {"no object", file_of({kHeader, "5,", "{}]}"}), "b.json:2: not an entry"},
      {"quote", file_of({kHeader, R"({"id":"0c9be61f27a4,"reason":"x"},)", "{}]}"}), "b.json:2: not an entry"},
      {"id", file_of({kHeader, R"({"id":"0C9BE61F27A4","reason":"x"},)", "{}]}"}), "b.json:2: \"id\" must be 12 hex"},
      {"no id", file_of({kHeader, R"({"reason":"x"},)", "{}]}"}), "b.json:2: \"id\" must be 12 hex"},
      {"no reason", file_of({kHeader, R"({"id":"0c9be61f27a4"},)", "{}]}"}),
       "b.json:2: \"reason\" is missing or empty"},
      {"blank reason", file_of({kHeader, R"({"id":"0c9be61f27a4","reason":" "},)", "{}]}"}),
       "b.json:2: \"reason\" is missing or empty"},
      {"date", file_of({kHeader, R"({"id":"0c9be61f27a4","reason":"x","expires":"31.12.2026"},)", "{}]}"}),
       "b.json:2: \"expires\" must be a date, YYYY-MM-DD, or \"\""},
      {"key", file_of({kHeader, R"({"id":"0c9be61f27a4","reason":"x","expire":"2026-12-31"},)", "{}]}"}),
       "b.json:2: unknown key \"expire\"; did you mean \"expires\"?"},
      {"key twice", file_of({kHeader, R"({"id":"0c9be61f27a4","reason":"x","reason":"y"},)", "{}]}"}),
       "b.json:2: a key stands there twice"},
      {"type", file_of({kHeader, R"({"id":"0c9be61f27a4","reason":7},)", "{}]}"}),
       "b.json:2: \"reason\" must be a string"},
      {"twice", file_of({kHeader, kEntry, R"({"id":"000000000000","reason":"x"},)", kEntry, "{}]}"}),
       "b.json:4: the id stands in line 2 already"},
      {"more behind it", good + good, "b.json:4: something stands behind the end"},
  };
  for (const Damaged& one : cases) {
    const Result<Baseline> read = parse_baseline(one.text, "b.json");
    ASSERT_FALSE(read.has_value()) << one.what;
    EXPECT_EQ(read.error().code, ErrorCode::kConfig) << one.what;
    EXPECT_NE(read.error().message.find(one.message), std::string::npos) << one.what << ": " << read.error().message;
  }
  // Wherever it is cut, it is no baseline; without its last line end it is one.
  for (std::size_t size = 0; size + 1 < good.size(); ++size)
    EXPECT_FALSE(parse_baseline(std::string_view(good).substr(0, size), "b.json").has_value()) << size;
}

}  // namespace
}  // namespace privet
