#include "detect/reasons.h"

#include <algorithm>
#include <utility>

#include "detect/context/column.h"
#include "detect/context/key_text.h"
#include "record/pointer.h"
#include "text/casefold.h"

namespace privet {
namespace {

// An answer is short, and its question stands at the end of the turn before,
// which is a few leaves away.
constexpr std::uint32_t kLongestAnswer = 200;
constexpr std::uint32_t kEndOfQuestion = 160;
constexpr std::uint32_t kFarthestTurn = 16;
constexpr std::uint32_t kLongestName = 64;  // of a column
// A value that a name explains by its words, or by those around it, is no text.
constexpr std::uint32_t kLongestValue = 256;
constexpr std::uint32_t kLongestLabel = 160;
constexpr std::uint32_t kFarthestLabel = 12;  // leaves
constexpr std::size_t kMostNames = 4096;      // that are remembered
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

bool is_last_word(std::string_view key_words, std::string_view list) {
  key_words.remove_suffix(1);
  const std::string_view word = key_words.substr(std::min(key_words.rfind(' '), key_words.size()));
  const std::size_t at = list.find(word);
  return word.size() > 1 && at != std::string_view::npos && list[at + word.size()] == ' ';
}

// {"number": …}, {"idNumber": …}: the number or value of something.
bool is_any_value(std::string_view key) {
  return is_last_word(key_words(key),
                      " number no nr num value val answer numero número nummer numer номер значение 番号 号码 번호 ");
}

// {"type": "passport"}, {"question": "Your tax number?"}: says what the value beside it is.
bool is_label(std::string_view key) {
  return is_last_word(key_words(key),
                      " type kind name key label field title question scheme system tipo typ art nombre nom тип 类型 ");
}

// The name of the object that the field is a member of; empty if it has none.
std::string_view name_of_parent(const Record& record, const Field& field, std::string& room) {
  std::uint32_t c = field.container;
  while (c != kNoContainer && !record.containers[c].is_object) c = record.containers[c].parent;
  for (; c != kNoContainer; c = record.containers[c].parent) {
    const JsonNode& node = record.containers[c];
    if (node.parent == kNoContainer || !record.containers[node.parent].is_object) continue;
    return node.name.size() > kLongestName ? std::string_view() : name_text(record, {node.name, node.ordinal}, room);
  }
  return {};
}

void add_to(std::vector<bool>& told, const std::vector<bool>& more) {
  told.resize(std::max(told.size(), more.size()));
  for (std::size_t i = 0; i < more.size(); ++i) told[i] = told[i] || more[i];
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
  scratch.given_at = scratch.looked_at = scratch.line_before = kNowhere;
  scratch.lines_seen_to = scratch.line_begin = 0;
}

bool Reasons::is_named(RuleIndex rule, Scratch& scratch) const {
  if (!needy_[index(rule)] && rules_->rule(rule).field_names.empty()) return false;
  if (!scratch.named_known) {
    scratch.named.clear();
    const std::string_view key = key_text(*scratch.record, scratch.field, scratch.key_room);
    const bool is_value = scratch.record->field(scratch.field).size <= kLongestValue;
    if (!key.empty()) scratch.named = is_value ? said_by(key, scratch) : scratch.keys.facts_of(names_, key).tells;
    if (is_value && !key.empty() && is_any_value(key)) add_said_around(scratch.field, key, scratch);
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
  std::vector<bool> told;
  if (const auto name = assigned_name(text, at)) {
    told = said_by(text.substr(name->begin, name->size()), scratch);
  } else if (const auto column = column_name(text, at); column && column->size() <= kLongestName) {
    told = said_by(text.substr(column->begin, column->size()), scratch);
    add_cues(cues_, text, *column, told);
  }
  add_asked_before(text, at, scratch, told);
  return told;
}

const std::vector<bool>& Reasons::said_by(std::string_view name, Scratch& scratch) const {
  if (const auto it = scratch.said.find(name); it != scratch.said.end()) return it->second;
  std::vector<bool> told = scratch.keys.facts_of(names_, name).tells;
  const std::string words = key_words(name);
  add_cues(needy_cues_, words, {0, static_cast<std::uint32_t>(words.size())}, told);
  if (scratch.said.size() >= kMostNames) scratch.said.clear();
  return scratch.said.emplace(name, std::move(told)).first->second;
}

// What the object's own name and the labels beside the field say.
void Reasons::add_said_around(FieldIndex at, std::string_view key, Scratch& scratch) const {
  const Record& record = *scratch.record;
  const Field& field = record.field(at);
  std::string name, room;
  const std::string_view parent = name_of_parent(record, field, room);
  if (!parent.empty()) {
    name.append(parent).append("_").append(key);
    add_to(scratch.named, said_by(name, scratch));
    add_to(scratch.named, said_by(parent, scratch));
  }
  if (field.container == kNoContainer || !record.containers[field.container].is_object) return;
  const auto here = static_cast<std::uint32_t>(index(at));
  const std::uint32_t first = here - std::min(here, kFarthestLabel);
  const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(record.fields.size(), here + kFarthestLabel));
  for (std::uint32_t i = first; i < last; ++i) {
    const Field& other = record.fields[i];
    if (i == here || other.kind() != FieldKind::kString || other.container != field.container || other.size == 0 ||
        other.size > kLongestLabel)
      continue;
    const std::optional<MemberName> other_name = name_of(record, other);
    if (!other_name || !is_label(name_text(record, *other_name, room))) continue;
    add_to(scratch.named, said_by(record.text(other).text(), scratch));
  }
}

// The line before asks for what this one begins with.
//
//   Your tax number?
//   Jo: 12345678Z
void Reasons::add_asked_before(std::string_view text, std::uint32_t at, Scratch& scratch,
                               std::vector<bool>& told) const {
  constexpr std::uint32_t kLongestSpeaker = 40, kMostBetween = 8;
  const std::uint32_t farthest = at - std::min(at, kLongestSpeaker);
  // Where the line begins, of which the places asked about before know a part.
  if (at < scratch.lines_seen_to) scratch.lines_seen_to = scratch.line_begin = 0;
  const std::uint32_t from = std::max(scratch.lines_seen_to, farthest);
  const std::size_t line = text.substr(from, at - from).rfind('\n');
  if (line != std::string_view::npos) scratch.line_begin = from + static_cast<std::uint32_t>(line) + 1;
  scratch.lines_seen_to = at;
  if (scratch.line_begin == 0 || scratch.line_begin <= farthest) return;
  std::uint32_t end = scratch.line_begin;
  while (end > 0 && scratch.line_begin - end < kMostBetween &&
         (text[end - 1] == '\n' || text[end - 1] == ' ' || text[end - 1] == '\r'))
    --end;
  const std::string_view asked = text.substr(end - std::min(end, kEndOfQuestion), std::min(end, kEndOfQuestion));
  if (!asked.ends_with('?') && !asked.ends_with(':') && !asked.ends_with("\uFF1F") && !asked.ends_with("\uFF1A"))
    return;
  if (scratch.line_before != end) {
    const std::size_t begin = asked.rfind('\n') + 1;  // 0 if it is the whole
    scratch.asked_before.assign(needy_.size(), false);
    add_cues(needy_cues_, text, {end - static_cast<std::uint32_t>(asked.size() - begin), end}, scratch.asked_before);
    if (std::find(scratch.asked_before.begin(), scratch.asked_before.end(), true) == scratch.asked_before.end())
      scratch.asked_before.clear();
    scratch.line_before = end;
  }
  if (!scratch.asked_before.empty()) add_to(told, scratch.asked_before);
}

std::vector<bool> Reasons::told_by_turn_before(Scratch& scratch) const {
  const Record& record = *scratch.record;
  if (record.fields.empty() || record.field(scratch.field).size > kLongestAnswer) return {};
  const std::string_view question = turn_before(record, scratch.field);
  if (question.empty()) return {};
  const auto end = static_cast<std::uint32_t>(question.size());
  std::vector<bool> told(needy_.size());
  add_cues(cues_, question, {end > kEndOfQuestion ? end - kEndOfQuestion : 0, end}, told);
  return told;
}

void Reasons::add_cues(const CueIndex& cues, std::string_view text, Span<ViewSpace> where, std::vector<bool>& told) {
  CueHits hits;
  cues.look_between(text, where, hits);
  cues.for_each_rule(hits, [&](RuleIndex rule) { told[index(rule)] = true; });
}

std::uint32_t Reasons::cue_near(RuleIndex rule, Bytes<ViewSpace> text, Span<ViewSpace> span, Scratch& scratch) const {
  if (!definitions_.empty()) return definitions_[index(rule)].weight_near(text, span);
  return cues_.weight_near(rule, text.text(), span, scratch.cues);
}

bool Reasons::may_speak_for(RuleIndex rule, std::string_view text, const MaskWords& masks, std::uint32_t first,
                            std::uint32_t at, Scratch& scratch) const {
  // In a window of one byte is no word: such a rule's are for the names of columns and for questions.
  if (rules_->rule(rule).cues.window > 1) {
    if (scratch.looked_at != at) needy_cues_.look(text, masks, at, scratch.looked);
    scratch.looked_at = at;
    if (needy_cues_.may_be_near(rule, scratch.looked)) return true;
  }
  for (std::uint32_t begin = first; begin <= at; ++begin) {
    if (tells(rule, text, begin, scratch)) return true;
  }
  return false;
}

}  // namespace privet
