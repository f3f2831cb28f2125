#include "detect/names/field_names.h"

#include <algorithm>

#include "detect/context/key_text.h"
#include "detect/proof/chars.h"
#include "record/pointer.h"

namespace privet {
namespace {

constexpr std::uint32_t kShortest = 2;
constexpr std::uint32_t kLongest = 1000;  // a list of people
constexpr std::uint32_t kBeside = 32;     // fields that are looked at for a neighbour, on either side

// What a name may begin with; most values of other kinds do not.
bool may_begin_name(char c) { return is_letter(c) || !is_ascii(c) || c == ' ' || c == '"' || c == '\''; }

}  // namespace

NameKey FieldNames::key_of(const Record& record, FieldIndex at) {
  const Field& field = record.field(at);
  const bool element = field.container != kNoContainer && !record.containers[field.container].is_object;
  if (element && field.container == array_) return array_key_;
  const NameKey key = keys_.of(key_text(record, at, room_));
  if (element) {
    array_ = field.container;
    array_key_ = key;
  }
  return key;
}

bool FieldNames::person_above(const Record& record, std::uint32_t container) {
  if (container == above_) return above_person_;
  above_ = container;
  above_person_ = false;
  // An object in a list has the list's key.
  for (std::uint32_t c = container; c != kNoContainer; c = record.containers[c].parent) {
    const JsonNode& node = record.containers[c];
    if (node.parent == kNoContainer) break;
    if (!record.containers[node.parent].is_object) continue;
    if (node.name.size() <= 64) {
      above_person_ = keys_.of(name_text(record, {node.name, node.ordinal}, room_)).person_above;
    }
    break;
  }
  return above_person_;
}

bool FieldNames::person_beside(const Record& record, FieldIndex at) {
  const std::uint32_t container = record.field(at).container;
  if (container == kNoContainer || !record.containers[container].is_object) return false;
  if (container == beside_) return beside_person_;
  beside_ = container;
  beside_person_ = false;
  bool given = false, family = false;
  const auto look_at = [&](std::uint32_t i) {
    const Field& field = record.fields[i];
    // Everything inside the object comes after it; what else does is of a later one.
    if (field.container == kNoContainer || field.container < container) return false;
    if (field.container != container) return record.containers[field.container].parent >= container;
    NameKey key;
    if (is_key(field.kind())) {
      key = keys_.of(record.text(field).text());
    } else if (record.header != nullptr) {
      key = keys_.of(key_text(record, FieldIndex{i}, room_));
    }
    beside_person_ = beside_person_ || key.person_beside;
    given = given || key.role == KeyRole::kGiven;
    family = family || key.role == KeyRole::kFamily;
    return true;
  };
  const auto middle = static_cast<std::uint32_t>(index(at));
  for (std::uint32_t i = middle; i > 0 && middle - i < kBeside && look_at(i - 1);) --i;
  for (std::uint32_t i = middle; i + 1 < record.fields.size() && i - middle < kBeside && look_at(i + 1);) ++i;
  beside_given_ = given && !family;
  return beside_person_;
}

void FieldNames::read(const RecordViews& views, FieldIndex at, KeyRole role, bool told, Roster& roster,
                      std::vector<Candidate>& candidates) {
  const View view = views.view_of(at);
  const std::string_view text = view.text.text();
  const bool part = role == KeyRole::kGiven || role == KeyRole::kFamily;
  NameLimits limits{.small = true, .any_small = part};
  if (part) limits.most_words = 3;
  names_.clear();
  bool addressed = false;
  if (!reader_->read_value(text, view.text.whole(), limits, names_, &addressed)) return;
  if (part && names_.size() > 1) return;
  for (PersonName& name : names_) {
    const bool known = name.supported();
    const bool lone = name.count == 1;
    const bool shouted = std::all_of(name.words.begin(), name.words.begin() + name.count,
                                     [](const NameWord& w) { return w.all_upper || w.letters == 1; });
    // A name by the key: alone only where the key is sure, since "author" may be a firm.
    const bool sure = part || role == KeyRole::kSure;
    if (!known && !sure && (lone ? !addressed : !told && !addressed)) continue;
    if (lone && shouted && !known && !part) continue;  // "NASA"
    if (lone && role == KeyRole::kName && !told && !addressed) {
      // {"name": "Rose"}: as usual as a name as can be, and not as a word.
      const WordFacts facts = name.words[0].facts;
      if (facts.given() < 2 || facts.plain() > 1) continue;
    }
    if (part) {
      for (NameWord& word : name.words) {
        if (word.part == NamePart::kEither || word.part == NamePart::kGiven || word.part == NamePart::kFamily) {
          word.part = role == KeyRole::kGiven ? NamePart::kGiven : NamePart::kFamily;
        }
      }
    }
    candidates.push_back({.field = at, .span = name.place, .score = kFieldNameScore, .rule = person_});
    if (part) {
      join(views.record(), at, role, text, name, roster);
    } else {
      roster.add(text, name, NamedBy::kItself, reader_->folder());
    }
  }
}

void FieldNames::join(const Record& record, FieldIndex at, KeyRole role, std::string_view text, const PersonName& name,
                      Roster& roster) {
  const std::uint32_t container = record.field(at).container;
  const bool again = std::any_of(whole_.words.begin(), whole_.words.begin() + whole_.count, [&](const NameWord& w) {
    return role == KeyRole::kFamily && w.part == NamePart::kFamily;
  });
  if (container != joined_ || again || whole_.count + name.count > whole_.words.size()) flush(roster);
  joined_ = container;
  for (const NameWord& word : name.all()) {
    NameWord moved = word;
    if (!whole_text_.empty()) whole_text_ += ' ';
    moved.place.begin = static_cast<std::uint32_t>(whole_text_.size());
    whole_text_ += text.substr(word.place.begin, word.place.size());
    moved.place.end = static_cast<std::uint32_t>(whole_text_.size());
    whole_.words[whole_.count++] = moved;
  }
}

void FieldNames::flush(Roster& roster) {
  if (whole_.count > 0) roster.add(whole_text_, whole_, NamedBy::kItself, reader_->folder());
  whole_.count = 0;
  whole_text_.clear();
  joined_ = kNoContainer;
}

void FieldNames::find(const RecordViews& views, std::span<const FieldIndex> searched, Roster& roster,
                      std::vector<Candidate>& candidates) {
  const Record& record = views.record();
  array_ = above_ = beside_ = kNoContainer;
  for (const FieldIndex at : searched) {
    const Field& field = record.field(at);
    if (field.kind() != FieldKind::kString || field.size < kShortest || field.size > kLongest) continue;
    if (!may_begin_name(record.text(field)[0])) continue;
    const NameKey key = key_of(record, at);
    if (key.role == KeyRole::kNone) continue;
    KeyRole role = key.role;
    bool told = role == KeyRole::kPerson || role == KeyRole::kSure;
    if (role == KeyRole::kName) {
      told = person_above(record, field.container);
      if (person_beside(record, at)) told = true;
      // {"prenom": "Luc", "nom": "Roche"}
      if (beside_ == field.container && beside_given_) role = KeyRole::kFamily;
    }
    read(views, at, role, told, roster, candidates);
  }
  flush(roster);
}

}  // namespace privet
