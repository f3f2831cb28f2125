#include "rule/rule_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/prepared.h"
#include "rule/builtin.h"
#include "rule/marker_reader.h"
#include "rule/policy_reader.h"
#include "rule/rule_image.h"
#include "rule/toml_file.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 21> kRuleKeys = {
    "id",     "entity",   "view",    "gate",     "prove",   "regex",       "validate",
    "score",  "strength", "terms",   "region",   "fields",  "context",     "description",
    "source", "finds",    "ignores", "official", "default", "allow_terms", "tells_region"};
constexpr std::array<std::string_view, 10> kGateKeys = {"literal", "cased",  "regex",        "digits",       "lead",
                                                        "alnum",   "before", "before_bytes", "before_least", "token"};
constexpr std::array<std::string_view, 4> kContextKeys = {"words", "window", "boost", "needed"};

void check_shapes(const TomlTable& table, const std::vector<std::string>& shapes, std::size_t longest) {
  for (const std::string& shape : shapes) {
    if (shape.empty() || shape.size() > longest || shape.find_first_not_of("LDA") != std::string::npos) {
      table.mistake("\"" + shape + "\" is no shape such as \"LLDD\" (L letter, D digit, A either; 1 to " +
                    std::to_string(longest) + ")");
    }
  }
}

void read_digit_gate(const TomlTable& table, Gate& gate) {
  gate.kind = GateKind::kDigits;
  gate.digits.tokens = table.texts("token");
  check_shapes(table, gate.digits.tokens, kLongestShape);
  if (!table.has("digits")) return;
  if (!table.has_values("digits")) return table.mistake("digits", "\"digits\" must be an array");
  if (table.has("lead")) {
    gate.digits.lead = table.text("lead");
    const std::vector<int> limits = table.whole_numbers("digits");
    if (limits.size() != 2 || limits[0] < 1 || limits[1] > 30 || limits[0] > limits[1]) {
      return table.mistake("digits", "with \"lead\", \"digits\" must be [least, most], from 1 to 30");
    }
    if (gate.digits.lead != "+" && gate.digits.lead != "00")
      return table.mistake("digits", "\"lead\" must be \"+\" or \"00\"");
    gate.digits.min_digits = static_cast<std::uint8_t>(limits[0]);
    gate.digits.max_digits = static_cast<std::uint8_t>(limits[1]);
    return;
  }
  gate.digits.groups = table.texts("digits");
  for (const std::string& groups : gate.digits.groups) {
    const bool plain = !groups.empty() && groups.find_first_not_of("0123456789-") == std::string::npos &&
                       groups.front() != '-' && groups.back() != '-' && groups.find("--") == std::string::npos;
    if (!plain) table.mistake("digits", "\"" + groups + "\" is no list of group lengths such as \"3-3-4\"");
  }
}

void read_gate(const TomlTable& table, Gate& gate) {
  table.allow_keys(kGateKeys);
  const bool numbers = table.has("digits") || table.has("token");
  const int kinds = int{table.has("literal")} + int{table.has("regex")} + int{numbers} + int{table.has("alnum")};
  if (kinds != 1) return table.mistake("a gate has exactly one of literal, regex, alnum, or digits and token");
  gate.before = table.text("before");
  gate.before_bytes = static_cast<std::uint16_t>(table.number("before_bytes", 0, 0, 1024));
  gate.before_least = static_cast<std::uint16_t>(table.number("before_least", 0, 0, gate.before_bytes));
  if (table.has("literal")) {
    gate.kind = GateKind::kLiteral;
    gate.literals = table.texts("literal");
    gate.cased = table.flag("cased");
    for (const std::string& literal : gate.literals) {
      if (literal.empty()) table.mistake("a literal must not be empty");
    }
  } else if (table.has("regex")) {
    gate.kind = GateKind::kRegex;
    gate.regex = table.text("regex");
  } else if (table.has("alnum")) {
    gate.kind = GateKind::kAlnum;
    gate.shapes = table.texts("alnum");
    check_shapes(table, gate.shapes, 12);
  } else {
    read_digit_gate(table, gate);
  }
}

// A gate that is known by its name alone.
GateKind read_gate_name(const TomlTable& rule) {
  constexpr std::array<std::string_view, 7> kNames = {"ip4", "ip6", "mac", "field", "message", "name", "address"};
  constexpr std::array kKinds = {GateKind::kIp4,     GateKind::kIp6,  GateKind::kMac,    GateKind::kField,
                                 GateKind::kMessage, GateKind::kName, GateKind::kAddress};
  const auto it = std::find(kNames.begin(), kNames.end(), rule.word("gate", kNames));
  return it == kNames.end() ? GateKind::kLiteral : kKinds[static_cast<std::size_t>(it - kNames.begin())];
}

Strength read_strength(const TomlTable& table) {
  const std::string name = table.text("strength");
  if (name.empty() || name == "shaped") return Strength::kShaped;
  if (name == "validated") return Strength::kValidated;
  if (name == "weak") return Strength::kWeak;
  table.mistake("strength", "\"strength\" must be validated, shaped or weak");
  return Strength::kShaped;
}

// Where a rule file stands, for the files that its rules name.
struct Beside {
  std::string_view name;  // of the rule file
  std::optional<ReadBeside> read;
  RuleSet& rules;
};

// The file of terms that `key` names; null without the key, or after a mistake.
std::shared_ptr<const TermFile> read_term_file(const TomlTable& table, const char* key, const Beside& beside) {
  if (!table.has(key)) return nullptr;
  const std::string path = table.text(key);
  const auto mistake = [&](const std::string& what) {
    table.mistake(key, what);
    return nullptr;
  };
  if (path.empty()) return mistake("\"" + std::string(key) + "\" must be the name of a file with a term in each line");
  if (!beside.read) return mistake("\"" + std::string(key) + "\" is for rules in a folder only");
  const std::string name =
      (std::filesystem::path(beside.name).parent_path() / path).lexically_normal().generic_string();
  const Result<std::string> text = (*beside.read)(name);
  if (!text) return mistake(text.error().message);
  Result<TermFile> terms = read_terms(*text, name);
  if (!terms) return mistake(terms.error().message);
  beside.rules.note_source(name, *text);
  return std::make_shared<const TermFile>(std::move(*terms));
}

void read_what_is_found(const TomlTable& table, Rule& rule, const Beside& beside) {
  rule.prove = table.text(table.has("prove") ? "prove" : "regex");
  rule.terms = read_term_file(table, "terms", beside);
  rule.allowed = read_term_file(table, "allow_terms", beside);
  if (!table.has("terms")) {
    if (rule.prove.empty()) table.mistake("a rule needs \"prove\" (or \"regex\"), or \"terms\"");
    return;
  }
  for (const char* key : {"prove", "regex", "gate"}) {
    if (table.has(key)) table.mistake(key, "a rule with \"terms\" has no \"" + std::string(key) + "\"");
  }
  rule.gate.kind = GateKind::kTerm;
}

void read_rule(const TomlTable& table, RuleSet& rules, std::string* overridden, const Beside& beside) {
  table.allow_keys(kRuleKeys);
  Rule rule;
  rule.origin = table.place();
  rule.id = table.text("id");
  const std::string entity = table.text("entity");
  for (const char* key : {"id", "entity"}) {
    if (table.text(key).empty()) table.mistake("a rule needs \"" + std::string(key) + "\"");
  }
  if (!entity.empty() && !is_entity_name(entity)) {
    table.mistake(
        "\"entity\" must be 2 to 41 upper-case letters, digits (at most three) and _ such as CUSTOMER_NUMBER");
  }
  if (rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos) {
    table.mistake("\"id\" must be lower-case letters, digits, dots and dashes such as acme.customer");
  }
  const std::string view = table.text("view");
  if (!view.empty() && view != "text" && view != "path") table.mistake("view", "\"view\" must be text or path");
  rule.view = view == "path" ? RuleView::kPath : RuleView::kText;
  rule.gate.kind = GateKind::kLiteral;  // no literals: tried wherever a word begins
  read_what_is_found(table, rule, beside);
  if (table.has("terms")) {
    // Its gate is known.
  } else if (table.has_text("gate")) {
    rule.gate.kind = read_gate_name(table);
  } else if (const auto gate = table.table("gate", "\"gate\" must be a table or a gate's name")) {
    read_gate(*gate, rule.gate);
  }
  rule.validator = table.text("validate");
  if (rule.view == RuleView::kPath &&
      (!rule.validator.empty() || rule.gate.kind == GateKind::kField || !rule.gate.before.empty())) {
    table.mistake("view", "a rule over paths is its pattern alone: no \"validate\", no gate \"field\", no \"before\"");
  }
  if (rule.view == RuleView::kPath && (rule.terms || rule.allowed))
    table.mistake("view", "a rule over paths has no \"terms\" and no \"allow_terms\"");
  rule.score = table.number("score", 0.5, 0, 1);
  rule.strength = (table.has("regex") || table.has("terms")) && !table.has("strength") ? Strength::kValidated
                                                                                       : read_strength(table);
  rule.official = table.text("official");
  rule.off = table.has("default") && !table.flag("default");
  rule.region = table.text("region");
  rule.tells_region = table.flag("tells_region");
  rule.field_names = table.texts("fields");
  if (rule.gate.kind == GateKind::kField && rule.field_names.empty()) {
    table.mistake("gate", "the gate \"field\" needs \"fields\", the names to look for");
  }
  if (const auto context = table.table("context", "\"context\" must be a table")) {
    context->allow_keys(kContextKeys);
    rule.cues.words = context->texts("words");
    rule.cues.window = static_cast<std::uint16_t>(context->number("window", 40, 1, 400));
    rule.cues.boost = static_cast<float>(context->number("boost", 0.1, 0, 1));
    rule.cues.needed = context->flag("needed");
  }
  rule.description = table.text("description");
  rule.source = table.text("source");
  rule.finds = table.texts("finds");
  rule.ignores = table.texts("ignores");
  if (rules.rules().size() >= kMaxRules) table.mistake("more than 65,534 rules");
  if (!table.ok()) return;
  const std::string id = rule.id;
  if (rules.add(std::move(rule), entity) && overridden != nullptr) *overridden += id + "\n";
}

}  // namespace

Status read_rules(std::string_view text, std::string_view name, RuleSet& rules, std::string* overridden,
                  std::optional<ReadBeside> read_beside) {
  if (is_policy_file(name)) return {};  // rule/policy_reader.h: not in force unless --policy names it
  if (is_marker_file(name)) return {};  // markers, not rules: rule/marker_reader.h
  Result<std::unique_ptr<TomlFile>> file = TomlFile::parse(text, name);
  if (!file) return fail(file);
  const TomlTable root = (*file)->root();
  constexpr std::array<std::string_view, 1> kFileKeys = {"rule"};
  root.allow_keys(kFileKeys);
  const Beside beside{.name = name, .read = read_beside, .rules = rules};
  for (const TomlTable& table : root.tables("rule")) {
    if (root.ok()) read_rule(table, rules, overridden, beside);
  }
  return (*file)->status();
}

Status read_builtin_rules(RuleSet& rules) {
  constexpr std::string_view kPiece = "built-in rules";
  if (const auto image = find_prepared(kPiece)) {
    read_image(*image, rules);
    return {};
  }
  for (const BuiltinFile& file : builtin_rule_files()) {
    if (Status status = read_rules(file.text, file.name, rules); !status) return status;
  }
  if (PreparedWriter* writer = PreparedWriter::current()) writer->add(std::string(kPiece), write_image(rules));
  return {};
}

}  // namespace privet
