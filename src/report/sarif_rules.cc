#include "report/sarif_rules.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace privet {
namespace {

// Code scanning takes 1,024 characters of a text; the rest of a help text needs 300.
constexpr std::size_t kLongestDescription = 500;
constexpr std::size_t kLongestSource = 200;

constexpr std::string_view kAbout =
    "A finding is evidence, not a determination. This report holds no value; to see it where the file is: "
    "privet scan --show-values --record FILE:LINE. To accept it: privet baseline add ID --reason '...', with the "
    "baseline id of the finding's message.";
constexpr std::string_view kAboutMarkdown =
    "A finding is evidence, not a determination. This report holds no value.\n\n"
    "* To see it where the file is: `privet scan --show-values --record FILE:LINE`\n"
    "* To accept it: `privet baseline add ID --reason '...'`, with the baseline id of the finding's message\n"
    "* To mask it: `privet redact FILE -o CLEAN`";

std::string_view precision_of(std::string_view strength) {
  if (strength == "validated") return "high";
  return strength == "weak" ? "low" : "medium";
}

struct Ranks {
  std::string_view level, problem, security;
};

// GitHub calls a security-severity of 7.0 and more high, of 4.0 medium.
Ranks ranks_of(Severity severity) {
  switch (severity) {
    case Severity::kLow:
      return {"note", "recommendation", "3.0"};
    case Severity::kMedium:
      return {"warning", "warning", "5.0"};
    case Severity::kHigh:
      return {"error", "error", "8.0"};
  }
  return {};
}

std::string cut(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string(text);
  return std::string(text.substr(0, previous_utf8(text, longest))) + "…";
}

// "email.address" to "EmailAddress": how SARIF wants a name beside the id.
std::string pascal_case(std::string_view id) {
  std::string out;
  bool start = true;
  for (const char c : id) {
    const bool small = c >= 'a' && c <= 'z';
    if (!small && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
      start = true;
      continue;
    }
    out.push_back(start && small ? static_cast<char>(c - 'a' + 'A') : c);
    start = false;
  }
  return out;
}

void text_member(std::string_view name, const std::string& text, JsonWriter& json) {
  json.key(name), json.begin_object();
  json.member("text", text);
  json.end_object();
}

}  // namespace

std::string_view sarif_level(Severity severity) { return ranks_of(severity).level; }

std::string sarif_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '{' || c == '}') out.push_back(c);
    if (c == '[' || c == ']' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

void write_sarif_rule(const RuleSet& rules, std::string_view id, std::string_view entity, std::string_view strength,
                      JsonWriter& json) {
  const int at = rules.find_rule(id);
  const Rule* rule = at < 0 ? nullptr : &rules.rules()[static_cast<std::size_t>(at)];
  std::string what = rule == nullptr ? std::string() : cut(rule->description, kLongestDescription);
  if (what.empty()) what = fmt::format("{} by the rule {}.", entity, id);
  const std::string source = rule == nullptr || rule->source.empty() ? "" : cut(rule->source, kLongestSource);
  const Ranks ranks = ranks_of(severity_of(entity, strength));

  json.begin_object();
  json.member("id", id);
  json.member("name", pascal_case(id));
  text_member("shortDescription", fmt::format("{} ({}).", entity, id), json);
  text_member("fullDescription", what, json);
  json.key("defaultConfiguration"), json.begin_object();
  json.member("level", ranks.level);
  json.end_object();
  json.key("help"), json.begin_object();
  json.member("text", source.empty() ? fmt::format("{} {}", what, kAbout)
                                     : fmt::format("{} Source: {}. {}", what, source, kAbout));
  json.member("markdown", source.empty() ? fmt::format("{}\n\n{}", what, kAboutMarkdown)
                                         : fmt::format("{}\n\nSource: {}.\n\n{}", what, source, kAboutMarkdown));
  json.end_object();
  json.key("properties"), json.begin_object();
  json.key("tags"), json.begin_array();
  json.string("security"), json.string("privacy"), json.string(entity);
  json.end_array();
  json.member("precision", precision_of(strength));
  json.member("problem.severity", ranks.problem);
  json.member("security-severity", ranks.security);
  json.end_object();
  json.end_object();
}

}  // namespace privet
