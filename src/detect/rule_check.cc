#include "detect/rule_check.h"

#include <algorithm>

#include "detect/example_runner.h"
#include "rule/marked.h"
#include "rule/pattern.h"

namespace privet {
namespace {

void check_examples(const RuleSet& rules, RuleIndex at, ExampleRunner& runner, RuleReport& report) {
  const Rule& rule = rules.rule(at);
  const auto same_entity = [&](const Candidate& c) { return rules.rule(c.rule).entity == rule.entity; };
  const auto find = [&](const std::string& text, ExampleRunner::Wanted wanted) {
    return rule.view == RuleView::kPath ? runner.find_in_record(text, wanted) : runner.find(text, wanted);
  };
  const auto same_rule = [&](const Candidate& c) { return c.rule == at; };
  for (const std::string& example : rule.finds) {
    const Marked marked = parse_marked(example);
    const auto found = find(marked.text, same_entity);
    if (found != marked.spans) {
      report.problems.push_back(rule.origin + ": finds \"" + example + "\", but it finds \"" +
                                mark(marked.text, found) + "\"");
    }
  }
  for (const std::string& example : rule.ignores) {
    const auto found = find(example, same_rule);
    if (!found.empty())
      report.problems.push_back(rule.origin + ": ignores \"" + example + "\", but it finds \"" + mark(example, found) +
                                "\"");
  }
}

// The gate is part of the rule, so a text that `prove` accepts and the gate
// stays silent on, or opens where nothing is proved, is one that the rule's
// writer believes to be found. The rule is compiled alone, without the validator.
void check_gate(const Rule& rule, const Pattern& pattern, const RuleCheckOptions& options, RuleReport& report) {
  RuleSet alone;
  Rule copy = rule;
  copy.validator.clear();
  copy.official.clear();
  copy.strength = Strength::kValidated;
  copy.view = RuleView::kText;
  alone.add(copy, "XX");
  const Result<Matcher> matcher = Matcher::build(alone, {});
  const Result<Prover> prover = Prover::compile(rule.prove);
  if (!matcher || !prover) {
    report.problems.push_back(matcher ? rule.origin + ": rule " + rule.id + ": " + prover.error().message
                                      : matcher.error().message);
    return;
  }
  if (const int size = prover->program_size(); size > Prover::kMostInstructions) {
    report.problems.push_back(rule.origin + ": rule " + rule.id + ": the pattern takes " + std::to_string(size) +
                              " instructions, and above " + std::to_string(Prover::kMostInstructions) +
                              " RE2 is slow; repeat smaller classes, such as [^\\x00-\\x7F] instead of \\p{L}");
  }
  const Validator validate = find_validator(rule.validator);
  const GateKind gate = rule.gate.kind;
  const bool opens_by_name =
      gate == GateKind::kField || gate == GateKind::kMessage || gate == GateKind::kName || gate == GateKind::kAddress;
  Matcher::Scratch scratch = matcher->make_scratch();
  SampleRandom random(20260101);
  const RecordContext context;
  std::uint32_t passed = 0;
  bool silent = false;
  std::string sample;
  for (std::uint32_t i = 0; i < options.gate_samples; ++i) {
    sample.clear();
    pattern.sample(random, sample);
    const Bytes<ViewSpace> text(sample);
    const auto match = prover->match(text, 0);
    if (!match || match->size() != text.size() || match->empty()) continue;
    ++report.accepted;
    passed += !validate || validate({text, *match, rule.region}, context).accepted ? 1 : 0;
    if (silent || opens_by_name || !matcher->find_in(sample, scratch).empty()) continue;
    silent = true;
    report.problems.push_back(rule.origin + ": rule " + rule.id + ": the gate stays silent on \"" + sample +
                              "\", which the pattern accepts");
  }
  if (report.accepted > 0) report.pass_rate = static_cast<double>(passed) / report.accepted;
}

// Each term must be found where it stands alone. Terms are not quoted: they are
// somebody's.
void check_terms(const Rule& rule, RuleReport& report) {
  RuleSet alone;
  Rule copy = rule;
  copy.validator.clear();
  copy.allowed.reset();
  copy.strength = Strength::kValidated;
  alone.add(copy, "XX");
  const Result<Matcher> matcher = Matcher::build(alone, {});
  if (!matcher) {
    report.problems.push_back(matcher.error().message);
    return;
  }
  const std::vector<std::string> terms = folded_terms(*rule.terms);
  Matcher::Scratch scratch = matcher->make_scratch();
  std::size_t lost = rule.terms->terms.size() - terms.size();
  for (const std::string& term : terms) {
    const std::vector<Candidate> found = matcher->find_in(term, scratch);
    lost += found.size() == 1 && found[0].span.size() == term.size() ? 0 : 1;
    report.reach = std::max(report.reach, static_cast<std::uint32_t>(term.size()));
  }
  if (lost > 0) {
    report.problems.push_back(rule.origin + ": rule " + rule.id + ": " + std::to_string(lost) + " terms of " +
                              rule.terms->name + " are not found where they stand");
  }
}

double measure_strength(const Rule& rule, const Pattern& pattern, std::uint64_t samples) {
  const Validator validate = find_validator(rule.validator);
  if (!validate) return 1;
  const Result<Prover> prover = Prover::compile(rule.prove);
  if (!prover) return 1;
  SampleRandom random(20260102);
  const RecordContext context;
  std::uint64_t passed = 0, tried = 0;
  std::string sample;
  for (std::uint64_t i = 0; i < samples; ++i) {
    sample.clear();
    pattern.sample(random, sample);
    const Bytes<ViewSpace> text(sample);
    const auto match = prover->match(text, 0);
    if (!match) continue;
    ++tried;
    passed += validate({text, *match, rule.region}, context).accepted ? 1 : 0;
  }
  return tried == 0 ? 0 : static_cast<double>(passed) / static_cast<double>(tried);
}

void check_strength(const Rule& rule, const Pattern& pattern, const RuleCheckOptions& options, RuleReport& report) {
  if (options.strength_samples == 0) return;
  report.strength_rate = measure_strength(rule, pattern, options.strength_samples);
  if (rule.strength != Strength::kValidated || report.strength_rate <= kValidatedRate) return;
  report.problems.push_back(
      rule.origin + ": rule " + rule.id +
      ": is declared validated, but chance passes it more than once in 100,000; declare it shaped");
}

}  // namespace

Result<std::vector<RuleReport>> check_rules(const RuleSet& rules, const std::vector<RuleIndex>& chosen,
                                            const RuleCheckOptions& options) {
  Result<Matcher> matcher = Matcher::build(rules, {});
  if (!matcher) return fail(matcher);
  Result<PathMatcher> paths = PathMatcher::build(rules, false);
  if (!paths) return fail(paths);
  ExampleRunner runner(*matcher, *paths);
  std::vector<RuleReport> reports;
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const RuleIndex at{static_cast<std::uint16_t>(i)};
    if (!chosen.empty() && std::find(chosen.begin(), chosen.end(), at) == chosen.end()) continue;
    const Rule& rule = rules.rule(at);
    RuleReport& report = reports.emplace_back();
    report.id = rule.id;
    if (rule.terms) {
      report.has_pattern = false;
      check_terms(rule, report);
      check_examples(rules, at, runner, report);
      continue;
    }
    Result<Pattern> pattern = Pattern::parse(rule.prove);
    if (!pattern) {
      report.problems.push_back(rule.origin + ": rule " + rule.id + ": " + pattern.error().message);
      continue;
    }
    report.reach = pattern->reach();
    if (report.reach == kUnbounded) {
      report.problems.push_back(rule.origin + ": pattern has no upper bound; add a limit such as {1,40}");
    }
    check_gate(rule, *pattern, options, report);
    check_examples(rules, at, runner, report);
    check_strength(rule, *pattern, options, report);
  }
  return reports;
}

}  // namespace privet
