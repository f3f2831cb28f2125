// The ledger: one JSON object whose sums are right.
#include "pipeline/ledger.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <string>

namespace privet {
namespace {

constexpr bool kScan = false;  // writes no records
constexpr bool kRedact = true;

Counts some_counts() {
  Counts counts;
  counts.records = 10;
  counts.scanned = 7;
  counts.withheld = {1, 1, 1, 0, 0};
  counts.records_changed = 3;
  counts.records_out = 8;
  counts.withheld_left_out = 2;
  counts.bytes_in = 1000;
  counts.findings = {4, 1};
  counts.reserved_findings = {2, 0};
  counts.redacted = {3, 1};
  return counts;
}

// Four private messages, one for each thing that can become of one.
Counts counts_with_messages() {
  Counts counts = some_counts();
  counts.records_out = 6;
  counts.messages.judged = 5;
  counts.messages.by_class = {1, 4};
  counts.messages.by_platform = {4};
  counts.messages.by_action = {1, 1, 1, 1};
  return counts;
}

Ledger some_ledger() {
  Ledger ledger;
  ledger.version = "1";
  ledger.verb = "redact";
  ledger.options = {{"operator", "mask\"\n"}};
  ledger.entities = ledger.looked_for = {"EMAIL_ADDRESS", "PHONE_NUMBER"};
  ledger.files.push_back(
      {.name = "a.jsonl", .reason = "", .container = "jsonl", .digest = "d", .counts = some_counts()});
  ledger.files.push_back(
      {.name = "b.jsonl", .reason = "", .container = "jsonl", .digest = "d", .counts = some_counts()});
  ledger.files.push_back({.name = "c.parquet", .reason = "parquet", .container = "", .digest = "", .counts = {}});
  return ledger;
}

TEST(Ledger, SumsUpItsFiles) {
  const std::string text = write_ledger(some_ledger());
  EXPECT_EQ(text.back(), '\n');
  simdjson::dom::parser parser;
  const simdjson::dom::element ledger = parser.parse(text);
  const auto number = [&](const char* pointer) { return std::uint64_t(ledger.at_pointer(pointer)); };
  EXPECT_EQ(number("/totals/files_seen"), 3U);
  EXPECT_EQ(number("/totals/files_read"), 2U);
  EXPECT_EQ(number("/totals/files_not_read/parquet"), 1U);
  EXPECT_EQ(number("/totals/records"), 20U);
  EXPECT_EQ(number("/totals/scanned"), 14U);
  EXPECT_EQ(number("/totals/withheld/not_json"), 2U);
  EXPECT_EQ(number("/totals/entities/0/found"), 8U);
  EXPECT_EQ(number("/totals/entities/0/reserved"), 4U);
  EXPECT_EQ(number("/totals/entities/1/redacted"), 2U);
  EXPECT_EQ(number("/files/0/records"), 10U);
  EXPECT_TRUE(bool(ledger["balanced"]));
  EXPECT_EQ(std::string_view(ledger["options"]["operator"]), "mask\"\n");
}

TEST(Ledger, ListsEntitiesThatWereLookedForAndNotFound) {
  Ledger ledger = some_ledger();
  ledger.looked_for.push_back("US_SSN");
  EXPECT_NE(write_ledger(ledger).find(R"({"entity":"US_SSN","found":0,"reserved":0,"redacted":0})"), std::string::npos);
}

TEST(Ledger, TellsWhatDoesNotBalance) {
  EXPECT_TRUE(is_balanced(some_counts(), kScan));
  EXPECT_TRUE(is_balanced({}, kScan));
  Counts lost = some_counts();
  ++lost.records;
  EXPECT_FALSE(is_balanced(lost, kScan));
  Counts changed = some_counts();
  changed.records_changed = 8;  // more than were scanned
  EXPECT_FALSE(is_balanced(changed, kScan));
  Counts reserved = some_counts();
  reserved.reserved_findings[0] = 5;
  EXPECT_FALSE(is_balanced(reserved, kScan));
  Counts redacted = some_counts();
  redacted.redacted[1] = 2;
  EXPECT_FALSE(is_balanced(redacted, kScan));
}

TEST(Ledger, BalancesWhatGoesOutWhereRecordsAreWritten) {
  EXPECT_TRUE(is_balanced(some_counts(), kRedact));
  Counts lost = some_counts();
  --lost.records_out;
  EXPECT_FALSE(is_balanced(lost, kRedact));
  EXPECT_TRUE(is_balanced(lost, kScan));
  Counts dropped = counts_with_messages();
  EXPECT_TRUE(is_balanced(dropped, kRedact));
  ++dropped.messages.by_action[2];
  --dropped.messages.by_action[0];
  EXPECT_FALSE(is_balanced(dropped, kRedact));
  Counts messages = counts_with_messages();
  ++messages.messages.by_action[0];  // more than there are
  EXPECT_FALSE(is_balanced(messages, kRedact));
  Counts decided = counts_with_messages();
  decided.messages.by_decision = {4, 0, 0};
  EXPECT_TRUE(is_balanced(decided, kRedact));
  --decided.messages.by_decision[0];  // one that no policy was asked of
  EXPECT_FALSE(is_balanced(decided, kRedact));
  Counts left_out = some_counts();
  left_out.withheld_left_out = 4;  // more than were withheld
  left_out.records_out = 6;
  EXPECT_FALSE(is_balanced(left_out, kRedact));
}

TEST(Ledger, SumsUpWhatBecameOfPrivateMessages) {
  Ledger ledger = some_ledger();
  for (std::size_t i : {0, 1}) ledger.files[i].counts = counts_with_messages();
  const std::string text = write_ledger(ledger);
  EXPECT_NE(text.find(R"("actions":{"kept":2,"blanked":2,"dropped":2,"quarantined":2})"), std::string::npos);
  EXPECT_NE(text.find(R"("records_out":12)"), std::string::npos);
}

TEST(Ledger, TellsHowManyMessagesWereJudged) {
  Ledger ledger = some_ledger();
  MessageCounts& messages = ledger.files[0].counts.messages;
  messages.judged = 3;
  messages.by_class[static_cast<std::size_t>(MessageClass::kDm1to1)] = 2;
  messages.by_class[static_cast<std::size_t>(MessageClass::kNone)] = 1;
  messages.by_platform[2] = 2;
  messages.by_action[0] = 2;
  messages.by_decision = {0, 1, 1};
  ledger.files[0].shapes = {{true, {.records = 30, .for_private = 29, .for_public = 0}, {"/a", "/b/*/c"}}};
  ledger.providers = {{"source", "vendor-a", MessageClass::kDm1to1, 2}};
  const std::string text = write_ledger(ledger);
  const std::string_view judged =
      R"("messages":{"judged":3,"private":2,"embedded":0,"by_class":{"none":1,"dm_1to1":2},"by_platform":{"slack":2},)"
      R"("actions":{"kept":2,"blanked":0,"dropped":0,"quarantined":0},)"
      R"("decisions":{"allow":0,"review":1,"block":1}})";
  EXPECT_EQ(text.find(judged), text.rfind(judged, text.find("totals"))) << "in the file";
  EXPECT_GT(text.find(judged, text.find("totals")), text.find("totals")) << "in the totals";
  EXPECT_NE(text.find(R"("shapes":[{"is":"private","records":30,"private":29,"public":0,"keys":["/a","/b/*/c"]}])"),
            std::string::npos);
  EXPECT_NE(text.find(R"("providers":[{"key":"source","value":"vendor-a","class":"dm_1to1","count":2}])"),
            std::string::npos);
}

TEST(Ledger, ClassesAndPlatformsAddUp) {
  Counts counts = some_counts();
  counts.messages.judged = 1;
  EXPECT_FALSE(is_balanced(counts, kScan)) << "a judged record without a class";
  counts.messages.by_class[static_cast<std::size_t>(MessageClass::kDmGroup)] = 1;
  EXPECT_FALSE(is_balanced(counts, kScan)) << "a private message without a platform";
  counts.messages.by_platform[0] = counts.messages.by_action[0] = 1;
  EXPECT_TRUE(is_balanced(counts, kScan));
  counts.messages.judged = counts.messages.by_class[0] = counts.scanned + 1;
  EXPECT_FALSE(is_balanced(counts, kScan)) << "more judged than scanned";
}

TEST(LedgerDeathTest, IsNotWrittenUnlessItBalances) {
  Ledger ledger = some_ledger();
  ++ledger.files[0].counts.records;
  EXPECT_DEATH((void)write_ledger(ledger), "internal error");
}

}  // namespace
}  // namespace privet
