#include "rule/rule_reader.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "rule/builtin.h"
#include "rule/marker_reader.h"
#include "rule/nearest.h"
#include "rule/policy_reader.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 16> kRuleKeys = {
    "id",       "entity", "view",   "gate",    "prove",       "regex",  "validate", "score",
    "strength", "region", "fields", "context", "description", "source", "finds",    "ignores"};
constexpr std::array<std::string_view, 8> kGateKeys = {"literal", "cased", "regex",  "digits",
                                                       "lead",    "alnum", "before", "before_bytes"};
constexpr std::array<std::string_view, 3> kContextKeys = {"words", "window", "boost"};

// Reads one file. The first mistake is kept and everything after it ignored,
// so that the reading code stays a straight line.
class FileReader {
 public:
  explicit FileReader(std::string_view name) : name_(name) {}

  [[nodiscard]] bool ok() const { return !error_; }
  [[nodiscard]] Error take_error() { return std::move(*error_); }

  void mistake(const toml::node& where, const std::string& what) {
    if (!error_) error_ = Error{ErrorCode::kConfig, one_line(place(where) + ": " + what)};
  }
  [[nodiscard]] std::string place(const toml::node& where) const {
    return std::string(name_) + ":" + std::to_string(where.source().begin.line);
  }

  void known_keys(const toml::table& table, std::span<const std::string_view> known) {
    for (const auto& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
        mistake(value, "unknown key \"" + std::string(key.str()) + "\"" + did_you_mean(key.str(), known));
      }
    }
  }

  std::string text(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return {};
    if (const auto* value = node->as_string()) return value->get();
    mistake(*node, "\"" + std::string(key) + "\" must be a string");
    return {};
  }

  // A string or an array of strings.
  std::vector<std::string> texts(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return {};
    if (const auto* value = node->as_string()) return {value->get()};
    std::vector<std::string> out;
    if (const auto* values = node->as_array()) {
      for (const toml::node& element : *values) {
        if (const auto* value = element.as_string()) {
          out.push_back(value->get());
        } else {
          mistake(element, "\"" + std::string(key) + "\" must hold strings only");
        }
      }
      return out;
    }
    mistake(*node, "\"" + std::string(key) + "\" must be a string or an array of strings");
    return {};
  }

  bool flag(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return false;
    if (const auto* value = node->as_boolean()) return value->get();
    mistake(*node, "\"" + std::string(key) + "\" must be true or false");
    return false;
  }

  double number(const toml::table& table, std::string_view key, double otherwise, double least, double most) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return otherwise;
    const std::optional<double> value = node->value<double>();
    if (!value || !(*value >= least && *value <= most)) {
      mistake(*node, "\"" + std::string(key) + "\" must be a number from " + trimmed(least) + " to " + trimmed(most));
      return otherwise;
    }
    return *value;
  }

 private:
  static std::string trimmed(double value) {
    std::string out = std::to_string(value);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
  }

  std::string_view name_;
  std::optional<Error> error_;
};

void read_digit_gate(FileReader& in, const toml::table& table, Gate& gate) {
  gate.kind = GateKind::kDigits;
  const toml::node& node = *table.get("digits");
  const toml::array* values = node.as_array();
  if (values == nullptr || values->empty()) return in.mistake(node, "\"digits\" must be an array");
  if (table.contains("lead")) {
    gate.digits.lead = in.text(table, "lead");
    const std::optional<int> least = values->get(0)->value<int>();
    const std::optional<int> most = values->size() == 2 ? values->get(1)->value<int>() : std::nullopt;
    if (!least || !most || *least < 1 || *most > 30 || *least > *most) {
      return in.mistake(node, "with \"lead\", \"digits\" must be [least, most], from 1 to 30");
    }
    if (gate.digits.lead != "+" && gate.digits.lead != "00")
      return in.mistake(node, "\"lead\" must be \"+\" or \"00\"");
    gate.digits.min_digits = static_cast<std::uint8_t>(*least);
    gate.digits.max_digits = static_cast<std::uint8_t>(*most);
    return;
  }
  gate.digits.groups = in.texts(table, "digits");
  for (const std::string& groups : gate.digits.groups) {
    const bool plain = !groups.empty() && groups.find_first_not_of("0123456789-") == std::string::npos &&
                       groups.front() != '-' && groups.back() != '-' && groups.find("--") == std::string::npos;
    if (!plain) in.mistake(node, "\"" + groups + "\" is no list of group lengths such as \"3-3-4\"");
  }
}

void read_gate(FileReader& in, const toml::node& node, Gate& gate) {
  if (const auto* name = node.as_string()) {
    constexpr std::array<std::string_view, 5> kNames = {"ip4", "ip6", "mac", "field", "message"};
    const auto it = std::find(kNames.begin(), kNames.end(), name->get());
    if (it == kNames.end())
      return in.mistake(node, "unknown gate \"" + name->get() + "\"" + did_you_mean(name->get(), kNames));
    constexpr std::array kKinds = {GateKind::kIp4, GateKind::kIp6, GateKind::kMac, GateKind::kField,
                                   GateKind::kMessage};
    gate.kind = kKinds[static_cast<std::size_t>(it - kNames.begin())];
    return;
  }
  const toml::table* table = node.as_table();
  if (table == nullptr) return in.mistake(node, "\"gate\" must be a table or a gate's name");
  in.known_keys(*table, kGateKeys);
  const int kinds = int{table->contains("literal")} + int{table->contains("regex")} + int{table->contains("digits")} +
                    int{table->contains("alnum")};
  if (kinds != 1) return in.mistake(node, "a gate has exactly one of literal, regex, digits, alnum");
  gate.before = in.text(*table, "before");
  gate.before_bytes = static_cast<std::uint16_t>(in.number(*table, "before_bytes", 0, 0, 1024));
  if (table->contains("literal")) {
    gate.kind = GateKind::kLiteral;
    gate.literals = in.texts(*table, "literal");
    gate.cased = in.flag(*table, "cased");
    for (const std::string& literal : gate.literals) {
      if (literal.empty()) in.mistake(node, "a literal must not be empty");
    }
  } else if (table->contains("regex")) {
    gate.kind = GateKind::kRegex;
    gate.regex = in.text(*table, "regex");
  } else if (table->contains("alnum")) {
    gate.kind = GateKind::kAlnum;
    gate.shapes = in.texts(*table, "alnum");
    for (const std::string& shape : gate.shapes) {
      if (shape.empty() || shape.size() > 12 || shape.find_first_not_of("LDA") != std::string::npos) {
        in.mistake(node, "\"" + shape + "\" is no shape such as \"LLDD\" (L letter, D digit, A either; 1 to 12)");
      }
    }
  } else {
    read_digit_gate(in, *table, gate);
  }
}

Strength read_strength(FileReader& in, const toml::table& table) {
  const std::string name = in.text(table, "strength");
  if (name.empty() || name == "shaped") return Strength::kShaped;
  if (name == "validated") return Strength::kValidated;
  if (name == "weak") return Strength::kWeak;
  in.mistake(*table.get("strength"), "\"strength\" must be validated, shaped or weak");
  return Strength::kShaped;
}

void read_rule(FileReader& in, const toml::table& table, RuleSet& rules, std::string* overridden) {
  in.known_keys(table, kRuleKeys);
  Rule rule;
  rule.origin = in.place(table);
  rule.id = in.text(table, "id");
  const std::string entity = in.text(table, "entity");
  rule.prove = in.text(table, table.contains("prove") ? "prove" : "regex");
  for (const char* key : {"id", "entity"}) {
    if (in.text(table, key).empty()) in.mistake(table, "a rule needs \"" + std::string(key) + "\"");
  }
  if (rule.prove.empty()) in.mistake(table, "a rule needs \"prove\" (or \"regex\")");
  if (!entity.empty() && !is_entity_name(entity)) {
    in.mistake(table,
               "\"entity\" must be 2 to 41 upper-case letters, digits (at most three) and _ such as CUSTOMER_NUMBER");
  }
  if (rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos) {
    in.mistake(table, "\"id\" must be lower-case letters, digits, dots and dashes such as acme.customer");
  }
  const std::string view = in.text(table, "view");
  if (!view.empty() && view != "text" && view != "path")
    in.mistake(*table.get("view"), "\"view\" must be text or path");
  rule.view = view == "path" ? RuleView::kPath : RuleView::kText;
  if (const toml::node* gate = table.get("gate")) {
    read_gate(in, *gate, rule.gate);
  } else {
    rule.gate.kind = GateKind::kLiteral;  // no literals: tried wherever a word begins
  }
  rule.validator = in.text(table, "validate");
  if (rule.view == RuleView::kPath &&
      (!rule.validator.empty() || rule.gate.kind == GateKind::kField || !rule.gate.before.empty())) {
    in.mistake(*table.get("view"),
               "a rule over paths is its pattern alone: no \"validate\", no gate \"field\", no \"before\"");
  }
  rule.score = in.number(table, "score", 0.5, 0, 1);
  rule.strength =
      table.contains("regex") && !table.contains("strength") ? Strength::kValidated : read_strength(in, table);
  rule.region = in.text(table, "region");
  rule.field_names = in.texts(table, "fields");
  if (rule.gate.kind == GateKind::kField && rule.field_names.empty()) {
    in.mistake(*table.get("gate"), "the gate \"field\" needs \"fields\", the names to look for");
  }
  if (const toml::node* node = table.get("context")) {
    if (const toml::table* context = node->as_table()) {
      in.known_keys(*context, kContextKeys);
      rule.cues.words = in.texts(*context, "words");
      rule.cues.window = static_cast<std::uint16_t>(in.number(*context, "window", 40, 1, 400));
      rule.cues.boost = static_cast<float>(in.number(*context, "boost", 0.1, 0, 1));
    } else {
      in.mistake(*node, "\"context\" must be a table");
    }
  }
  rule.description = in.text(table, "description");
  rule.source = in.text(table, "source");
  rule.finds = in.texts(table, "finds");
  rule.ignores = in.texts(table, "ignores");
  if (rules.rules().size() >= kMaxRules) in.mistake(table, "more than 65,534 rules");
  if (!in.ok()) return;
  const std::string id = rule.id;
  if (rules.add(std::move(rule), entity) && overridden != nullptr) *overridden += id + "\n";
}

}  // namespace

Status read_rules(std::string_view text, std::string_view name, RuleSet& rules, std::string* overridden) {
  FileReader in(name);
  if (is_policy_file(name)) return {};  // rule/policy_reader.h: not in force unless --policy names it
  rules.note_source(name, text);
  if (is_marker_file(name)) return {};  // markers, not rules: rule/marker_reader.h
  try {
    const toml::table file = toml::parse(text, name);
    constexpr std::array<std::string_view, 1> kFileKeys = {"rule"};
    in.known_keys(file, kFileKeys);
    if (const toml::node* node = file.get("rule")) {
      const toml::array* tables = node->as_array();
      if (tables == nullptr) in.mistake(*node, "rules are written as [[rule]]");
      for (std::size_t i = 0; tables != nullptr && i < tables->size() && in.ok(); ++i) {
        if (const toml::table* table = tables->get(i)->as_table()) {
          read_rule(in, *table, rules, overridden);
        } else {
          in.mistake(*tables->get(i), "rules are written as [[rule]]");
        }
      }
    }
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::kConfig, std::string(name) + ":" + std::to_string(error.source().begin.line) +
                                        ": not valid TOML: " + std::string(error.description()));
  }
  if (!in.ok()) return tl::unexpected<Error>(in.take_error());
  return {};
}

Status read_rule_folder(const std::string& folder, RuleSet& rules, std::string* overridden) {
  namespace fs = std::filesystem;
  std::error_code code;
  std::vector<fs::path> files;
  if (!fs::is_directory(folder, code)) return fail(ErrorCode::kConfig, folder + ": no such folder of rules");
  for (fs::recursive_directory_iterator it(folder, code), end; it != end && !code; it.increment(code)) {
    if (it->path().extension() == ".toml" && it->is_regular_file(code)) files.push_back(it->path());
  }
  if (code) return fail(ErrorCode::kIo, folder + ": " + code.message());
  if (files.empty()) return fail(ErrorCode::kConfig, folder + ": holds no .toml file with rules");
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, file.string() + ": cannot be read");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (Status status = read_rules(text, file.lexically_relative(folder).string(), rules, overridden); !status)
      return status;
  }
  return {};
}

Status read_builtin_rules(RuleSet& rules) {
  for (const BuiltinFile& file : builtin_rule_files()) {
    if (Status status = read_rules(file.text, file.name, rules); !status) return status;
  }
  return {};
}

}  // namespace privet
