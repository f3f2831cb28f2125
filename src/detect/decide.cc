// Steps two and three of the matcher: which suspects are proved, which of the
// proved have reason enough, and what else of the record they bring with them.
#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "base/scratch.h"
#include "base/utf8.h"
#include "detect/context/gather.h"
#include "detect/identity/surroundings.h"
#include "detect/matcher.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

int reasons_needed(Strength strength) {
  switch (strength) {
    case Strength::kValidated:
      return 0;
    case Strength::kShaped:
      return 1;
    case Strength::kWeak:
      return 2;
  }
  return 2;
}

bool by_place(const Suspect& a, const Suspect& b) {
  return std::tie(a.field, a.at, a.rule) < std::tie(b.field, b.at, b.rule);
}

// Where the rules of several countries or kinds take a number for theirs, the one
// that its field or column is named for wins, then the one with the nearer and more
// special cue ("British passport" before "passport"), and the country that the record expects.
float preference(bool told, std::uint32_t cue, bool expected) {
  constexpr float kPerByte = 0.001F, kExpected = 0.01F;
  constexpr std::uint32_t kTold = 20, kMost = 30;
  return kPerByte * static_cast<float>(std::min(cue + (told ? kTold : 0), kMost)) + (expected ? kExpected : 0.0F);
}

}  // namespace

const CountrySet& Matcher::countries_of(const RecordViews& views, Scratch& scratch) const {
  if (!scratch.countries_known) {
    scratch.countries = options_.default_region;
    std::optional<FieldIndex> entered;
    const auto is_spoken_for = [&](const Suspect& suspect) {
      if (entered != suspect.field) reasons_.enter(suspect.field, scratch.reasons);
      entered = suspect.field;
      const Bytes<ViewSpace> text = views.view_of(suspect.field).text;
      const bool told = reasons_.tells(suspect.rule, text.text(), suspect.at, scratch.reasons) ||
                        reasons_.cue_near(suspect.rule, text, {suspect.at, suspect.at}, scratch.reasons) != 0;
      // A suspect alone may be none on the other path, where no match could begin.
      return told && compiled_[index(suspect.rule)].prover.match(text, suspect.at).has_value();
    };
    gather_countries(views, *rules_, scratch.suspects, reasons_.names(), scratch.reasons.keys, is_spoken_for,
                     scratch.countries);
    if (entered && scratch.place) reasons_.enter(scratch.place->field, scratch.reasons);
    scratch.countries_known = true;
  }
  return scratch.countries;
}

void Matcher::enter(const Suspect& suspect, Scratch& scratch) const {
  const bool same_field = scratch.place && scratch.place->field == suspect.field;
  scratch.place = suspect;
  if (same_field) return;
  leave_field(scratch);
  scratch.proved_to.resize(compiled_.size());
  for (const RuleIndex rule : scratch.proved) scratch.proved_to[index(rule)] = 0;
  scratch.proved.clear();
  reasons_.enter(suspect.field, scratch.reasons);
}

void Matcher::claim(RuleIndex rule, std::uint32_t end, Scratch& scratch) {
  if (scratch.proved_to[index(rule)] == 0) scratch.proved.push_back(rule);
  scratch.proved_to[index(rule)] = end;
}

void Matcher::leave_field(Scratch& scratch) {
  for (std::size_t i = scratch.held_before; i < scratch.held.size(); ++i) {
    Scratch::Held& held = scratch.held[i];
    held.outnumbered = !held.in_groups && scratch.crowd.refuses_most_in_field(held.candidate.rule);
  }
  scratch.held_before = scratch.held.size();
  scratch.crowd.begin_field();
}

std::optional<Matcher::Proof> Matcher::prove(const Suspect& suspect, const RecordViews& views,
                                             const RecordContext& context, Scratch& scratch, bool whole) const {
  const Rule& rule = rules_->rule(suspect.rule);
  const Compiled& compiled = compiled_[index(suspect.rule)];
  const View view = views.view_of(suspect.field);
  const std::string_view text = view.text.text();
  const auto is_told = [&](Span<ViewSpace> span) {
    return reasons_.tells(suspect.rule, text, span.begin, scratch.reasons);
  };
  const auto cued = [&](Span<ViewSpace> span) {
    return reasons_.cue_near(suspect.rule, view.text, span, scratch.reasons);
  };
  const auto spoken_for = [&](Span<ViewSpace> span) { return is_told(span) || cued(span) != 0; };
  const std::uint32_t first = first_start(rule, compiled, text, suspect.at);
  if (suspect.at - first < rule.gate.before_least) return std::nullopt;
  for (std::uint32_t start = first; start <= suspect.at; ++start) {
    if (start < text.size() && (is_continuation(text[start]) || !compiled.prover.may_begin_with(text[start]))) continue;
    const std::optional<Span<ViewSpace>> span =
        compiled.terms ? compiled.terms->match(view.text, start) : compiled.prover.match(view.text, start);
    if (!span || span->empty() || span->end < suspect.at) continue;
    // The first start that proves decides: a shorter one would find "it@x.org"
    // where the validator refused "git@x.org".
    Verdict verdict{.accepted = true, .span = *span};
    if (compiled.validate) {
      static const RecordContext kNoContext;
      Match match{view.text, *span, rule.region, is_key(views.record().field(suspect.field).kind())};
      if (!whole && rule.strength != Strength::kValidated) match.spoken_for = spoken_for;
      // Only the rules of one country ask what country to expect.
      verdict = compiled.validate(match, rule.region.empty() ? kNoContext : context);
    }
    const bool allowed =
        verdict.accepted && !compiled.allowed.empty() &&
        compiled.allowed.contains(normal_form(rules_->entity(rule.entity), trimmed(view.text.slice(verdict.span))));
    const bool accepted = verdict.accepted && !verdict.span.empty() && !allowed;
    const bool in_form = compiled.official && compiled.official->match(view.text, span->begin) == *span;
    // A number that nothing speaks for is no company: the fast path has passed it over.
    const auto is_company = [&] { return !compiled.needs_reason || in_form || spoken_for(*span); };
    if (!verdict.deferred && is_company()) scratch.crowd.note(suspect.rule, span->size(), accepted);
    if (!accepted) return std::nullopt;
    const bool told = is_told(verdict.span);
    const std::uint32_t cue_weight = cued(verdict.span);
    const bool cue = cue_weight != 0;
    const bool official = compiled.official && !is_named_otherwise(text, verdict.span.begin) &&
                          compiled.official->match(view.text, verdict.span.begin) == verdict.span;
    const bool by_itself = !rule.cues.needed && verdict.alone;
    const int reasons = int{cue} + int{told} + (rule.cues.needed ? 0 : int{verdict.expected} + int{official});
    const float base = verdict.score >= 0 ? verdict.score : static_cast<float>(rule.score);
    Proof proof{.candidate = {.field = suspect.field,
                              .span = verdict.span,
                              .score = std::min(0.99F, base + (cue || told ? rule.cues.boost : 0.0F)),
                              .rule = suspect.rule,
                              .region = verdict.region,
                              .reserved = verdict.reserved},
                .length = span->size(),
                .by_chance = verdict.by_chance && !cue && !told,
                .reasons_missing = by_itself ? 0 : std::max(0, reasons_needed(rule.strength) - reasons),
                .deferred = verdict.deferred};
    if (compiled.validate.is_number_check() && proof.reasons_missing == 0) {
      const bool expected = rule.region.size() == 2 && context.countries().has(rule.region);
      proof.candidate.score = std::min(0.99F, proof.candidate.score + preference(told, cue_weight, expected));
    }
    if (proof.candidate.region[0] == 0 && rule.region.size() == 2)
      proof.candidate.region = {rule.region[0], rule.region[1]};
    return proof;
  }
  return std::nullopt;
}

void Matcher::decide(const RecordViews& views, Scratch& scratch, std::vector<Candidate>& out) const {
  scratch.gates.masks.release();
  std::vector<Suspect>& suspects = scratch.suspects;
  if (suspects.empty()) return;
  std::sort(suspects.begin(), suspects.end(), by_place);
  suspects.erase(std::unique(suspects.begin(), suspects.end()), suspects.end());
  scratch.pending.clear();
  const auto gather = [&]() -> const CountrySet& { return countries_of(views, scratch); };
  const RecordContext context(gather);
  const std::size_t first_out = out.size();
  scratch.place.reset();
  scratch.crowd.begin(compiled_.size());
  scratch.held.clear();
  scratch.claims.clear();
  scratch.held_before = 0;
  for (const Suspect& suspect : suspects) {
    enter(suspect, scratch);
    if (suspect.at < scratch.proved_to[index(suspect.rule)]) continue;
    const std::optional<Proof> proof = prove(suspect, views, context, scratch, false);
    if (!proof) continue;
    if (proof->reasons_missing == 0 && !proof->deferred) {
      if (proof->by_chance) {
        const std::string_view number = views.view_of(suspect.field).text.slice(proof->candidate.span);
        const bool in_groups = !std::all_of(number.begin(), number.end(), is_alnum);
        scratch.held.push_back({suspect, proof->candidate, proof->length, in_groups});
      } else {
        out.push_back(proof->candidate);
      }
      claim(suspect.rule, proof->candidate.span.end, scratch);
      if (compiled_[index(suspect.rule)].needs_reason) scratch.claims.push_back({suspect, proof->candidate.span.end});
    } else {
      scratch.pending.push_back({suspect, proof->candidate, proof->deferred});
    }
  }
  leave_field(scratch);
  for (const Scratch::Held& held : scratch.held) {
    if (held.outnumbered || scratch.crowd.refuses_most(held.candidate.rule, held.length)) {
      scratch.pending.push_back({held.suspect, held.candidate, false});
    } else {
      out.push_back(held.candidate);
    }
  }
  beside_street_.add(views, first_out, out);
  if (out.size() > first_out && !(scratch.pending.empty() && scratch.passed_over.empty()))
    add_pending(views, context, first_out, scratch, out);
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(first_out), out.end(),
            [](const Candidate& a, const Candidate& b) {
              return std::tie(a.field, a.span, a.rule) < std::tie(b.field, b.span, b.rule);
            });
  empty_scratch(suspects);
  empty_scratch(scratch.pending);
  empty_scratch(scratch.held);
  empty_scratch(scratch.claims);
  empty_scratch(scratch.late);
}

// The numbers that were no suspects for want of a word, of the entities that the
// record turned out to hold.
void Matcher::collect_late(const RecordViews& views, const std::vector<bool>& entities, Scratch& scratch) const {
  scratch.late.clear();
  std::vector<bool> rules(compiled_.size());
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    rules[i] = compiled_[i].needs_reason && entities[index(rules_->rules()[i].entity)];
  }
  if (std::find(rules.begin(), rules.end(), true) == rules.end()) return;
  const auto wanted = [&](RuleIndex rule, std::uint32_t) { return static_cast<bool>(rules[index(rule)]); };
  for (const FieldIndex field : scratch.passed_over) {
    gates_.collect_picky(field, views.view_of(field).text, scratch.gates, scratch.late, wanted);
  }
  scratch.gates.masks.release();
  // Without those that decide() has seen.
  std::erase_if(scratch.late, [&](const Suspect& suspect) {
    return std::binary_search(scratch.suspects.begin(), scratch.suspects.end(), suspect, by_place);
  });
  std::sort(scratch.late.begin(), scratch.late.end(), by_place);
  scratch.late.erase(std::unique(scratch.late.begin(), scratch.late.end()), scratch.late.end());
}

// A value found once in a record is found everywhere in it: what only lacked a
// reason here may have had one elsewhere.
void Matcher::add_pending(const RecordViews& views, const RecordContext& context, std::size_t first_out,
                          Scratch& scratch, std::vector<Candidate>& out) const {
  const auto key_of = [&](const Candidate& c) {
    const std::string& entity = rules_->entity(rules_->rule(c.rule).entity);
    return entity + '\0' + normal_form(entity, views.view_of(c.field).text.slice(c.span));
  };
  std::unordered_set<std::string> found;
  std::vector<bool> entities(rules_->entities().size());
  for (std::size_t i = first_out; i < out.size(); ++i) {
    found.insert(key_of(out[i]));
    entities[index(rules_->rule(out[i].rule).entity)] = true;
  }
  collect_late(views, entities, scratch);
  scratch.place.reset();
  auto claimed = scratch.claims.begin();
  for (const Suspect& suspect : scratch.late) {
    enter(suspect, scratch);
    for (; claimed != scratch.claims.end() && by_place(claimed->suspect, suspect); ++claimed) {
      if (claimed->suspect.field == suspect.field) claim(claimed->suspect.rule, claimed->end, scratch);
    }
    if (suspect.at < scratch.proved_to[index(suspect.rule)]) continue;
    const std::optional<Proof> proof = prove(suspect, views, context, scratch, false);
    if (proof) scratch.pending.push_back({suspect, proof->candidate, proof->deferred});
  }
  for (Scratch::Pending& pending : scratch.pending) {
    if (!found.contains(key_of(pending.candidate))) continue;
    if (pending.deferred) {
      enter(pending.suspect, scratch);
      const std::optional<Proof> proof = prove(pending.suspect, views, context, scratch, true);
      if (!proof || !found.contains(key_of(proof->candidate))) continue;
      pending.candidate = proof->candidate;
    }
    pending.candidate.repeated = true;
    out.push_back(pending.candidate);
  }
}

}  // namespace privet
