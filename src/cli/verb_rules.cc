// privet rules list|show|check.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/rules_in_force.h"
#include "cli/verbs.h"
#include "detect/rule_check.h"
#include "record/json_write.h"
#include "rule/nearest.h"
#include "rule/pattern.h"

namespace privet {
namespace {

// 10^7: what "one in 100,000" needs to be told from luck (a hundred hits).
constexpr std::uint64_t kStrengthSamples = 10'000'000;

ExitCode complain(const std::string& message) {
  fmt::print(stderr, "privet: {}\n", message);
  return ExitCode::kError;
}

void list_text(const RuleSet& rules) {
  std::size_t ids = 2, entities = 6;
  for (const Rule& rule : rules.rules()) {
    ids = std::max(ids, rule.id.size());
    entities = std::max(entities, rules.entity(rule.entity).size());
  }
  fmt::print("{:<{}}  {:<{}}  {:<6}  {:<9}  {}\n", "ID", ids, "ENTITY", entities, "REGION", "STRENGTH", "SOURCE");
  for (const Rule& rule : rules.rules()) {
    fmt::print("{:<{}}  {:<{}}  {:<6}  {:<9}  {}\n", rule.id, ids, rules.entity(rule.entity), entities, rule.region,
               strength_name(rule.strength), rule.source);
  }
}

void list_jsonl(const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    std::string line = R"({"id":")";
    escape_json(rule.id, line);
    line += R"(","entity":")";
    escape_json(rules.entity(rule.entity), line);
    line += R"(","region":")";
    escape_json(rule.region, line);
    line += fmt::format(R"(","strength":"{}","score":{},"source":")", strength_name(rule.strength), rule.score);
    escape_json(rule.source, line);
    line += "\"}\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

void show(const RuleSet& rules, const Rule& rule) {
  const auto row = [](const char* name, std::string_view value) {
    if (!value.empty()) fmt::print("  {:<12} {}\n", name, value);
  };
  fmt::print("{}  ({})\n", rule.id, rule.origin);
  row("entity", rules.entity(rule.entity));
  row("what", rule.description);
  row("region", rule.region);
  row("strength", strength_name(rule.strength));
  row("score", fmt::format("{}", rule.score));
  row("proof", rule.prove);
  row("validator", rule.validator);
  row("cue words", joined(rule.cues.words));
  row("field names", joined(rule.field_names));
  row("source", rule.source);
  for (const std::string& example : rule.finds) row("finds", example);
  for (const std::string& example : rule.ignores) row("ignores", example);
}

// Ids or entity names to rules; an unknown one is an error.
Result<std::vector<RuleIndex>> choose(const RuleSet& rules, const std::vector<std::string>& names) {
  std::vector<RuleIndex> out;
  for (const std::string& name : names) {
    const std::size_t before = out.size();
    for (std::size_t i = 0; i < rules.rules().size(); ++i) {
      const Rule& rule = rules.rules()[i];
      if (rule.id == name || rules.entity(rule.entity) == name) out.push_back(RuleIndex{static_cast<std::uint16_t>(i)});
    }
    if (out.size() != before) continue;
    std::vector<std::string_view> known(rules.entities().begin(), rules.entities().end());
    for (const Rule& rule : rules.rules()) known.push_back(rule.id);
    return fail(ErrorCode::kUsage, "no rule or entity \"" + name + "\"" + did_you_mean(name, known));
  }
  return out;
}

ExitCode check(const RuleSet& rules, const std::vector<RuleIndex>& chosen, bool strength) {
  const RuleCheckOptions options{.strength_samples = strength ? kStrengthSamples : 0};
  const Result<std::vector<RuleReport>> reports = check_rules(rules, chosen, options);
  if (!reports) return complain(reports.error().message);
  std::size_t broken = 0;
  fmt::print("{:<28} {:>5} {:>8} {:>8}{}\n", "RULE", "REACH", "ACCEPTED", "PASSED", strength ? "  OF 10^7" : "");
  for (const RuleReport& report : *reports) {
    for (const std::string& problem : report.problems) fmt::print("{}\n", problem);
    broken += report.problems.empty() ? 0 : 1;
    const std::string reach = report.reach == kUnbounded ? "none" : std::to_string(report.reach);
    const double accepted = 100.0 * report.accepted / options.gate_samples;
    fmt::print("{:<28} {:>5} {:>7.1f}% {:>7.2f}%", report.id, reach, accepted, 100 * report.pass_rate);
    fmt::print("{}\n", strength ? fmt::format("  {:.1e}", report.strength_rate) : "");
  }
  fmt::print("{} rules checked, {} with problems\n", reports->size(), broken);
  return broken == 0 ? ExitCode::kDone : ExitCode::kError;
}

}  // namespace

ExitCode run_rules_verb(const Options& options) {
  std::string overridden;
  const Result<RuleSet> rules = load_rules(options, &overridden);
  if (!rules) return complain(rules.error().message);
  fmt::print(stderr, "{}", overridden_notice(overridden));
  const Result<std::vector<RuleIndex>> chosen = choose(*rules, options.rule_ids);
  if (!chosen) return complain(chosen.error().message);
  if (options.verb == Verb::kRulesCheck) return check(*rules, *chosen, options.strength);
  if (options.verb == Verb::kRulesShow) {
    for (const RuleIndex rule : *chosen) show(*rules, rules->rule(rule));
  } else if (options.format == "jsonl") {
    list_jsonl(*rules);
  } else {
    list_text(*rules);
  }
  return ExitCode::kDone;
}

}  // namespace privet
