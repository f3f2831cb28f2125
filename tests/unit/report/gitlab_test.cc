// GitLab's report: the fields that are documented, and fingerprints that differ.
#include "report/gitlab.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "record/json_read.h"

namespace privet {
namespace {

CheckFinding address() {
  CheckFinding out;
  out.file = "x/a.jsonl";
  out.line = 12, out.column = 5, out.end_line = 13, out.end_column = 9;
  out.pointer = "/text";
  out.rule = "email.address", out.entity = "EMAIL_ADDRESS", out.strength = "validated";
  out.fingerprint = "0123456789ab";
  return out;
}

std::vector<JsonValue> written(const std::vector<CheckFinding>& findings) {
  std::string out;
  GitlabWriter writer(out);
  for (const CheckFinding& finding : findings) writer.add(finding);
  writer.finish();
  const Result<JsonValue> document = parse_json(out, "report");
  EXPECT_TRUE(document.has_value()) << document.error().message << out;
  EXPECT_NE(document->array(), nullptr);
  return *document->array();
}

std::string text(const JsonValue& object, std::string_view key) { return std::string(object.get_string(key).value()); }

TEST(Gitlab, WritesTheDocumentedFields) {
  const std::vector<JsonValue> all = written({address()});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(text(all[0], "description"),
            "EMAIL_ADDRESS in '/text' (the value is not shown). Baseline id: 0123456789ab.");
  EXPECT_EQ(text(all[0], "check_name"), "email.address");
  EXPECT_EQ(text(all[0], "severity"), "major");
  const JsonValue& location = **all[0].get_object("location");
  EXPECT_EQ(text(location, "path"), "x/a.jsonl");
  const JsonValue& lines = **location.get_object("lines");
  EXPECT_EQ(lines.get_uint("begin").value(), 12U);
  EXPECT_EQ(lines.get_uint("end").value(), 13U);
}

TEST(Gitlab, IsAnArrayWithoutFindings) { EXPECT_TRUE(written({}).empty()); }

TEST(Gitlab, HasOneFingerprintForEachFindingThatDoesNotDependOnItsLine) {
  CheckFinding again = address(), elsewhere = address(), other = address();
  again.line = 40;
  other.fingerprint = "ba9876543210";
  elsewhere.file = "y.jsonl";
  const std::vector<JsonValue> all = written({address(), again, other, elsewhere});
  std::set<std::string> fingerprints;
  for (const JsonValue& one : all) fingerprints.insert(text(one, "fingerprint"));
  EXPECT_EQ(fingerprints.size(), 4U);
  CheckFinding moved = address();
  moved.line = 7;
  EXPECT_EQ(text(written({moved})[0], "fingerprint"), text(all[0], "fingerprint"));
}

TEST(Gitlab, SaysHowSerious) {
  const struct {
    const char* entity;
    const char* strength;
    bool reserved;
    const char* severity;
  } cases[] = {
      {"PRIVATE_MESSAGE", "shaped", false, "critical"}, {"CREDIT_CARD", "validated", false, "critical"},
      {"US_PASSPORT", "shaped", false, "major"},        {"PHONE_NUMBER", "validated", false, "major"},
      {"US_PASSPORT", "weak", false, "minor"},          {"PERSON", "validated", false, "minor"},
      {"CREDIT_CARD", "validated", true, "info"},
  };
  for (const auto& c : cases) {
    CheckFinding finding = address();
    finding.entity = c.entity, finding.strength = c.strength, finding.reserved = c.reserved;
    EXPECT_EQ(text(written({finding})[0], "severity"), c.severity) << c.entity << ' ' << c.strength;
  }
}

TEST(Gitlab, TakesNamesOfAnyBytes) {
  CheckFinding finding = address();
  finding.file =
      "a b\n\xFF"
      "caf\xC3\xA9\x80\xE2\x82.txt";
  EXPECT_EQ(text(**written({finding})[0].get_object("location"), "path"),
            "a b\n\xEF\xBF\xBD"
            "caf\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.txt");
}

TEST(Gitlab, DescribesMessagesByTheirKind) {
  CheckFinding finding = address();
  finding.entity = "PRIVATE_MESSAGE", finding.message_class = "dm_1to1", finding.platform = "slack";
  finding.policy = "block", finding.embedded = true, finding.pointer = "", finding.score = 0.978;
  EXPECT_EQ(
      text(written({finding})[0], "description"),
      "PRIVATE_MESSAGE: 'dm_1to1', 'slack', probability 0.98, policy 'block', quoted in another text. Baseline id: "
      "0123456789ab.");
}

TEST(Gitlab, CutsLongPointersBetweenCharacters) {
  CheckFinding finding = address();
  finding.is_key = finding.reserved = true;
  finding.pointer = "/";
  for (int i = 0; i < 300; ++i) finding.pointer += "é";
  const std::string said = text(written({finding})[0], "description");
  EXPECT_EQ(said.find("EMAIL_ADDRESS in the key at '/éé"), 0U) << said;
  EXPECT_NE(said.find("éé…', reserved (the value"), std::string::npos) << said;
  EXPECT_LT(said.size(), 320U);
}

}  // namespace
}  // namespace privet
