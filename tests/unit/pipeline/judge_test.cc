// The judging of records: places in a text, people, what no record can forge;
// fast and plain alike.
#include "pipeline/judge.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "pipeline/message_rows.h"
#include "support/message_generator.h"
#include "support/scan_oracle.h"

namespace privet {
namespace {

test::ScanOracle& oracle() {
  static auto* const one = new test::ScanOracle;
  return *one;
}

// Judged on both paths, all offsets checked; null if nothing made it worth that.
const Judgement* judged(const std::string& json) {
  test::OracleOptions kept;
  kept.action = Action::kKeep;
  const std::string wrong = oracle().check(RecordFormat::kJson, json, kept);
  EXPECT_EQ(wrong, "") << json;
  return oracle().judgement();
}

bool is_message(const std::string& json) {
  const Judgement* const judgement = judged(json);
  return judgement != nullptr && judgement->is_message;
}

bool shows(const std::string& json, std::string_view marker) {
  const Judgement* const judgement = judged(json);
  if (judgement == nullptr) return false;
  for (const WeighedEvidence& one : judgement->origin.evidence) {
    if (oracle().markers().marker(one.evidence.marker).id == marker) return true;
  }
  return false;
}

// Whose names were found, by text and form.
std::multiset<std::string> people_of(const std::string& json) {
  std::multiset<std::string> people;
  const Judgement* const judgement = judged(json);
  if (judgement == nullptr) return people;
  for (const Participant& one : judgement->participants) {
    const std::string_view name = oracle().judge().views().view_of(one.field).text.slice(one.place);
    people.insert(std::string(name) + (one.is_nickname ? " (nickname)" : ""));
  }
  return people;
}

std::vector<std::string> dev_lines() {
  std::ifstream in(std::string(PRIVET_SOURCE_DIR) + "/corpora/private-messages/dev.jsonl", std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// `record` is the last member of a labelled line.
std::string record_of(const std::string& line) {
  const std::string_view key = R"("record": )";
  const std::size_t at = line.find(key);
  return line.substr(at + key.size(), line.size() - at - key.size() - 1);
}

constexpr const char* kChat =
    R"([03/02/2024, 14:05:11] Ida Lind: are you there\n[03/02/2024, 14:05:40] Odo Karr: yes, at the gate\n)"
    R"([03/02/2024, 14:06:02] Ida Lind: good, two minutes\n[03/02/2024, 14:06:30] Odo Karr: fine)";

TEST(Judge, TranscriptsAreMessagesAndNameTheirPeople) {
  const std::string json = std::string(R"({"text":")") + kChat + "\"}";
  ASSERT_TRUE(is_message(json));
  EXPECT_EQ(platform_name(oracle().judgement()->origin.platform), "whatsapp");
  EXPECT_EQ(oracle().judgement()->origin.message_class, MessageClass::kDm1to1);
  EXPECT_EQ(people_of(json), (std::multiset<std::string>{"Ida Lind", "Ida Lind", "Odo Karr", "Odo Karr"}));
}

TEST(Judge, PlainRecordsAreNotWorthIt) {
  EXPECT_EQ(judged(R"({"text":"The mill by the river was rebuilt in 1871, and again after the flood."})"), nullptr);
}

// With `--keys skip` nothing is found in a key, but it opens the judging as before.
TEST(Judge, SkippedKeysTellWhereARecordIsFrom) {
  const std::string json = R"({"is_im":true,"jo@example.com":"see you"})";
  for (const KeysMode keys : {KeysMode::kRedact, KeysMode::kSkip}) {
    test::OracleOptions options;
    options.keys = keys;
    ASSERT_EQ(oracle().check(RecordFormat::kJson, json, options), "");
    ASSERT_NE(oracle().judgement(), nullptr) << "skipped: " << (keys == KeysMode::kSkip);
    EXPECT_TRUE(oracle().judgement()->is_message);
    EXPECT_EQ(oracle().findings(), keys == KeysMode::kSkip ? 0U : 1U);
  }
}

// A conversation inside a text of another kind, behind escapes and characters
// of four bytes: all its offsets name the same characters.
TEST(Judge, EmbeddedConversationsHaveTheirPlace) {
  const std::string around(400, 'x');
  for (const std::string& before :
       {std::string("before "), std::string("\\u00e9\\ud83d\\ude00 "), std::string("é😀ｗｉｄｅ&amp; ")}) {
    const std::string json = "{\"text\":\"" + before + around + "\\n\\n" + kChat + "\\n\\n" + around + " behind\"}";
    const Judgement* const judgement = judged(json);
    ASSERT_NE(judgement, nullptr);
    EXPECT_FALSE(judgement->is_message);
    ASSERT_EQ(judgement->embedded.size(), 1U) << before;
    const EmbeddedMessage& one = judgement->embedded.front();
    const std::string_view place = oracle().judge().views().view_of(one.field).text.slice(one.place);
    EXPECT_TRUE(place.starts_with("[03/02/2024, 14:05:11] Ida Lind")) << place;
    EXPECT_TRUE(place.ends_with("Odo Karr: fine")) << place;
    const Span<RecordSpace> raw = place_of(oracle().scan(), one).raw;
    EXPECT_EQ(json.substr(raw.begin, raw.size()), kChat);
    EXPECT_EQ(judgement->participants.size(), 4U);
  }
}

// Most of the text, and yet shown by somebody who says so before and behind.
TEST(Judge, AFramedConversationIsEmbedded) {
  const std::string chat(kChat);
  const Judgement* own = judged("{\"text\":\"" + chat + "\"}");
  ASSERT_TRUE(own != nullptr && own->is_message);
  const Judgement* shown =
      judged("{\"text\":\"Our group wrote this, am I right?\\n\\n" + chat + "\\n\\nTell me what you think of it.\"}");
  ASSERT_NE(shown, nullptr);
  EXPECT_FALSE(shown->is_message);
  EXPECT_EQ(shown->embedded.size(), 1U);
}

// The text around a conversation names its platform, and that it is a group's,
// where its layout tells neither. That says nothing of whether it is private.
TEST(Judge, TheTextAroundNamesThePlatform) {
  const std::string chat =
      R"([14:05] Ida: are you there\n[14:06] Odo: yes, at the gate\n[14:07] Ida: good, two minutes\n[14:08] Odo: fine)";
  const auto shown = [&](const std::string& before, const std::string& conversation) {
    const Judgement* const judgement = judged("{\"text\":\"" + before + "\\n\\n" + conversation + "\"}");
    if (judgement == nullptr || judgement->embedded.size() != 1) return std::string();
    const Classification& one = judgement->embedded.front().classification;
    return std::string(class_name(one.message_class)) + " " + std::string(platform_name(one.platform));
  };
  EXPECT_EQ(shown("My manager DMed me this on Slack, is it a warning?", chat), "dm_1to1 slack");
  EXPECT_EQ(shown("My manager DMed me this, is it a warning?", chat), "dm_1to1 generic");
  EXPECT_EQ(shown("From our family group on Discord, last night:", chat), "dm_group discord");
  EXPECT_EQ(shown("My manager DMed me this on Slack, is it a warning?", kChat), "dm_1to1 whatsapp");
  EXPECT_EQ(shown("A channel on Slack that everyone can read, is it a warning?", chat), "");
}

// A mail below a sentence is answered or forwarded, unless the sentence says
// that it is published.
TEST(Judge, APublishedMailIsEmbedded) {
  const std::string mail =
      R"(From: Ida Lind <ida@example.com>\nTo: Odo <odo@example.org>\nDate: 3 Feb 2024 14:05\nSubject: the house\n\n)"
      R"(Odo, I have signed.)";
  const Judgement* forwarded = judged("{\"text\":\"Jo, this is what she sent me at night.\\n\\n" + mail + "\"}");
  ASSERT_TRUE(forwarded != nullptr && forwarded->is_message);
  const Judgement* published = judged("{\"text\":\"We print it as it reached us, at night.\\n\\n" + mail + "\"}");
  ASSERT_NE(published, nullptr);
  EXPECT_FALSE(published->is_message);
  ASSERT_EQ(published->embedded.size(), 1U);
  const EmbeddedMessage& one = published->embedded.front();
  EXPECT_TRUE(oracle().judge().views().view_of(one.field).text.slice(one.place).starts_with("From: Ida Lind"));
  EXPECT_EQ(one.classification.message_class, MessageClass::kPrivateEmail);
}

// Copied texts that have no message headers likewise, where they are announced.
TEST(Judge, AnAnnouncedInboxIsEmbedded) {
  const std::string inbox =
      R"(from rook_example sent 2 hours ago\nsubject: your loss\nDo you use any other chat app?\n\n)"
      R"(to rook_example sent 1 hour ago\nNo. Please don't write me again.)";
  const Judgement* own = judged("{\"text\":\"" + inbox + "\"}");
  ASSERT_TRUE(own != nullptr && own->is_message);
  const Judgement* shown = judged("{\"text\":\"He does so with everybody. The PM I got:\\n\\n" + inbox + "\"}");
  ASSERT_NE(shown, nullptr);
  EXPECT_FALSE(shown->is_message);
  EXPECT_EQ(shown->embedded.size(), 1U);
}

// Of a quoted one, what follows is not of it.
TEST(Judge, AQuotedMailEndsWithItsQuote) {
  const Judgement* published =
      judged(R"({"text":"I paste what the landlord wrote, judge for yourselves.\n\n)"
             R"(On 4 Jan 2024 at 22:47, Ida Lind <ida@example.com> wrote:\n> Your child cries.\n> I lose money.\n\n)"
             R"(So he said, and the window is still broken."})");
  ASSERT_NE(published, nullptr);
  ASSERT_EQ(published->embedded.size(), 1U);
  const EmbeddedMessage& one = published->embedded.front();
  const std::string_view place = oracle().judge().views().view_of(one.field).text.slice(one.place);
  EXPECT_TRUE(place.starts_with("On 4 Jan") && place.ends_with("I lose money.")) << place;
}

// The words that introduce a conversation do not make the record one.
TEST(Judge, AnIntroductionTellsNoOrigin) {
  const Judgement* const shown =
      judged(R"({"text":"These are the texts from my phone:\n\nReceived 18:02: where r u\nSent 18:05: home\n)"
             R"(Received 18:06: liar\nSent 18:10: stop"})");
  ASSERT_NE(shown, nullptr);
  EXPECT_FALSE(shown->is_message);
  ASSERT_EQ(shown->embedded.size(), 1U);
  EXPECT_EQ(platform_name(shown->embedded.front().classification.platform), "sms");
}

// An export that is shown in a text is a conversation in it; a sample of one
// object is documentation.
TEST(Judge, JsonInATextIsEmbedded) {
  const auto shown = [](const std::string& inside) {
    std::string escaped;
    for (const char c : inside) escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
    return "{\"text\":\"He denies it, so here is our whole talk from my download: " + escaped +
           " and that was all of it.\"}";
  };
  const std::string talk =
      R"({"type":"personal_chat","name":"Nova","messages":[{"from":"Nova","from_id":"user1000001","text":"are you home by six tonight"},)"
      R"({"from":"Odo","from_id":"user1000002","text":"no, ask me again at seven"}]})";
  const std::string json = shown(talk);
  const Judgement* const judgement = judged(json);
  ASSERT_NE(judgement, nullptr);
  EXPECT_FALSE(judgement->is_message);
  ASSERT_EQ(judgement->embedded.size(), 1U);
  const EmbeddedMessage& one = judgement->embedded.front();
  EXPECT_EQ(oracle().judge().views().view_of(one.field).text.slice(one.place), talk);
  EXPECT_EQ(platform_name(one.classification.platform), "telegram");

  const Judgement* const sample = judged(shown(
      R"({"type":"personal_chat","name":"Nova","messages":[{"from":"Nova","from_id":"user1000001","text":"hi"}]})"));
  EXPECT_TRUE(sample == nullptr || (!sample->is_message && sample->embedded.empty()));
}

// What opens the judging stands in the text, and its marker in the structure of
// the JSON there.
TEST(Judge, JsonInAShortTextIsLookedFor) {
  const Judgement* const judgement = judged(
      R"({"text":"Look: {\"thread_v2_id\":\"34\",\"thread_title\":\"Nova\",\"items\":[{\"item_type\":\"text\",)"
      R"(\"text\":\"are you there or not\"},{\"item_type\":\"text\",\"text\":\"yes I am at the gate\"}]} thanks"})");
  ASSERT_NE(judgement, nullptr);
  EXPECT_FALSE(judgement->origin.evidence.empty() && judgement->embedded.empty());
}

// Else a record that keeps its text in one pass would lose it in the next: with
// their names hidden, fewer lines are heads of messages.
TEST(Judge, WhatIntroducesAConversationIsNoOrigin) {
  const Judgement* const judgement = judged(
      R"({"text":"My ex texts me every night. What do I do?\n\n<PERSON> Mon 18:02: where r u\nMe Mon 18:05: home\n)"
      R"(<PERSON> Mon 18:06: liar\nMe Mon 18:10: stop it\n\nHelp please, I am tired of this."})");
  EXPECT_TRUE(judgement == nullptr || !judgement->is_message);
}

TEST(Judge, NoKeyForgesWhereARecordIsFrom) {
  const std::string marker = "slack.export-path";
  ASSERT_GE(oracle().markers().find(marker), 0);
  EXPECT_FALSE(shows(R"({"%path":"slack-export/D04EXAMPLE1/2024-03-01.json","text":"is_im hello there"})", marker));
  EXPECT_FALSE(shows(R"({"a\n%path":"slack-export/D04EXAMPLE1/2024-03-01.json","text":"is_im hello there"})", marker));
  EXPECT_FALSE(shows(R"({"text":"is_im\n%path=slack-export/D04EXAMPLE1/2024-03-01.json"})", marker));
  EXPECT_FALSE(shows(R"({"text":"is_im: job.source=slack-export/D04EXAMPLE1/2024-03-01.json"})", marker));
  EXPECT_TRUE(shows(R"({"job":{"source":"slack-export/D04EXAMPLE1/2024-03-01.json"},"text":"is_im hello"})", marker));
  EXPECT_FALSE(shows(R"({"t":"x\nis_im=true\n","u":"is_im"})", "slack.im-object"));
}

TEST(Judge, JsonInAStringIsLookedInto) {
  const std::string inside = R"({"id":"D04EXAMPLE1","is_im":true,"user":"U04EXAMPLE2","created":1707000000})";
  std::string escaped;
  for (const char c : inside) escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
  EXPECT_EQ(shows(inside, "slack.im-object"), shows(R"({"payload":")" + escaped + "\"}", "slack.im-object"));
  EXPECT_TRUE(shows(inside, "slack.im-object"));
}

TEST(Judge, ABlankedRecordIsNoMessage) {
  const Judgement* const judgement = judged(R"({"id":"7","is_im":true,"text":"<PRIVATE_MESSAGE>"})");
  EXPECT_TRUE(judgement == nullptr || !judgement->is_message);
}

TEST(Judge, TwoPathsAgreeOnTheLabelledRecords) {
  std::size_t messages = 0, embedded = 0;
  const std::vector<std::string> lines = dev_lines();
  ASSERT_GT(lines.size(), 700U);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string record = record_of(lines[i]);
    ASSERT_EQ(oracle().check(RecordFormat::kJson, record, {}), "") << "line " << i + 1;
    (void)oracle().compare_paths(RecordFormat::kJson, record);
    if (oracle().judgement() == nullptr) continue;
    messages += oracle().judgement()->is_message ? 1 : 0;
    embedded += oracle().judgement()->embedded.size();
  }
  EXPECT_GT(messages, 250U);
  EXPECT_GT(embedded, 5U);
}

TEST(Judge, TwoPathsAgreeOnRandomMessages) {
  test::MessageGenerator generator(oracle().markers(), 20260401);
  std::size_t worth = 0, messages = 0, embedded = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string record = generator.record();
    ASSERT_EQ(oracle().check(RecordFormat::kJson, record, {}), "") << record;
    ASSERT_EQ(oracle().compare_paths(RecordFormat::kJson, record), "") << record;
    const Judgement* const judgement = oracle().judgement();
    if (judgement == nullptr) continue;
    ++worth;
    messages += judgement->is_message ? 1 : 0;
    embedded += judgement->embedded.size();
  }
  EXPECT_GT(worth, 500U);
  EXPECT_GT(messages, 100U);
  EXPECT_GT(embedded, 5U);
}

}  // namespace
}  // namespace privet
