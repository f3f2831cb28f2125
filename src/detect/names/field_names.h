// Persons that a record names in fields whose keys say so: {"sender_name": "Ann Rey"}.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "detect/candidate.h"
#include "detect/names/name_keys.h"
#include "detect/names/name_reader.h"
#include "detect/names/roster.h"
#include "detect/record_views.h"

namespace privet {

inline constexpr float kFieldNameScore = 0.9F;

// One per worker: it reuses its room.
class FieldNames {
 public:
  FieldNames(NameReader& reader, RuleIndex person) : reader_(&reader), person_(person) {}

  // Appends the names in `searched` fields, and puts them on the roster.
  void find(const RecordViews& views, std::span<const FieldIndex> searched, Roster& roster,
            std::vector<Candidate>& candidates);

 private:
  [[nodiscard]] NameKey key_of(const Record& record, FieldIndex at);
  [[nodiscard]] bool person_above(const Record& record, std::uint32_t container);
  [[nodiscard]] bool person_beside(const Record& record, FieldIndex at);
  void read(const RecordViews& views, FieldIndex at, KeyRole role, bool told, Roster& roster,
            std::vector<Candidate>& candidates);
  void join(const Record& record, FieldIndex at, KeyRole role, std::string_view text, const PersonName& name,
            Roster& roster);
  void flush(Roster& roster);

  NameReader* reader_;
  RuleIndex person_;
  NameKeys keys_;
  std::string room_;
  std::vector<PersonName> names_;

  // What the last key and the last object were found to be.
  std::uint32_t array_ = kNoContainer;
  NameKey array_key_;
  std::uint32_t above_ = kNoContainer;
  bool above_person_ = false;
  std::uint32_t beside_ = kNoContainer;
  bool beside_person_ = false;
  bool beside_given_ = false;  // a key for a given name, and none for a family name

  // {"first_name": …, "last_name": …}: the parts of one name, under way.
  std::uint32_t joined_ = kNoContainer;
  PersonName whole_;
  std::string whole_text_;
};

}  // namespace privet
