#include "report/gitlab.h"

#include "record/json_write.h"
#include "report/finding_message.h"
#include "report/severity.h"

namespace privet {
namespace {

std::string_view severity_name(const CheckFinding& finding) {
  if (finding.reserved) return "info";
  switch (severity_of(finding.entity, finding.strength)) {
    case Severity::kLow:
      return "minor";
    case Severity::kMedium:
      return "major";
    case Severity::kHigh:
      return "critical";
  }
  return "";
}

}  // namespace

void GitlabWriter::add(const CheckFinding& finding) {
  out_ += any_ ? ",\n" : "\n";
  any_ = true;
  JsonWriter json(out_);
  json.begin_object();
  json.member("description", as_utf8(finding_message(finding)));
  json.member("check_name", finding.rule);
  json.member("fingerprint", finding.fingerprint + '.' + file_mark(finding.file) + '.' +
                                 std::to_string(ids_.times(finding.file, finding.fingerprint)));
  json.member("severity", severity_name(finding));
  json.key("location"), json.begin_object();
  json.member("path", as_utf8(finding.file));
  json.key("lines"), json.begin_object();
  json.member("begin", finding.line);
  json.member("end", finding.end_line);
  json.end_object();
  json.end_object();
  json.end_object();
}

}  // namespace privet
