// Any text as a file of rules: it is read or refused in one line that says
// where, and rules that are read can be used. Both paths find the same with them.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "detect/matcher.h"
#include "rule/marked.h"
#include "rule/pattern.h"
#include "rule/rule_reader.h"

namespace {

using namespace privet;

// "x.toml:12: what" in one line of UTF-8.
void check_message(const std::string& message) {
  PRIVET_CHECK(message.starts_with("x.toml:") && is_valid_utf8(message));
  PRIVET_CHECK(message.find('\n') == std::string::npos);
  std::size_t at = std::string_view("x.toml:").size();
  PRIVET_CHECK(message[at] >= '1' && message[at] <= '9');
  while (message[at] >= '0' && message[at] <= '9') ++at;
  PRIVET_CHECK(message.compare(at, 2, ": ") == 0 && message.size() > at + 2);
}

void check_rule(const RuleSet& rules, const Rule& rule) {
  PRIVET_CHECK(!rule.id.empty() && !rule.prove.empty() && is_entity_name(rules.entity(rule.entity)));
  PRIVET_CHECK(rule.score >= 0 && rule.score <= 1 && rule.origin.starts_with("x.toml:"));
  for (const std::string& example : rule.finds) {
    const Marked marked = parse_marked(example);
    PRIVET_CHECK(parse_marked(mark(marked.text, marked.spans)).text.size() <= example.size());
  }
  const Result<Pattern> pattern = Pattern::parse(rule.prove);
  if (!pattern) return;
  SampleRandom random(1);
  std::string sample;
  pattern->sample(random, sample);
  PRIVET_CHECK(sample.size() <= pattern->reach());
}

// The gate's regex is Hyperscan's to compile, and takes the fuzzer's time.
bool is_cheap(const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    if (rule.gate.kind == GateKind::kRegex || rule.prove.size() > 100) return false;
  }
  return !rules.rules().empty() && rules.rules().size() <= 3;
}

void check_paths(const RuleSet& rules) {
  const Result<Matcher> fast = Matcher::build(rules, {});
  const Result<Matcher> plain = Matcher::build(rules, {.reference = true, .default_region = {}});
  PRIVET_CHECK(fast.has_value() == plain.has_value());
  if (!fast) return check_message(fast.error().message);
  Matcher::Scratch fast_scratch = fast->make_scratch();
  Matcher::Scratch plain_scratch = plain->make_scratch();
  for (const Rule& rule : rules.rules()) {
    std::string text = "call jo@example.com 212 555 0123 ";
    for (const std::string& example : rule.finds) text += parse_marked(example).text + " ";
    if (const Result<Pattern> pattern = Pattern::parse(rule.prove)) {
      SampleRandom random(2);
      pattern->sample(random, text);
    }
    if (!is_valid_utf8(text) || text.size() > 4000) continue;
    const auto found = fast->find_in(text, fast_scratch);
    const auto expected = plain->find_in(text, plain_scratch);
    PRIVET_CHECK(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      PRIVET_CHECK(found[i].span == expected[i].span && found[i].rule == expected[i].rule);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  RuleSet rules;
  const Status status = read_rules(text, "x.toml", rules);
  if (!status) {
    check_message(status.error().message);
    return 0;
  }
  for (const Rule& rule : rules.rules()) check_rule(rules, rule);
  if (is_cheap(rules)) check_paths(rules);
  return 0;
}
