// privet config show|schema: what is set, and by whom; what a file may set.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/baseline_file.h"
#include "cli/config_schema.h"
#include "cli/scan_run.h"
#include "cli/verbs.h"
#include "input/source.h"
#include "record/json_write.h"
#include "report/finding_message.h"

namespace privet {
namespace {

// A TOML string on one line; what JSON escapes, TOML does too, and U+007F besides.
std::string quoted(const std::string& text) {
  std::string json;
  escape_json(as_utf8(text), json);
  std::string out = "\"";
  for (const char c : json) out += c == '\x7F' ? std::string("\\u007f") : std::string(1, c);
  return out + "\"";
}

std::string toml_value(const SettingInForce& setting) {
  if (setting.form == ValueForm::kFlag || setting.form == ValueForm::kNumber) return setting.values.front();
  if (setting.form == ValueForm::kText) return quoted(setting.values.front());
  std::string out;
  for (const std::string& value : setting.values) out += (out.empty() ? "" : ", ") + quoted(value);
  return "[" + out + "]";
}

std::string origin_text(const SettingInForce& setting) {
  if (setting.origin == Origin::kTyped) return "typed";
  return setting.origin == Origin::kDefault ? "default" : setting.where;
}

// "key = value" behind which its origin stands, in a column.
std::string line_of(const std::string& what, const std::string& origin) {
  constexpr std::size_t kColumn = 50;
  return one_line(fmt::format("{:<{}} # {}", what, kColumn, origin)) + "\n";
}

// A table of allow rules as comments; each as it is written, on one line.
std::string allow_text(const AllowRule& rule, const std::string& day) {
  std::string what = "# allow";
  const std::pair<const char*, const AllowTest*> tests[] = {{"entity", &rule.entity},   {"domain", &rule.domain},
                                                            {"value", &rule.value},     {"path", &rule.path},
                                                            {"pointer", &rule.pointer}, {"source", &rule.source}};
  for (const auto& [key, test] : tests) {
    if (test->any_of.empty()) continue;
    what += fmt::format(" {}=", key);
    for (const std::string& text : test->any_of) what += (&text == test->any_of.data() ? "" : ",") + quoted(text);
  }
  std::string origin = rule.place + ": " + rule.reason;
  if (!rule.expires.empty()) origin += (rule.expires < day ? "; expired " : "; until ") + rule.expires;
  return line_of(what, origin);
}

// Also valid as a privet.toml: defaults and allow rules are comments.
std::string as_text(const Options& o, const std::string& day) {
  std::string out = "# " + o.shown.verb;
  out += o.shown.config.empty() ? ", without a configuration file\n"
                                : ", configured by " + printable_path(o.shown.config) + "\n";
  for (const SettingInForce& setting : o.shown.settings) {
    const std::string origin = origin_text(setting);
    if (setting.origin == Origin::kDefault) {
      out += line_of("# " + setting.key + ": " + (setting.otherwise.empty() ? "none" : setting.otherwise), origin);
    } else {
      out += line_of(setting.key + " = " + toml_value(setting), origin);
    }
  }
  for (const AllowRule& rule : o.shown.allow) out += allow_text(rule, day);
  return out;
}

void write_value(JsonWriter& json, const SettingInForce& setting) {
  json.key("value");
  if (setting.form == ValueForm::kFlag) {
    json.boolean(!setting.values.empty() && setting.values.front() == "true");
  } else if (setting.form == ValueForm::kNumber) {
    json.raw(setting.values.front());
  } else if (setting.origin == Origin::kDefault) {
    if (setting.otherwise.empty()) return json.null();
    json.string(setting.otherwise);
  } else if (setting.form == ValueForm::kText) {
    json.string(as_utf8(setting.values.front()));
  } else {
    json.begin_array();
    for (const std::string& value : setting.values) json.string(as_utf8(value));
    json.end_array();
  }
}

std::string as_json(const Options& o) {
  std::string out;
  for (const SettingInForce& setting : o.shown.settings) {
    JsonWriter json(out);
    json.begin_object();
    json.member("verb", o.shown.verb);
    json.member("key", setting.key);
    write_value(json, setting);
    json.member("origin", origin_name(setting.origin));
    json.member("where", as_utf8(setting.where));
    json.end_object();
    out.push_back('\n');
  }
  return out;
}

}  // namespace

ExitCode run_config_verb(const Options& o) {
  std::string out;
  if (o.verb == Verb::kConfigSchema) {
    out = config_schema(describe_options());
  } else if (o.as_json) {
    out = as_json(o);
  } else {
    const Result<std::string> day = today();
    if (!day) return complain(day.error());
    out = as_text(o, *day);
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return ExitCode::kDone;
}

}  // namespace privet
