// privet rules list|show|check, of rules and of the markers of private messages.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/marker_rows.h"
#include "cli/rules_in_force.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "detect/messages/marker_check.h"
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

// What a verb is about: the rules and markers in force, and those chosen of them.
struct Chosen {
  std::vector<RuleIndex> rules;
  std::vector<MarkerIndex> markers;
};

// With a mark where it is looked for only if --entities names it.
std::string shown_entity(const RuleSet& rules, const Rule& rule) {
  return rules.entity(rule.entity) + (rule.off ? " (off)" : "");
}

void list_text(const RuleSet& rules, const std::vector<RuleIndex>& chosen, bool color) {
  std::size_t ids = 2, entities = 6;
  if (chosen.empty()) return;
  for (const RuleIndex at : chosen) {
    const Rule& rule = rules.rule(at);
    ids = std::max(ids, rule.id.size());
    entities = std::max(entities, shown_entity(rules, rule).size());
  }
  const std::string heading =
      fmt::format("{:<{}}  {:<{}}  {:<6}  {:<9}  {}", "ID", ids, "ENTITY", entities, "REGION", "STRENGTH", "SOURCE");
  fmt::print("{}\n", emphasised(heading, color));
  for (const RuleIndex at : chosen) {
    const Rule& rule = rules.rule(at);
    fmt::print("{:<{}}  {:<{}}  {:<6}  {:<9}  {}\n", rule.id, ids, shown_entity(rules, rule), entities, rule.region,
               strength_name(rule.strength), rule.source);
  }
}

// Rules and markers have the same keys, so that a reader needs no schema.
void list_jsonl(const RuleSet& rules, const std::vector<RuleIndex>& chosen) {
  for (const RuleIndex at : chosen) {
    const Rule& rule = rules.rule(at);
    std::string line = R"({"id":")";
    escape_json(rule.id, line);
    line += R"(","entity":")";
    escape_json(rules.entity(rule.entity), line);
    line += R"(","region":")";
    escape_json(rule.region, line);
    line += fmt::format(R"(","default":{},"strength":"{}","score":{},"source":")", !rule.off,
                        strength_name(rule.strength), rule.score);
    escape_json(rule.source, line);
    line += R"(","platform":"","category":"","class":"","weight":0,"description":")";
    escape_json(rule.description, line);
    line += "\"}\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

void show(const RuleSet& rules, const Rule& rule, bool color) {
  const auto row = [](const char* name, std::string_view value) {
    if (!value.empty()) fmt::print("  {:<12} {}\n", name, value);
  };
  fmt::print("{}  ({})\n", emphasised(rule.id, color), rule.origin);
  row("entity", shown_entity(rules, rule));
  row("what", rule.description);
  row("region", rule.region);
  row("strength", strength_name(rule.strength));
  row("score", fmt::format("{}", rule.score));
  row("proof", rule.prove);
  if (rule.terms) row("terms", fmt::format("{} in {}", rule.terms->terms.size(), rule.terms->name));
  if (rule.allowed) row("allowed", fmt::format("{} in {}", rule.allowed->terms.size(), rule.allowed->name));
  row("validator", rule.validator);
  row("cue words", joined(rule.cues.words));
  row("field names", joined(rule.field_names));
  row("source", rule.source);
  for (const std::string& example : rule.finds) row("finds", example);
  for (const std::string& example : rule.ignores) row("ignores", example);
}

// Ids, entities and platforms to rules and markers; all without a name. An
// unknown one is an error. The entity of markers is PRIVATE_MESSAGE.
Result<Chosen> choose(const RuleSet& rules, const MarkerSet& markers, const std::vector<std::string>& names) {
  Chosen out;
  const auto add = [&](const std::string* name) {
    for (std::size_t i = 0; i < rules.rules().size(); ++i) {
      const Rule& rule = rules.rules()[i];
      if (name == nullptr || rule.id == *name || rules.entity(rule.entity) == *name)
        out.rules.push_back(RuleIndex{static_cast<std::uint16_t>(i)});
    }
    for (std::size_t i = 0; i < markers.markers().size(); ++i) {
      const Marker& marker = markers.markers()[i];
      if (name == nullptr || marker.id == *name || kMarkerEntity == *name || platform_name(marker.platform) == *name)
        out.markers.push_back(static_cast<MarkerIndex>(i));
    }
  };
  if (names.empty()) add(nullptr);
  for (const std::string& name : names) {
    const std::size_t before = out.rules.size() + out.markers.size();
    add(&name);
    if (out.rules.size() + out.markers.size() != before) continue;
    std::vector<std::string_view> known(rules.entities().begin(), rules.entities().end());
    for (const Rule& rule : rules.rules()) known.push_back(rule.id);
    for (const Marker& marker : markers.markers()) known.push_back(marker.id);
    known.insert(known.end(), kPlatforms.begin(), kPlatforms.end());
    return fail(ErrorCode::kUsage, "no rule, marker or entity \"" + name + "\"" + did_you_mean(name, known));
  }
  return out;
}

// How many have problems. Quiet: these problems alone.
std::size_t check_these_rules(const std::vector<RuleReport>& reports, const RuleCheckOptions& options, bool quiet) {
  std::size_t broken = 0;
  const bool strength = options.strength_samples > 0;
  if (!quiet)
    fmt::print("{:<28} {:>5} {:>8} {:>8}{}\n", "RULE", "REACH", "ACCEPTED", "PASSED", strength ? "  OF 10^7" : "");
  for (const RuleReport& report : reports) {
    for (const std::string& problem : report.problems) fmt::print("{}\n", problem);
    broken += report.problems.empty() ? 0 : 1;
    if (quiet) continue;
    const std::string reach = report.reach == kUnbounded ? "none" : std::to_string(report.reach);
    const double accepted = 100.0 * report.accepted / options.gate_samples;
    if (!report.has_pattern) {
      fmt::print("{:<28} {:>5} {:>8} {:>8}\n", report.id, reach, "-", "-");
      continue;
    }
    fmt::print("{:<28} {:>5} {:>7.1f}% {:>7.2f}%", report.id, reach, accepted, 100 * report.pass_rate);
    fmt::print("{}\n", strength ? fmt::format("  {:.1e}", report.strength_rate) : "");
  }
  if (!quiet) fmt::print("{} rules checked, {} with problems\n", reports.size(), broken);
  return broken;
}

std::size_t check_these_markers(const std::vector<MarkerReport>& reports, bool quiet) {
  std::size_t broken = 0;
  for (const MarkerReport& report : reports) {
    for (const std::string& problem : report.problems) fmt::print("{}\n", problem);
    broken += report.problems.empty() ? 0 : 1;
  }
  if (!quiet) fmt::print("{} markers checked, {} with problems\n", reports.size(), broken);
  return broken;
}

ExitCode check(const RuleSet& rules, const MarkerSet& markers, const Chosen& chosen, const Options& typed) {
  const RuleCheckOptions options{.strength_samples = typed.strength ? kStrengthSamples : 0};
  std::size_t broken = 0;
  if (!chosen.rules.empty()) {
    const Result<std::vector<RuleReport>> reports = check_rules(rules, chosen.rules, options);
    if (!reports) return complain(reports.error().message);
    broken += check_these_rules(*reports, options, typed.quiet);
  }
  if (!chosen.markers.empty()) {
    const Result<std::vector<MarkerReport>> reports = check_markers(markers, chosen.markers);
    if (!reports) return complain(reports.error().message);
    broken += check_these_markers(*reports, typed.quiet);
  }
  return broken == 0 ? ExitCode::kDone : ExitCode::kError;
}

}  // namespace

ExitCode run_rules_verb(const Options& options) {
  std::string overridden;
  MarkerSet markers;
  const Result<RuleSet> rules = load_rules(options, &markers, &overridden);
  if (!rules) return complain(rules.error().message);
  if (!options.quiet) fmt::print(stderr, "{}", overridden_notice(overridden));
  const bool color = may_color(options.color, STDOUT_FILENO);
  const Result<Chosen> chosen = choose(*rules, markers, options.rule_ids);
  if (!chosen) return complain(chosen.error().message);
  if (options.verb == Verb::kRulesCheck) return check(*rules, markers, *chosen, options);
  if (options.verb == Verb::kRulesShow) {
    for (const RuleIndex rule : chosen->rules) show(*rules, rules->rule(rule), color);
    for (const MarkerIndex marker : chosen->markers) show_marker(markers.marker(marker), color);
  } else if (options.format == "jsonl") {
    list_jsonl(*rules, chosen->rules);
    list_markers_jsonl(markers, chosen->markers);
  } else {
    list_text(*rules, chosen->rules, color);
    if (!chosen->rules.empty() && !chosen->markers.empty()) fmt::print("\n");
    list_markers_text(markers, chosen->markers, color);
  }
  return ExitCode::kDone;
}

}  // namespace privet
