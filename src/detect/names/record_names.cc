#include "detect/names/record_names.h"

#include <algorithm>
#include <tuple>

#include "base/scratch.h"

namespace privet {
namespace {

constexpr float kSure = 0.9F;

}  // namespace

void RecordNames::find_cues(const RecordViews& views, std::span<const FieldIndex> searched,
                            std::vector<Candidate>& candidates) {
  for (const FieldIndex at : searched) {
    if (views.record().field(at).kind() != FieldKind::kString) continue;
    const View view = views.view_of(at);
    const std::string_view text = view.text.text();
    cues_.find(text);
    for (const CuedName& one : cues_.found()) {
      candidates.push_back({.field = at, .span = one.name.place, .score = one.score, .rule = person_});
      roster_.add(text, one.name, NamedBy::kItself, reader_.folder());
    }
    for (const PersonName& name : cues_.spelled()) roster_.add(text, name, NamedBy::kAddress, reader_.folder());
  }
}

// Names that were found by others, and are sure.
void RecordNames::take_sure(const RecordViews& views, std::span<const Candidate> candidates) {
  for (const Candidate& c : candidates) {
    if (c.rule != person_ || c.score < kSure) continue;
    const View view = views.view_of(c.field);
    const std::string_view text = view.text.text();
    PersonName name;
    if (!reader_.read_at(text.substr(0, c.span.end), c.span.begin, {.small = true, .any_small = true}, name)) continue;
    if (name.place.end == c.span.end) roster_.add(text, name, NamedBy::kItself, reader_.folder());
  }
}

// A place that is held already is not told again, unless the mention is longer.
void RecordNames::find_mentions(const RecordViews& views, std::span<const FieldIndex> searched,
                                std::vector<Candidate>& candidates) {
  places_.clear();
  for (const Candidate& c : candidates) {
    if (c.rule == person_) places_.push_back(c);
  }
  std::sort(places_.begin(), places_.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.field, a.span) < std::tie(b.field, b.span);
  });
  mentions_.begin(roster_);
  auto place = places_.begin();
  for (const FieldIndex at : searched) {
    const FieldKind kind = views.record().field(at).kind();
    if (kind != FieldKind::kString && !is_key(kind)) continue;
    const View view = views.view_of(at);
    mentioned_.clear();
    mentions_.find(view.text.text(), mentioned_);
    for (const Mention& one : mentioned_) {
      while (place != places_.end() && (place->field < at || (place->field == at && place->span.end < one.place.end))) {
        ++place;
      }
      if (place != places_.end() && place->field == at && place->span.contains(one.place)) continue;
      candidates.push_back({.field = at, .span = one.place, .score = one.score, .rule = person_});
    }
  }
  empty_scratch(places_);
  empty_scratch(mentioned_);
}

void RecordNames::find(const RecordViews& views, std::span<const FieldIndex> searched,
                       std::vector<Candidate>& candidates) {
  roster_.clear();
  take_sure(views, candidates);
  fields_.find(views, searched, roster_, candidates);
  find_cues(views, searched, candidates);
  if (roster_.empty()) return;
  roster_.index();
  find_mentions(views, searched, candidates);
}

std::optional<PersonIndex> RecordNames::person_of(std::string_view found) {
  return roster_.person_of(found, reader_.folder());
}

std::string_view RecordNames::person_form(std::string_view found) {
  const std::optional<PersonIndex> person = person_of(found);
  return person ? roster_.form_of(*person) : std::string_view();
}

}  // namespace privet
