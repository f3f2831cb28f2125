// SARIF as code scanning takes it: exact places, names of any bytes, nothing
// of a value, and numbers that are right where results are left out.
#include "report/sarif.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "record/json_read.h"

namespace privet {
namespace {

CheckFinding finding_of(const char* rule, const char* entity, const char* strength) {
  CheckFinding out;
  out.file = "x/a.jsonl";
  out.line = 12, out.column = 5, out.end_line = 12, out.end_column = 19;
  out.pointer = "/text";
  out.rule = rule, out.entity = entity, out.strength = strength;
  out.score = 0.951, out.shape = "l{2}@l{7}.l{3}", out.fingerprint = "0123456789ab";
  return out;
}
CheckFinding address() { return finding_of("email.address", "EMAIL_ADDRESS", "validated"); }
CheckFinding message() { return finding_of("message.record", "PRIVATE_MESSAGE", "shaped"); }

RuleSet rules() {
  RuleSet out;
  Rule rule;
  rule.id = "email.address";
  rule.description = "An e-mail address: local part, @, [domain] of {1,63} letters.";
  rule.source = "RFC 5321 4.1.2";
  out.add(rule, "EMAIL_ADDRESS");
  return out;
}

struct Report {
  JsonValue document;
  std::string text;

  [[nodiscard]] const JsonValue& run() const { return (*document.find("runs")->array())[0]; }
  [[nodiscard]] const JsonValue::Array& results() const { return *run().find("results")->array(); }
  [[nodiscard]] const JsonValue& driver() const { return *run().find("tool")->find("driver"); }
  [[nodiscard]] const JsonValue& properties() const { return *run().find("properties"); }
};

Report written(const std::vector<CheckFinding>& findings, const SarifLimits& limits = {}, bool complete = true,
               std::span<const SarifCount> counts = {}) {
  const RuleSet known = rules();
  Report out;
  std::string part;
  SarifWriter writer({.version = "1.2.3", .rules_digest = "sha256:00"}, known, part, limits);
  for (const CheckFinding& finding : findings) {
    out.text += std::exchange(part, {});  // it may be emptied at any time
    writer.add(finding);
  }
  writer.finish(complete, counts);
  out.text += part;
  Result<JsonValue> document = parse_json(out.text, "report");
  EXPECT_TRUE(document.has_value()) << document.error().message << out.text;
  out.document = std::move(*document);
  return out;
}

std::string text(const JsonValue& object, std::string_view key) { return std::string(object.get_string(key).value()); }
const JsonValue& location(const JsonValue& result) {
  return *(*result.find("locations")->array())[0].find("physicalLocation");
}
std::string uri(const JsonValue& result) { return text(*location(result).find("artifactLocation"), "uri"); }
std::string said(const JsonValue& result) { return text(*result.find("message"), "text"); }
std::string hash(const JsonValue& result) {
  return text(*result.find("partialFingerprints"), "primaryLocationLineHash");
}

TEST(Sarif, IsOneRunOfVersion210) {
  const Report report = written({});
  EXPECT_EQ(text(report.document, "version"), "2.1.0");
  EXPECT_EQ(text(report.document, "$schema"), "https://json.schemastore.org/sarif-2.1.0.json");
  EXPECT_EQ(report.document.find("runs")->array()->size(), 1U);
  EXPECT_TRUE(report.results().empty());
  EXPECT_EQ(text(report.run(), "columnKind"), "unicodeCodePoints");
  EXPECT_EQ(text(*report.run().find("automationDetails"), "id"), "privet/");
  EXPECT_EQ(text(report.driver(), "name"), "privet");
  EXPECT_EQ(text(report.driver(), "version"), "1.2.3");
  EXPECT_EQ(text(*report.driver().find("properties"), "rulesDigest"), "sha256:00");
  EXPECT_EQ(report.driver().find("informationUri"), nullptr);
  const JsonValue& invocation = (*report.run().find("invocations")->array())[0];
  EXPECT_TRUE(invocation.get_bool("executionSuccessful").value());
  EXPECT_EQ(invocation.find("toolExecutionNotifications"), nullptr);
}

TEST(Sarif, GivesTheExactPlaceInTheRawLines) {
  CheckFinding finding = address();
  finding.line = 3'000'000'000, finding.column = 7, finding.end_line = 3'000'000'001, finding.end_column = 2;
  const Report report = written({finding});
  const JsonValue& region = *location(report.results().at(0)).find("region");
  EXPECT_EQ(region.get_uint("startLine").value(), 3'000'000'000U);
  EXPECT_EQ(region.get_uint("startColumn").value(), 7U);
  EXPECT_EQ(region.get_uint("endLine").value(), 3'000'000'001U);
  EXPECT_EQ(region.get_uint("endColumn").value(), 2U);
  EXPECT_EQ(region.object()->size(), 4U) << "no snippet";
}

TEST(Sarif, NamesFilesOfAnyBytes) {
  CheckFinding odd = address(), absolute = address();
  odd.file = "a b\n\xFF:%.jsonl";
  absolute.file = "/srv/x.jsonl";
  const Report report = written({odd, absolute});
  EXPECT_EQ(uri(report.results().at(0)), "a%20b%0A%FF%3A%25.jsonl");
  EXPECT_EQ(text(*location(report.results()[0]).find("artifactLocation"), "uriBaseId"), "%SRCROOT%");
  EXPECT_EQ(uri(report.results().at(1)), "file:///srv/x.jsonl");
  EXPECT_EQ(location(report.results()[1]).find("artifactLocation")->find("uriBaseId"), nullptr);
}

TEST(Sarif, TellsNothingOfAValueNorOfItsLine) {
  const Report report = written({address()});
  EXPECT_EQ(report.text.find("snippet"), std::string::npos);
  EXPECT_EQ(report.text.find("5ec2e7"), std::string::npos) << "a hash of the line is a hash of the value";
  EXPECT_EQ(said(report.results().at(0)),
            "EMAIL_ADDRESS in '/text' (the value is not shown). Baseline id: 0123456789ab.");
  EXPECT_EQ(text(*report.results()[0].find("properties"), "shape"), "l{2}@l{7}.l{3}");
}

TEST(Sarif, FingerprintsAreBaselineIdsAndWhichTimeTheFileHoldsThem) {
  CheckFinding moved = address(), other = address(), elsewhere = address();
  moved.line = 99;
  other.fingerprint = "ba9876543210";
  elsewhere.file = "y.jsonl";
  const Report report = written({address(), other, moved, elsewhere});
  EXPECT_EQ(hash(report.results().at(0)), "0123456789ab:1");
  EXPECT_EQ(hash(report.results().at(1)), "ba9876543210:1");
  EXPECT_EQ(hash(report.results().at(2)), "0123456789ab:2");
  EXPECT_EQ(hash(report.results().at(3)), "0123456789ab:1");
}

// What would be places for arguments, or links, in a SARIF message is neither.
TEST(Sarif, EscapesMessages) {
  CheckFinding finding = address();
  finding.pointer = "/{key 2}/[a](b)/\\/\xC3\xA9\n";
  EXPECT_EQ(said(written({finding}).results().at(0)),
            "EMAIL_ADDRESS in '/{{key 2}}/\\[a\\](b)/\\\\/é?' (the value is not shown). Baseline id: 0123456789ab.");
}

TEST(Sarif, DescribesTheRulesThatFoundSomething) {
  const Report report = written({message(), address(), message(), finding_of("acme.id", "ACME", "weak")});
  const JsonValue::Array& all = *report.driver().find("rules")->array();
  ASSERT_EQ(all.size(), 3U);
  for (const JsonValue& result : report.results()) {
    EXPECT_EQ(text(all.at(result.get_uint("ruleIndex").value()), "id"), text(result, "ruleId"));
  }
  const JsonValue& rule = all[1];
  EXPECT_EQ(text(rule, "name"), "EmailAddress");
  EXPECT_EQ(text(*rule.find("fullDescription"), "text"),
            "An e-mail address: local part, @, [domain] of {1,63} letters.");
  EXPECT_NE(text(*rule.find("help"), "text").find("Source: RFC 5321 4.1.2."), std::string::npos);
  EXPECT_NE(text(*rule.find("help"), "markdown").find("`privet baseline add ID --reason '...'`"), std::string::npos);
  EXPECT_EQ(text(*all[2].find("fullDescription"), "text"), "ACME by the rule acme.id.") << "a rule nobody described";

  const char* const ranks[3][4] = {{"error", "error", "8.0", "medium"},
                                   {"warning", "warning", "5.0", "high"},
                                   {"note", "recommendation", "3.0", "low"}};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(text(*all[i].find("defaultConfiguration"), "level"), ranks[i][0]);
    const JsonValue& properties = *all[i].find("properties");
    EXPECT_EQ(text(properties, "problem.severity"), ranks[i][1]);
    EXPECT_EQ(text(properties, "security-severity"), ranks[i][2]);
    EXPECT_EQ(text(properties, "precision"), ranks[i][3]);
    EXPECT_EQ(properties.find("tags")->array()->size(), 3U);
  }
  EXPECT_EQ(text(report.results()[0], "level"), "error");
  CheckFinding reserved = address();
  reserved.reserved = true;
  EXPECT_EQ(text(written({reserved}).results().at(0), "level"), "note");
}

// Code scanning takes 1,024 characters of each.
TEST(Sarif, CutsLongDescriptions) {
  RuleSet known;
  Rule rule;
  rule.id = "acme.id";
  rule.description = "x";  // so that no character begins at an even place
  for (int i = 0; i < 1000; ++i) rule.description += "é", rule.source += "[";
  known.add(rule, "ACME");
  std::string out;
  SarifWriter writer({}, known, out);
  writer.add(finding_of("acme.id", "ACME", "weak"));
  writer.finish(true, {});
  const JsonValue document = parse_json(out, "report").value();
  const JsonValue& described =
      (*(*document.find("runs")->array())[0].find("tool")->find("driver")->find("rules")->array())[0];
  EXPECT_LE(text(*described.find("fullDescription"), "text").size(), 1024U);
  EXPECT_LE(text(*described.find("help"), "text").size(), 1024U);
}

TEST(Sarif, SaysWhatWasNotScanned) {
  const SarifCount counts[] = {{"findingsInBaseline", 7}, {"recordsWithheld", 2}};
  const Report report = written({address()}, {}, false, counts);
  const JsonValue& invocation = (*report.run().find("invocations")->array())[0];
  EXPECT_EQ(invocation.find("toolExecutionNotifications")->array()->size(), 1U);
  EXPECT_FALSE(report.properties().get_bool("complete").value());
  EXPECT_EQ(report.properties().get_uint("findingsInBaseline").value(), 7U);
  EXPECT_EQ(report.properties().get_uint("recordsWithheld").value(), 2U);
}

// "And N more …" to N.
std::uint64_t more_in(const JsonValue& result) {
  const std::string message = said(result);
  return message.starts_with("And ") ? std::stoull(message.substr(4)) : 0;
}

TEST(Sarif, CountsWhatIsTooMuchByRuleAndFile) {
  std::vector<CheckFinding> findings;
  for (const char* file : {"a", "b", "c"}) {
    for (std::uint64_t line = 1; line <= 10; ++line) {
      findings.push_back(address());
      findings.push_back(finding_of("phone.us", "PHONE_NUMBER", "validated"));
      for (auto* finding : {&findings.back(), &findings.back() - 1}) finding->file = file, finding->line = line;
    }
  }
  const Report report = written(findings, {.full = 9, .full_for_errors = 2});
  ASSERT_EQ(report.results().size(), 7U + 6U);
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(more_in(report.results()[i]), 0U);
  const JsonValue& first = report.results()[7];
  EXPECT_EQ(said(first),
            "And 7 more of this rule in this file, the first of them here: a report for code scanning "
            "holds no more.");
  EXPECT_EQ(text(first, "ruleId"), "phone.us");
  findings.erase(findings.begin() + 19);
  EXPECT_EQ(hash(written(findings, {.full = 9, .full_for_errors = 2}).results().at(7)), hash(first))
      << "another number, the same alert";
  EXPECT_EQ(uri(first), "a");
  EXPECT_EQ(location(first).find("region")->get_uint("startLine").value(), 4U);
  std::map<std::string, std::uint64_t> by_rule;
  std::set<std::string> places;
  for (const JsonValue& result : report.results()) {
    by_rule[text(result, "ruleId")] += std::max<std::uint64_t>(more_in(result), 1);
    if (more_in(result) > 0) places.insert(text(result, "ruleId") + uri(result) + hash(result));
  }
  EXPECT_EQ(places.size(), 6U);
  const JsonValue& exact = *report.properties().find("findingsByRule");
  for (const char* rule : {"email.address", "phone.us"}) {
    EXPECT_EQ(by_rule[rule], 30U);
    EXPECT_EQ(exact.get_uint(rule).value(), 30U);
  }
  EXPECT_EQ(report.properties().get_uint("findings").value(), 60U);
  EXPECT_EQ(report.properties().get_uint("resultsOfOneFinding").value(), 7U);
}

TEST(Sarif, KeepsPlacesForErrors) {
  std::vector<CheckFinding> findings(50, address());
  findings.push_back(message());
  findings.push_back(message());
  findings.push_back(message());
  const Report report = written(findings, {.full = 10, .full_for_errors = 2});
  std::vector<std::uint64_t> messages;
  for (const JsonValue& result : report.results()) {
    if (text(result, "ruleId") == "message.record") messages.push_back(more_in(result));
  }
  EXPECT_EQ(messages, (std::vector<std::uint64_t>{0, 0, 1}));
}

// However many files and rules there are, and however long their names: no
// finding is lost from the numbers.
TEST(Sarif, NeverWritesMoreThanCodeScanningTakes) {
  constexpr SarifLimits kSmall = {.full = 5, .full_for_errors = 0, .more_by_file = 4, .more_by_rule = 3};
  std::vector<CheckFinding> findings;
  for (int file = 0; file < 20; ++file) {
    for (int rule = 0; rule < 10; ++rule) {
      const std::string id = "rule." + std::to_string((rule + file) % 10);
      findings.push_back(finding_of(id.c_str(), "ACME", "shaped"));
      findings.back().file = "f" + std::to_string(file);
    }
  }
  const auto total = [](const Report& report) {
    std::uint64_t out = 0;
    for (const JsonValue& result : report.results()) out += std::max<std::uint64_t>(more_in(result), 1);
    return out;
  };
  const Report report = written(findings, kSmall);
  EXPECT_EQ(report.results().size(), 5U + 4U + 3U);
  EXPECT_EQ(total(report), 200U);
  EXPECT_NE(said(report.results().back()).find("of several rules in several files"), std::string::npos);
  EXPECT_NE(said(report.results()[9]).find("of this rule in several files"), std::string::npos);

  const Report long_names = written(findings, {.full_bytes = 1, .more_file_bytes = 3});
  EXPECT_EQ(long_names.results().size(), 1U + 1U + 10U) << "one, one of a short name, one a rule";
  EXPECT_EQ(total(long_names), 200U);

  constexpr SarifLimits kReal;
  EXPECT_LE(kReal.full + kReal.more_by_file + kReal.more_by_rule, 5'000U);
  std::string name(4'000, '\xFF');  // 12,000 as a URI
  std::vector<CheckFinding> many(20'000, address());
  for (std::size_t i = 0; i < many.size(); ++i) many[i].file = name + std::to_string(i);
  const Report large = written(many);
  EXPECT_LE(large.results().size(), 5'000U);
  EXPECT_LT(large.text.size(), 10'000'000U) << "10 MB, and that is compressed";
  EXPECT_EQ(total(large), many.size());
}

}  // namespace
}  // namespace privet
