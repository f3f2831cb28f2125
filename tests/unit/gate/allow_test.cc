// What allow rules hold for.
#include "gate/allow.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "record/pointer.h"
#include "record/record_reader.h"
#include "rule/allow_reader.h"

namespace privet {
namespace {

const std::vector<std::string> kEntities = {"EMAIL_ADDRESS", "PERSON", "PRIVATE_MESSAGE", "URL"};

Result<AllowRules> build(const std::string& body, std::string_view today = "2026-01-31") {
  Result<std::vector<AllowRule>> rules = read_allow_rules("[[allow]]\nreason = \"known\"\n" + body, "p.toml");
  if (!rules) return fail(rules);
  return AllowRules::build(std::move(*rules), kEntities, today);
}
std::string mistake(const std::string& body) {
  const Result<AllowRules> rules = build(body);
  return rules ? "none" : rules.error().message;
}

constexpr std::string_view kRecord =
    R"({"source":"wiki","meta":{"set":"forum a"},"messages":[{"text":"ann@example.com"},{"a/b":"bob@mail.example.org"}],)"
    R"("x":"h"})";

// A finding at a pointer of kRecord; "" is the record itself.
struct Finding {
  std::string_view entity = "EMAIL_ADDRESS";
  std::string_view value = "ann@example.com";
  std::string pointer = "/messages/0/text";
};

bool fits(const AllowRules& rules, const Finding& finding) {
  RecordReader reader;
  Record record;
  EXPECT_TRUE(reader.read(RecordFormat::kJson, kRecord, {.every_leaf = true}, record).ok());
  AllowQuestion question{finding.entity, finding.value, record, {}, 1};
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    if (record.fields[i].kind() == FieldKind::kString && pointer_of(record, FieldIndex{i}) == finding.pointer)
      question.field = FieldIndex{i};
  }
  EXPECT_EQ(question.field.has_value(), !finding.pointer.empty()) << finding.pointer;
  AllowScratch scratch;
  return rules.fits(0, question, scratch);
}

struct Case {
  const char* rule;
  bool fits;
  Finding finding = {};
};

const Case kCases[] = {
    // Entity.
    {"entity = 'EMAIL_ADDRESS'", true},
    {"entity = ['PERSON', 'EMAIL_ADDRESS']", true},
    {"entity = 'PERSON'", false},
    // Domain: it and what is below it.
    {"domain = 'example.com'", true},
    {"domain = '@Example.COM'", true},
    {"domain = ['example.net', 'example.com']", true},
    {"domain = 'ample.com'", false},
    {"domain = 'com'", true},
    {"domain = 'mail.example.com'", false},
    {"domain = 'example.org'", true, {.value = "bob@mail.example.org"}},
    {"domain = 'example.org'", true, {.entity = "URL", .value = "https://ann@www.EXAMPLE.org:80/x@example.com?y"}},
    {"domain = 'example.org'", false, {.entity = "URL", .value = "https://example.org@example.com/"}},
    {"domain = 'example.org'", true, {.entity = "URL", .value = "www.example.org."}},
    {"domain = 'example.org'", false, {.entity = "PERSON", .value = "example"}},
    {"domain = 'example.org'", false, {.entity = "PRIVATE_MESSAGE", .value = "", .pointer = ""}},
    // Value: the whole of it.
    {"value = '.*@example[.]com'", true},
    {"value = 'ann'", false},
    {"value = ['x', '[a-z]+@.*']", true},
    {"value = '.*'", false, {.entity = "PRIVATE_MESSAGE", .value = "", .pointer = ""}},
    // Pointer: it and what is below it.
    {"pointer = '/messages/0/text'", true},
    {"pointer = '/messages'", true},
    {"pointer = '/messages/*/text'", true},
    {"pointer = '/messages/1'", false},
    {"pointer = '/messages/0/text/x'", false},
    {"pointer = ''", true},
    {"pointer = '/messages/1/a~1b'", true, {.pointer = "/messages/1/a~1b"}},
    {"pointer = '/messages'", false, {.entity = "PRIVATE_MESSAGE", .value = "", .pointer = ""}},
    {"pointer = ''", true, {.entity = "PRIVATE_MESSAGE", .value = "", .pointer = ""}},
    // Source.
    {"source = 'wiki'", true},
    {"source = 'wik'", false},
    {"source = 'forum a'\nsource-field = '/meta/set'", true},
    {"source = 'wiki'\nsource-field = '/meta/set'", false},
    {"source = 'wiki'\nsource-field = '/none'", false},
    {"source = 'h'\nsource-field = '/x'", true},
    {"source = 'wiki'", true, {.entity = "PRIVATE_MESSAGE", .value = "", .pointer = ""}},
    // Every key must fit.
    {"entity = 'EMAIL_ADDRESS'\ndomain = 'example.com'\nsource = 'wiki'\npointer = '/messages'", true},
    {"entity = 'EMAIL_ADDRESS'\ndomain = 'example.com'\nsource = 'books'\npointer = '/messages'", false},
};

TEST(Allow, FitsWhatEveryKeySays) {
  for (const Case& c : kCases) {
    const Result<AllowRules> rules = build(c.rule);
    ASSERT_TRUE(rules.has_value()) << c.rule << ": " << rules.error().message;
    EXPECT_EQ(fits(*rules, c.finding), c.fits) << c.rule << " on " << c.finding.value << " at " << c.finding.pointer;
  }
}

TEST(Allow, APathIsOneOfItsPatterns) {
  const Result<AllowRules> rules = build("path = ['tests/', '*.md']");
  ASSERT_TRUE(rules.has_value());
  EXPECT_TRUE(rules->fits_path(0, "a/b.md"));
  EXPECT_TRUE(rules->fits_path(0, "tests/x.jsonl"));
  EXPECT_FALSE(rules->fits_path(0, "src/x.jsonl"));
  const Result<AllowRules> any = build("entity = 'PERSON'");
  ASSERT_TRUE(any.has_value());
  EXPECT_TRUE(any->fits_path(0, "src/x.jsonl"));
}

TEST(Allow, TheLastDayCounts) {
  const std::string rule = "entity = 'PERSON'\nexpires = 2026-01-31";
  EXPECT_FALSE(build(rule, "2026-01-31")->is_over(0));
  EXPECT_TRUE(build(rule, "2026-02-01")->is_over(0));
  EXPECT_TRUE(build("entity = 'PERSON'\nexpires = '2025-12-31'")->is_over(0));
  EXPECT_FALSE(build("entity = 'PERSON'")->is_over(0));
}

// Of a record with many findings the source is looked for once.
TEST(Allow, ReadsTheSourceOfEachRecordOnce) {
  const Result<AllowRules> rules = build("source = 'a'");
  ASSERT_TRUE(rules.has_value());
  AllowScratch scratch;
  RecordReader first, second;
  Record a, b;
  ASSERT_TRUE(first.read(RecordFormat::kJson, R"({"source":"a"})", {.every_leaf = true}, a).ok());
  ASSERT_TRUE(second.read(RecordFormat::kJson, R"({"source":"b"})", {.every_leaf = true}, b).ok());
  EXPECT_TRUE(rules->fits(0, {"PERSON", "x", a, {}, 1}, scratch));
  EXPECT_TRUE(rules->fits(0, {"PERSON", "x", b, {}, 1}, scratch)) << "it is the record of before";
  EXPECT_FALSE(rules->fits(0, {"PERSON", "x", b, {}, 2}, scratch));
  EXPECT_TRUE(rules->needs_every_leaf());
}

TEST(Allow, NamesTheKeyThatIsWrong) {
  EXPECT_EQ(mistake("entity = 'EMAIL'"), R"(p.toml:3: unknown entity "EMAIL")");
  EXPECT_EQ(mistake("entity = 'EMAIL_ADRESS'"),
            R"(p.toml:3: unknown entity "EMAIL_ADRESS"; did you mean "EMAIL_ADDRESS"?)");
  EXPECT_EQ(mistake("value = '('"), R"(p.toml:3: "value": missing ): ()");
  EXPECT_EQ(mistake("\npointer = 'messages'").substr(0, 19), R"(p.toml:4: "pointer")");
  EXPECT_EQ(mistake("source = 'a'\nsource-field = 'a'").substr(0, 24), R"(p.toml:1: "source-field")");
}

}  // namespace
}  // namespace privet
