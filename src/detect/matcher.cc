#include "detect/matcher.h"

#include <algorithm>
#include <string_view>

#include "base/prepared.h"
#include "base/utf8.h"

namespace privet {
namespace {

// A value that its field's name explains is a name or a number, not a text.
constexpr std::uint32_t kLongestNamedValue = 256;
// One that is nothing but the answer to the turn before.
constexpr std::uint32_t kLongestNamedAnswer = 40;

constexpr std::size_t kBytes = 256;

// The gate's class of characters, as bytes. Every byte of a non-ASCII
// character stands for it: a class either takes such letters or it does not.
Status compile_before(const Rule& rule, bool* allowed) {
  if (rule.gate.before.empty()) return {};
  const std::string key = PieceWriter().text("before").text(rule.gate.before).take();
  if (const auto piece = find_prepared(key); piece && piece->size() == kBytes) {
    for (std::size_t b = 0; b < kBytes; ++b) allowed[b] = (*piece)[b] != 0;
    return {};
  }
  Result<Prover> one = Prover::compile(rule.gate.before);
  if (!one)
    return fail(ErrorCode::kConfig, rule.origin + ": \"before\" of rule " + rule.id + ": " + one.error().message);
  const auto accepts = [&](std::string_view character) {
    const auto match = one->match(Bytes<ViewSpace>(character), 0);
    return match && match->size() == character.size();
  };
  for (int b = 0; b < 0x80; ++b) {
    const char c = static_cast<char>(b);
    allowed[b] = accepts({&c, 1});
  }
  std::fill(allowed + 0x80, allowed + kBytes, accepts("\xC3\xA9"));
  if (PreparedWriter* writer = PreparedWriter::current()) writer->add(key, std::string(allowed, allowed + kBytes));
  return {};
}

}  // namespace

Result<Matcher::Compiled> Matcher::compile(const Rule& rule, std::string_view entity) {
  Result<Prover> prover = Prover::compile(rule.prove);
  if (!prover) {
    return fail(ErrorCode::kConfig, rule.origin + ": pattern of rule " + rule.id + ": " + prover.error().message);
  }
  Compiled compiled{
      .prover = std::move(*prover), .official = {}, .validate = {}, .before = std::make_unique<bool[]>(kBytes)};
  compiled.before_bytes = rule.gate.before_bytes;
  if (rule.terms) compiled.terms = std::make_unique<TermList>(*rule.terms);
  if (rule.allowed) {
    for (const std::string& term : folded_terms(*rule.allowed)) compiled.allowed.insert(normal_form(entity, term));
  }
  if (!rule.validator.empty()) {
    compiled.validate = find_validator(rule.validator);
    if (!compiled.validate) {
      return fail(ErrorCode::kConfig, rule.origin + ": rule " + rule.id + ": no validator \"" + rule.validator + "\"");
    }
  }
  if (!rule.official.empty()) {
    Result<Prover> official = Prover::compile(rule.official);
    if (!official)
      return fail(ErrorCode::kConfig,
                  rule.origin + ": \"official\" of rule " + rule.id + ": " + official.error().message);
    compiled.official.emplace(std::move(*official));
  }
  compiled.begins_before = rule.gate.kind == GateKind::kDigits && rule.gate.before_bytes > 0;
  const bool by_word = rule.cues.needed || (compiled.validate.is_number_check() && rule.official.empty());
  const bool by_writing = compiled.validate.is_number_check() && !rule.official.empty() && !compiled.begins_before;
  compiled.needs_reason = (by_word || by_writing) && rule.strength != Strength::kValidated &&
                          rule.gate.before_bytes <= CueIndex::kMostBefore;
  if (Status status = compile_before(rule, compiled.before.get()); !status) return fail(status);
  return compiled;
}

Matcher::Matcher(const RuleSet& rules, const MatcherOptions& options, std::vector<Compiled> compiled, GateSet gates,
                 Reasons reasons, BesideStreet beside)
    : rules_(&rules),
      options_(options),
      gates_(std::move(gates)),
      compiled_(std::move(compiled)),
      reasons_(std::move(reasons)),
      beside_street_(std::move(beside)) {}

Result<Matcher> Matcher::build(const RuleSet& rules, const MatcherOptions& options) {
  std::vector<Compiled> compiled;
  for (const Rule& rule : rules.rules()) {
    Result<Compiled> one = compile(rule, rules.entity(rule.entity));
    if (!one) return fail(one);
    compiled.push_back(std::move(*one));
  }
  const auto may_begin = [&](RuleIndex rule, char byte) {
    return options.reference || compiled[index(rule)].prover.may_begin_with(byte);
  };
  std::vector<GateSet::Picky> picky(options.reference ? 0 : compiled.size());
  std::vector<bool> needy(compiled.size());
  for (std::size_t i = 0; i < compiled.size(); ++i) {
    const Compiled& one = compiled[i];
    needy[i] = one.needs_reason;
    if (options.reference) continue;
    picky[i] = {.asks = one.needs_reason || one.begins_before,
                .before = one.before.get(),
                .least = rules.rules()[i].gate.before_least};
  }
  Result<GateSet> gates =
      GateSet::build(rules, RuleView::kText, options.reference, may_begin, options.watched, std::move(picky));
  if (!gates) return fail(gates);
  Result<BesideStreet> beside = BesideStreet::build(rules);
  if (!beside) return fail(beside);
  Matcher matcher(rules, options, std::move(compiled), std::move(*gates),
                  Reasons(rules, std::move(needy), options.reference), std::move(*beside));
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (rule.gate.kind == GateKind::kField && rule.view == RuleView::kText) {
      matcher.field_rules_.push_back(RuleIndex{static_cast<std::uint16_t>(i)});
    }
    if (rule.terms) matcher.term_rules_.push_back(RuleIndex{static_cast<std::uint16_t>(i)});
  }
  return matcher;
}

Matcher::Scratch Matcher::make_scratch() const {
  Scratch scratch;
  scratch.gates = gates_.make_scratch();
  return scratch;
}

void Matcher::begin_record(const Record& record, Scratch& scratch) const {
  scratch.suspects.clear();
  scratch.countries_known = false;
  scratch.watched = false;
  scratch.gates.openers.clear();
  scratch.passed_over.clear();
  reasons_.begin_record(record, scratch.reasons);
}

void Matcher::watch(Bytes<ViewSpace> view, Scratch& scratch) const {
  const std::size_t before = scratch.suspects.size();
  scratch.gates.watched = false;
  gates_.collect(FieldIndex{}, view, scratch.gates, scratch.suspects);
  scratch.suspects.resize(before);
  scratch.watched = scratch.watched || scratch.gates.watched;
}

bool Matcher::collect(FieldIndex field, Bytes<ViewSpace> view, Scratch& scratch) const {
  const std::size_t before = scratch.suspects.size();
  const std::uint32_t headers = scratch.gates.openers.headers;
  scratch.gates.watched = false;
  // A number that counts only with a word beside it, or by the name of its
  // field, is no suspect without: most digits of a corpus are neither.
  reasons_.enter(field, scratch.reasons);
  const auto wanted = [&](RuleIndex rule, std::uint32_t at) {
    const Compiled& compiled = compiled_[index(rule)];
    if (compiled.begins_before && !has_start(rules_->rule(rule), compiled, view.text(), at)) return false;
    if (!compiled.needs_reason) return true;
    if (compiled.official && compiled.official->match(view, at)) return true;
    const std::uint32_t first = first_start(rules_->rule(rule), compiled, view.text(), at);
    const MaskWords& masks = scratch.gates.masks.words();
    if (reasons_.may_speak_for(rule, view.text(), masks, first, at, scratch.reasons)) return true;
    if (scratch.passed_over.empty() || scratch.passed_over.back() != field) scratch.passed_over.push_back(field);
    return false;
  };
  gates_.collect(field, view, scratch.gates, scratch.suspects, wanted);
  for (const RuleIndex rule : term_rules_) {
    const auto open = [&](std::uint32_t at) { scratch.suspects.push_back({field, rule, at}); };
    compiled_[index(rule)].terms->find_starts(view, open);
  }
  scratch.watched = scratch.watched || scratch.gates.watched;
  const bool passed_over = !scratch.passed_over.empty() && scratch.passed_over.back() == field;
  return scratch.suspects.size() > before || passed_over || scratch.gates.watched ||
         scratch.gates.openers.headers > headers;
}

void Matcher::collect_named(FieldIndex field, Bytes<ViewSpace> view, Scratch& scratch) const {
  if (view.size() > kLongestNamedValue || field_rules_.empty()) return;
  reasons_.enter(field, scratch.reasons);
  for (const RuleIndex rule : field_rules_) {
    const Compiled& compiled = compiled_[index(rule)];
    const auto is_answer = [&] {
      return compiled.needs_reason && !view.empty() && view.size() <= kLongestNamedAnswer &&
             compiled.prover.may_begin_with(view.text()[0]) && compiled.prover.match(view, 0) &&
             reasons_.tells(rule, view.text(), 0, scratch.reasons);
    };
    if (reasons_.is_named(rule, scratch.reasons) || is_answer()) scratch.suspects.push_back({field, rule, 0});
  }
}

// The farthest start that the gate allows for a hit (rule.h: Gate::before,
// DigitGate).
std::uint32_t Matcher::first_start(const Rule& rule, const Compiled& compiled, std::string_view text,
                                   std::uint32_t hit) const {
  std::uint32_t start = hit;
  if (rule.gate.kind == GateKind::kDigits && compiled.before_bytes == 0) {
    while (start > 0 && hit - start < 2 && (text[start - 1] == '+' || text[start - 1] == '(')) --start;
    return start;
  }
  while (start > 0 && hit - start < compiled.before_bytes &&
         compiled.before[static_cast<std::uint8_t>(text[start - 1])])
    --start;
  while (start < hit && is_continuation(text[start])) ++start;
  return start;
}

// Whether a match of the pattern may begin at one of the starts for a hit.
bool Matcher::has_start(const Rule& rule, const Compiled& compiled, std::string_view text, std::uint32_t hit) const {
  const std::uint32_t first = first_start(rule, compiled, text, hit);
  if (hit - first < rule.gate.before_least) return false;
  for (std::uint32_t start = first; start <= hit; ++start) {
    if (compiled.prover.may_begin_with(text[start])) return true;
  }
  return false;
}

std::vector<Candidate> Matcher::find_in(std::string_view text, Scratch& scratch) const {
  // A record of one line of text.
  const Field field{.raw = {0, static_cast<std::uint32_t>(text.size())},
                    .size = static_cast<std::uint32_t>(text.size())};
  Record record;
  record.raw = Bytes<RecordSpace>(text);
  record.fields = {&field, 1};
  RecordViews views;
  views.begin(record);
  begin_record(record, scratch);
  collect(FieldIndex{0}, Bytes<ViewSpace>(text), scratch);
  std::vector<Candidate> found;
  decide(views, scratch, found);
  return found;
}

}  // namespace privet
