#include "rule/allow_reader.h"

#include <memory>
#include <string>

#include "rule/toml_file.h"

namespace privet {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

AllowTest read_test(const TomlTable& table, std::string_view key) {
  if (!table.has(key)) return {};
  AllowTest test{.any_of = table.texts(key), .place = table.place(key)};
  if (test.any_of.empty()) table.mistake(key, "\"" + std::string(key) + "\" must name one at least");
  return test;
}

// As people write it: with the @ in front, or in capitals.
std::string tidy_domain(const TomlTable& table, std::string text) {
  if (text.starts_with('@')) text.erase(0, 1);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (text.empty() || text.starts_with('.') || text.ends_with('.') || text.find_first_of("@/:* ") != std::string::npos)
    table.mistake("domain", "\"domain\" must be a domain such as \"example.com\"; it stands for those below it, too");
  return text;
}

AllowRule read_rule(const TomlTable& table) {
  table.allow_keys(kAllowKeys);
  AllowRule rule{.reason = table.text("reason"),
                 .expires = table.day("expires"),
                 .entity = read_test(table, "entity"),
                 .domain = read_test(table, "domain"),
                 .value = read_test(table, "value"),
                 .path = read_test(table, "path"),
                 .pointer = read_test(table, "pointer"),
                 .source = read_test(table, "source"),
                 .source_field = table.text("source-field"),
                 .place = table.place()};
  if (is_blank(rule.reason)) table.mistake("reason", "an allow rule needs \"reason\": why its findings are no matter");
  for (std::string& domain : rule.domain.any_of) domain = tidy_domain(table, std::move(domain));
  if (table.has("source-field") && rule.source.any_of.empty())
    table.mistake("source-field", "\"source-field\" says where \"source\" stands, and the rule has none");
  if (rule.source_field.empty()) rule.source_field = kSourceField;
  for (const AllowTest* test : {&rule.entity, &rule.domain, &rule.value, &rule.path, &rule.pointer, &rule.source}) {
    if (!test->any_of.empty()) return rule;
  }
  table.mistake("an allow rule needs one at least of entity, domain, value, path, pointer and source");
  return rule;
}

}  // namespace

Result<std::vector<AllowRule>> read_allow_rules(std::string_view text, std::string_view name) {
  Result<std::unique_ptr<TomlFile>> file = TomlFile::parse(text, name);
  if (!file) return fail(file);
  std::vector<AllowRule> rules;
  for (const TomlTable& table : (*file)->root().tables(kAllowKey)) rules.push_back(read_rule(table));
  if (Status status = (*file)->status(); !status) return fail(status);
  return rules;
}

}  // namespace privet
