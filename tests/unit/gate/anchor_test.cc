// Ids of findings: what they survive, what changes them, what they do not tell.
#include "gate/anchor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "record/csv_header.h"
#include "record/record_reader.h"
#include "redact/digest.h"
#include "redact/keyed.h"

namespace privet {
namespace {

constexpr auto sha256 = [](std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return hash.finish();
};

constexpr AnchorPlace kEmail = {"EMAIL_ADDRESS", "/text", false};

Anchor anchor_of(const RecordForm& form, std::string_view raw, const AnchorPlace& place = kEmail,
                 const ReadOptions& options = {}) {
  RecordReader reader;
  Record record;
  EXPECT_TRUE(reader.read(form, raw, options, record).ok()) << raw;
  AnchorMaker maker;
  return maker.anchor_of(record, 1, place, sha256);
}
std::string id_of(std::string_view json, const AnchorPlace& place = kEmail) {
  return anchor_of(RecordFormat::kJson, json, place).id;
}

constexpr std::string_view kLetter =
    R"({"id":"r-1","text":"Please write to ann@example.com about the order that was not with us, or to his office."})";

// Frozen: if one of these changes, it is anchor/2.
TEST(Anchor, IdsOfAnchor1NeverChange) {
  EXPECT_EQ(id_of(kLetter), "a8b3e41fb6c2");
  EXPECT_EQ(id_of(kLetter, {"PERSON", "/text", false}), "38e5a969a9bf");
  EXPECT_EQ(id_of(kLetter, {"PRIVATE_MESSAGE", "", false}), "acac54e7f38d");
  EXPECT_EQ(id_of(R"({"messages":[{"role":"user","content":"call 202-555-0142"}]})",
                  {"PHONE_NUMBER", "/messages/0/content", false}),
            "a073be1641e8");
  EXPECT_EQ(id_of(R"({"ann@example.com":true})", {"EMAIL_ADDRESS", "/{key 1}", true}), "dcc19b1fd708");
  EXPECT_EQ(anchor_of(RecordFormat::kText, "mail to ann@example.com", {"EMAIL_ADDRESS", "", false}).id, "4c908fcc058f");
}

TEST(Anchor, IsTheSameHoweverTheRecordIsWrittenDown) {
  const std::string id = id_of(kLetter);
  const char* const same[] = {
      // Spaces.
      R"(  { "id" : "r-1" , "text":"Please write to ann@example.com about the order that was not with us, or to his office."})",
      // The order of keys.
      R"({"text":"Please write to ann@example.com about the order that was not with us, or to his office.","id":"r-1"})",
      // Escapes.
      R"({"id":"r-1","text":"Please write to ann\u0040example.com about the order that was not with us, or to hi\u0073 office."})",
  };
  for (const char* const json : same) EXPECT_EQ(id_of(json), id) << json;
}

TEST(Anchor, IsTheSameHoweverTheRecordWasRead) {
  constexpr std::string_view json =
      R"({"n":1,"ok":true,"x":null,"s":"ab","text":"ann@example.com","big":12345,"id":"7","list":["de",["t4"],9]})";
  const std::string id = id_of(json);
  EXPECT_EQ(anchor_of(RecordFormat::kJson, json, kEmail, {.every_leaf = true}).id, id);
  EXPECT_EQ(anchor_of(RecordFormat::kJson, json, kEmail, {.every_leaf = false, .id_field = {}}).id, id);
}

TEST(Anchor, IsAnotherOneWhereWordsKeysOrPlacesAre) {
  const std::string id = id_of(kLetter);
  const char* const others[] = {
      // Another word of the list.
      R"({"id":"r-1","text":"Please write to ann@example.com about the order that is not with us, or to his office."})",
      // Words in another order.
      R"({"id":"r-1","text":"Please write to ann@example.com about the order that not was with us, or to his office."})",
      // A key more, and one by another name.
      R"({"id":"r-1","url":0,"text":"Please write to ann@example.com about the order that was not with us, or to his office."})",
      R"({"ref":"r-1","text":"Please write to ann@example.com about the order that was not with us, or to his office."})",
      // Deeper.
      R"({"meta":{"id":"r-1"},"text":"Please write to ann@example.com about the order that was not with us, or to his office."})",
      R"([{"id":"r-1","text":"Please write to ann@example.com about the order that was not with us, or to his office."}])",
      // A value of another shape.
      R"({"id":"r-1","text":"Please write to ann.lind@example.com about the order that was not with us, or to his office."})",
  };
  for (const char* const json : others) EXPECT_NE(id_of(json), id) << json;
  EXPECT_NE(id_of(kLetter, {"PHONE_NUMBER", "/text", false}), id);
  EXPECT_NE(id_of(kLetter, {"EMAIL_ADDRESS", "/id", false}), id);
  EXPECT_NE(id_of(kLetter, {"EMAIL_ADDRESS", "/text", true}), id);
}

// The known weakness, and what it is for: nothing of a value can be got from an id.
TEST(Anchor, AnotherValueOfTheSameShapeHasTheSameId) {
  struct Case {
    const char* entity;
    const char* one;
    const char* other;
  };
  const Case cases[] = {
      {"EMAIL_ADDRESS", "ann@example.com", "bob@example.com"},
      {"EMAIL_ADDRESS", "maria.lopez@mail.example.org", "jonas.vogel@news.example.net"},
      {"PHONE_NUMBER", "202-555-0142", "+1 (415) 555 0199"},
      {"PERSON", "Ann Lind", "Bob Ross"},
      {"PERSON", "maria fischer", "julia richter"},
      {"IBAN_CODE", "DE89 3704 0044 0532 0130 00", "FR14 2004 1010 0505 0001 30"},
      {"CREDIT_CARD", "4111111111111111", "5500000000000004"},
      {"IP_ADDRESS", "192.0.2.1", "198.51.100.77"},
  };
  for (const Case& one : cases) {
    const auto json = [](const char* value) {
      return R"({"text":"please see what he said to me about )" + std::string(value) + R"( and then do it"})";
    };
    EXPECT_EQ(id_of(json(one.one), {one.entity, "/text", false}), id_of(json(one.other), {one.entity, "/text", false}));
    // As a key, too.
    const auto keyed = [](const char* value) { return R"({"users":{")" + std::string(value) + R"(":"admin"}})"; };
    EXPECT_EQ(id_of(keyed(one.one), {one.entity, "/users/{key 1}", true}),
              id_of(keyed(one.other), {one.entity, "/users/{key 1}", true}));
  }
}

// Rules may mask a key of the pointer or not: that is no matter.
TEST(Anchor, DoesNotDependOnHowThePointerIsShown) {
  constexpr std::string_view json = R"({"ann@example.com":{"text":"call 202-555-0142"}})";
  EXPECT_EQ(id_of(json, {"PHONE_NUMBER", "/{key 1}/text", false}),
            id_of(json, {"PHONE_NUMBER", "/ann@example.com/text", false}));
}

TEST(Anchor, RecordsWithFewWordsSaySo) {
  EXPECT_TRUE(anchor_of(RecordFormat::kJson, R"({"text":"to the end of this with all"})").few_words);
  EXPECT_FALSE(anchor_of(RecordFormat::kJson, R"({"text":"to the end of this with all that was"})").few_words);
  // Over all fields, and keys are none.
  EXPECT_FALSE(
      anchor_of(RecordFormat::kJson, R"({"text":"to the end of this","title":"with all that was"})").few_words);
  EXPECT_TRUE(anchor_of(RecordFormat::kJson, R"({"the":1,"that":2,"with":3,"from":4,"this":5,"was":6,"for":7,"not":8})")
                  .few_words);
}

TEST(Anchor, FindingsOfOnePlaceAreCounted) {
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, kLetter, {}, record).ok());
  AnchorMaker maker;
  const std::string first = maker.anchor_of(record, 1, kEmail, sha256).id;
  const std::string second = maker.anchor_of(record, 1, kEmail, sha256).id;
  const std::string third = maker.anchor_of(record, 1, kEmail, sha256).id;
  const std::string other = maker.anchor_of(record, 1, {"PERSON", "/text", false}, sha256).id;
  EXPECT_NE(first, second);
  EXPECT_NE(second, third);
  EXPECT_NE(first, third);
  EXPECT_EQ(other, id_of(kLetter, {"PERSON", "/text", false}));
  // The next record begins anew.
  EXPECT_EQ(maker.anchor_of(record, 2, kEmail, sha256).id, first);
  EXPECT_EQ(maker.anchor_of(record, 2, kEmail, sha256).id, second);
}

// Rows of a table are alike: their findings are counted over the run, so that
// their order does not matter, and one more is a new one.
TEST(Anchor, RowsOfATableAreCountedOverTheRun) {
  const CsvHeader header("name,email", ',');
  const auto ids_of = [&](const std::vector<const char*>& rows) {
    RecordReader reader;
    Record record;
    AnchorMaker maker;
    RunIds run;
    std::vector<std::string> ids;
    std::uint64_t serial = 0;
    for (const char* const row : rows) {
      EXPECT_TRUE(reader.read({RecordFormat::kCsvRow, &header}, row, {}, record).ok());
      const Anchor anchor = maker.anchor_of(record, ++serial, {"EMAIL_ADDRESS", "/email", false}, sha256);
      EXPECT_TRUE(anchor.few_words);
      ids.push_back(run.id_of(anchor, sha256));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  const std::vector<std::string> ids = ids_of({"Ann,ann@example.com", "Bob,bob@example.com", "Margaret,m@example.com"});
  EXPECT_EQ(ids_of({"Margaret,m@example.com", "Bob,bob@example.com", "Ann,ann@example.com"}), ids);
  std::vector<std::string> more =
      ids_of({"Ann,ann@example.com", "Eve,eve@example.com", "Bob,bob@example.com", "Margaret,m@example.com"});
  EXPECT_EQ(std::set<std::string>(more.begin(), more.end()).size(), 4U);
  for (const std::string& id : ids) std::erase(more, id);
  EXPECT_EQ(more.size(), 1U);
}

TEST(Anchor, RunIdsLeaveRecordsWithWordsAlone) {
  const Anchor anchor = anchor_of(RecordFormat::kJson, kLetter);
  RunIds run;
  EXPECT_EQ(run.id_of(anchor, sha256), anchor.id);
  EXPECT_EQ(run.id_of(anchor, sha256), anchor.id);
}

TEST(Anchor, UnderAKeyItIsAnother) {
  const Result<Keyring> keys = Keyring::from_bytes("sixteen bytes ok");
  const Result<Keyring> others = Keyring::from_bytes("sixteen bytes OK");
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, kLetter, {}, record).ok());
  const auto under = [&](const Keyring& keyring) {
    AnchorMaker maker;
    return maker.anchor_of(record, 1, kEmail, [&](std::string_view text) { return keyring.anchor(text); }).id;
  };
  EXPECT_NE(under(*keys), id_of(kLetter));
  EXPECT_NE(under(*keys), under(*others));
  EXPECT_EQ(under(*keys), under(*keys));
}

TEST(Anchor, AnIdIsTwelveSmallHexadecimalDigits) {
  EXPECT_TRUE(is_finding_id("0123456789ab"));
  for (const char* const text : {"", "0123456789a", "0123456789abc", "0123456789AB", "0123456789ag"})
    EXPECT_FALSE(is_finding_id(text)) << text;
  EXPECT_TRUE(is_finding_id(id_of(kLetter)));
}

}  // namespace
}  // namespace privet
