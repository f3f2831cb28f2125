#include "detect/reasons.h"

#include <algorithm>
#include <utility>

#include "detect/context/column.h"
#include "detect/context/key_text.h"
#include "record/pointer.h"

namespace privet {
namespace {

// An answer is short, and its question stands at the end of the turn before,
// which is a few leaves away.
constexpr std::uint32_t kLongestAnswer = 200;
constexpr std::uint32_t kEndOfQuestion = 160;
constexpr std::uint32_t kFarthestTurn = 16;
constexpr std::uint32_t kLongestName = 64;  // of a column
constexpr std::uint32_t kNowhere = ~std::uint32_t{0};

// The field of that name in the element before the one that `at` is in.
std::string_view turn_before(const Record& record, FieldIndex at) {
  const Field& field = record.field(at);
  if (field.kind() == FieldKind::kKey || field.container == kNoContainer) return {};
  const JsonNode& turn = record.containers[field.container];
  if (!turn.is_object || turn.ordinal == 0 || turn.parent == kNoContainer || record.containers[turn.parent].is_object)
    return {};
  const std::optional<MemberName> name = name_of(record, field);
  if (!name) return {};
  const auto last = static_cast<std::uint32_t>(index(at));
  for (std::uint32_t i = last; i-- > 0 && last - i <= kFarthestTurn;) {
    const Field& other = record.fields[i];
    if (other.kind() != FieldKind::kString || other.container == field.container || other.container == kNoContainer)
      continue;
    const JsonNode& element = record.containers[other.container];
    if (element.parent != turn.parent || element.ordinal + 1 != turn.ordinal) continue;
    const std::optional<MemberName> other_name = name_of(record, other);
    if (other_name && record.raw.slice(other_name->raw) == record.raw.slice(name->raw))
      return record.text(other).text();
  }
  return {};
}

}  // namespace

Reasons::Reasons(const RuleSet& rules, std::vector<bool> needy, bool reference)
    : rules_(&rules), needy_(std::move(needy)), names_(rules), cues_(rules), needy_cues_(rules, needy_) {
  if (!reference) return;
  for (const Rule& rule : rules.rules()) definitions_.emplace_back(rule.cues);
}

void Reasons::begin_record(const Record& record, Scratch& scratch) const {
  scratch.record = &record;
  enter(FieldIndex{}, scratch);
}

void Reasons::enter(FieldIndex field, Scratch& scratch) const {
  scratch.field = field;
  scratch.named_known = scratch.asked_known = false;
  scratch.cues.covered = {};
  scratch.given_at = scratch.looked_at = kNowhere;
}

bool Reasons::is_named(RuleIndex rule, Scratch& scratch) const {
  if (rules_->rule(rule).field_names.empty()) return false;
  if (!scratch.named_known) {
    scratch.named.clear();
    const std::string_view key = key_text(*scratch.record, scratch.field, scratch.key_room);
    if (!key.empty()) scratch.named = scratch.keys.facts_of(names_, key).tells;
    scratch.named_known = true;
  }
  return !scratch.named.empty() && scratch.named[index(rule)];
}

bool Reasons::tells(RuleIndex rule, std::string_view text, std::uint32_t at, Scratch& scratch) const {
  if (is_named(rule, scratch)) return true;
  if (scratch.given_at != at) scratch.given = told_by_given_name(text, at, scratch);
  scratch.given_at = at;
  if (!scratch.given.empty() && scratch.given[index(rule)]) return true;
  if (!needy_[index(rule)]) return false;
  if (!scratch.asked_known) scratch.asked = told_by_turn_before(scratch);
  scratch.asked_known = true;
  return !scratch.asked.empty() && scratch.asked[index(rule)];
}

std::vector<bool> Reasons::told_by_given_name(std::string_view text, std::uint32_t at, Scratch& scratch) const {
  if (const auto name = assigned_name(text, at)) {
    return scratch.keys.facts_of(names_, text.substr(name->begin, name->size())).tells;
  }
  const std::optional<Span<ViewSpace>> name = column_name(text, at);
  if (!name || name->size() > kLongestName) return {};
  std::vector<bool> told = scratch.keys.facts_of(names_, text.substr(name->begin, name->size())).tells;
  add_cues(text, *name, told);
  return told;
}

std::vector<bool> Reasons::told_by_turn_before(Scratch& scratch) const {
  const Record& record = *scratch.record;
  if (record.fields.empty() || record.field(scratch.field).size > kLongestAnswer) return {};
  const std::string_view question = turn_before(record, scratch.field);
  if (question.empty()) return {};
  const auto end = static_cast<std::uint32_t>(question.size());
  std::vector<bool> told(needy_.size());
  add_cues(question, {end > kEndOfQuestion ? end - kEndOfQuestion : 0, end}, told);
  return told;
}

void Reasons::add_cues(std::string_view text, Span<ViewSpace> where, std::vector<bool>& told) const {
  CueHits hits;
  cues_.look_between(text, where, hits);
  cues_.for_each_rule(hits, [&](RuleIndex rule) { told[index(rule)] = true; });
}

std::uint32_t Reasons::cue_near(RuleIndex rule, Bytes<ViewSpace> text, Span<ViewSpace> span, Scratch& scratch) const {
  if (!definitions_.empty()) return definitions_[index(rule)].longest_near(text, span);
  return cues_.longest_near(rule, text.text(), span, scratch.cues);
}

bool Reasons::may_speak_for(RuleIndex rule, std::string_view text, const MaskWords& masks, std::uint32_t first,
                            std::uint32_t at, Scratch& scratch) const {
  if (scratch.looked_at != at) needy_cues_.look(text, masks, at, scratch.looked);
  scratch.looked_at = at;
  if (needy_cues_.may_be_near(rule, scratch.looked)) return true;
  for (std::uint32_t begin = first; begin <= at; ++begin) {
    if (tells(rule, text, begin, scratch)) return true;
  }
  return false;
}

}  // namespace privet
