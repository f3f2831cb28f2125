#include "report/sarif.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "report/finding_message.h"
#include "report/sarif_rules.h"
#include "report/uri.h"

namespace privet {
namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::size_t kNoRule = std::numeric_limits<std::size_t>::max();
// Of the files that are named relative to it: where privet was run, which must be the root of the repository.
constexpr std::string_view kRoot = "%SRCROOT%";

void text_member(std::string_view name, std::string_view text, JsonWriter& json) {
  json.key(name), json.begin_object();
  json.member("text", text);
  json.end_object();
}

template <class Region>
void write_location(std::string_view file, const Region& at, JsonWriter& json) {
  std::string uri;
  append_uri(file, uri);
  json.key("locations"), json.begin_array();
  json.begin_object();
  json.key("physicalLocation"), json.begin_object();
  json.key("artifactLocation"), json.begin_object();
  json.member("uri", uri);
  if (file.substr(0, 1) != "/") json.member("uriBaseId", kRoot);
  json.end_object();
  json.key("region"), json.begin_object();
  json.member("startLine", at.line), json.member("startColumn", at.column);
  json.member("endLine", at.end_line), json.member("endColumn", at.end_column);
  json.end_object();
  json.end_object();
  json.end_object();
  json.end_array();
}

void write_fingerprint(std::string_view id, JsonWriter& json) {
  json.key("partialFingerprints"), json.begin_object();
  json.member("primaryLocationLineHash", id);
  json.end_object();
}

}  // namespace

SarifWriter::SarifWriter(const SarifTool& tool, const RuleSet& rules, std::string& out, const SarifLimits& limits)
    : rules_(rules), out_(out), limits_(limits), version_(tool.version), digest_(tool.rules_digest) {
  JsonWriter json(out_);
  json.begin_object();
  json.member("$schema", kSchema);
  json.member("version", "2.1.0");
  json.key("runs"), json.begin_array();
  json.begin_object();
  json.member("columnKind", "unicodeCodePoints");
  json.key("automationDetails"), json.begin_object();
  json.member("id", "privet/");
  json.end_object();
  json.key("originalUriBaseIds"), json.begin_object();
  json.key(kRoot), json.begin_object();
  text_member("description", "The folder that privet was run in: the root of the repository.", json);
  json.end_object();
  json.end_object();
  json.key("results"), json.begin_array();
}

std::size_t SarifWriter::use_rule(const CheckFinding& finding) {
  const auto known = used_by_id_.find(finding.rule);
  const std::size_t rule = known == used_by_id_.end() ? used_.size() : known->second;
  if (rule == used_.size()) {
    used_by_id_.emplace(finding.rule, rule);
    used_.push_back({finding.rule, finding.entity, finding.strength, severity_of(finding.entity, finding.strength)});
  }
  ++used_[rule].findings;
  ++findings_;
  return rule;
}

bool SarifWriter::has_room(Severity severity) const {
  const std::size_t kept = severity == Severity::kHigh ? 0 : limits_.full_for_errors;
  return full_ + kept < limits_.full && full_bytes_ < limits_.full_bytes;
}

void SarifWriter::add(const CheckFinding& finding) {
  const std::size_t rule = use_rule(finding);
  const Severity severity = finding.reserved ? Severity::kLow : used_[rule].severity;
  if (!has_room(severity)) return count_only(rule, finding);
  const std::size_t before = out_.size();
  JsonWriter json(out_);
  begin_result(json);
  write_full(rule, finding, json);
  ++full_;
  full_bytes_ += out_.size() - before;
}

// The first "and N more" of a rule in a file takes a place of its own; where
// there is none left, the rule has one for all its files, and where rules
// themselves are too many, the last such place is for all of them.
void SarifWriter::count_only(std::size_t rule, const CheckFinding& finding) {
  if (finding.file != file_) {
    file_ = finding.file;
    more_of_file_.clear();
  }
  const Region at = {finding.line, finding.column, finding.end_line, finding.end_column};
  const auto known = more_of_file_.find(rule);
  if (known != more_of_file_.end()) {
    ++more_[known->second].count;
    return;
  }
  if (more_by_file_ < limits_.more_by_file && more_file_bytes_ + file_.size() <= limits_.more_file_bytes) {
    ++more_by_file_;
    more_file_bytes_ += file_.size();
    more_of_file_.emplace(rule, more_.size());
    more_.push_back({rule, file_, at, 1, "of this rule in this file"});
    return;
  }
  const bool last = more_of_rule_.size() + 1 >= limits_.more_by_rule;
  const auto shared = more_of_rule_.find(last && more_of_rule_.count(rule) == 0 ? kNoRule : rule);
  if (shared != more_of_rule_.end()) {
    ++more_[shared->second].count;
    return;
  }
  more_of_rule_.emplace(last ? kNoRule : rule, more_.size());
  more_.push_back({rule, file_, at, 1, last ? "of several rules in several files" : "of this rule in several files"});
}

void SarifWriter::begin_result(JsonWriter& json) {
  if (any_result_) out_ += ",";
  out_ += "\n";
  any_result_ = true;
  json.begin_object();
}

void SarifWriter::write_full(std::size_t rule, const CheckFinding& finding, JsonWriter& json) {
  json.member("ruleId", finding.rule);
  json.member("ruleIndex", rule);
  json.member("level", sarif_level(finding.reserved ? Severity::kLow : used_[rule].severity));
  text_member("message", sarif_text(as_utf8(finding_message(finding))), json);
  write_location(finding.file, finding, json);
  write_fingerprint(fmt::format("{}:{}", finding.fingerprint, ids_.times(finding.file, finding.fingerprint)), json);
  json.key("properties"), json.begin_object();
  json.member("entity", finding.entity);
  json.member("strength", finding.strength);
  json.member("score", std::round(finding.score * 100) / 100);
  json.member("shape", finding.shape);
  if (!finding.region.empty()) json.member("region", finding.region);
  json.end_object();
  json.end_object();
}

void SarifWriter::write_more(const More& more, JsonWriter& json) const {
  const Used& rule = used_[more.rule];
  json.member("ruleId", rule.id);
  json.member("ruleIndex", more.rule);
  json.member("level", sarif_level(rule.severity));
  text_member("message",
              fmt::format("And {} more {}, the first of them here: a report for code scanning holds no more.",
                          more.count, more.where),
              json);
  write_location(more.file, more.first, json);
  // The same in the next run, whatever the number is then.
  write_fingerprint(fmt::format("more.{}:1", file_mark(more.file)), json);
  json.end_object();
}

void SarifWriter::write_tool(JsonWriter& json) const {
  json.key("tool"), json.begin_object();
  json.key("driver"), json.begin_object();
  json.member("name", "privet");
  json.member("version", version_);
  json.member("semanticVersion", version_);
  json.key("properties"), json.begin_object();
  json.member("rulesDigest", digest_);
  json.end_object();
  json.key("rules"), json.begin_array();
  for (const Used& rule : used_) write_sarif_rule(rules_, rule.id, rule.entity, rule.strength, json);
  json.end_array();
  json.end_object();
  json.end_object();
}

void SarifWriter::finish(bool complete, std::span<const SarifCount> counts) {
  for (const More& more : more_) {
    JsonWriter json(out_);
    begin_result(json);
    write_more(more, json);
  }
  out_ += "],\n";
  JsonWriter json(out_);
  write_tool(json);
  json.key("invocations"), json.begin_array();
  json.begin_object();
  json.member("executionSuccessful", true);
  if (!complete) {
    json.key("toolExecutionNotifications"), json.begin_array();
    json.begin_object();
    json.member("level", "warning");
    text_member("message", "Not everything was scanned; privet said on stderr what was not.", json);
    json.end_object();
    json.end_array();
  }
  json.end_object();
  json.end_array();
  json.key("properties"), json.begin_object();
  json.member("complete", complete);
  json.member("findings", findings_);
  json.member("resultsOfOneFinding", full_);
  for (const SarifCount& number : counts) json.member(number.name, number.count);
  json.key("findingsByRule"), json.begin_object();
  for (const auto& [id, rule] : used_by_id_) json.member(id, used_[rule].findings);
  json.end_object();
  json.end_object();
  json.end_object();
  json.end_array();
  json.end_object();
  out_ += "\n";
}

}  // namespace privet
