// What a record itself tells of names: the persons that its fields and its
// texts name by their form ("sender_name", "Dear Ms Rey,", "From: Ann Rey"), and
// every mention of them.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "detect/candidate.h"
#include "detect/names/field_names.h"
#include "detect/names/lexicon.h"
#include "detect/names/mentions.h"
#include "detect/names/name_reader.h"
#include "detect/names/roster.h"
#include "detect/names/text_cues.h"
#include "detect/record_views.h"

namespace privet {

// One per worker and record under way: it reuses its room.
class RecordNames {
 public:
  RecordNames(const Lexicon& lexicon, RuleIndex person)
      : person_(person), reader_(lexicon), fields_(reader_, person), cues_(reader_), mentions_(reader_.folder()) {}
  RecordNames(const RecordNames&) = delete;
  RecordNames& operator=(const RecordNames&) = delete;

  // Appends PERSON candidates that the structure of the record tells, and
  // mentions of everybody it names. Those of the same rule that are there
  // already are taken for names, too, if they are sure.
  //   searched  fields, ascending
  void find(const RecordViews& views, std::span<const FieldIndex> searched, std::vector<Candidate>& candidates);

  // Who is meant by a name that was found in the record of the last find().
  [[nodiscard]] std::optional<PersonIndex> person_of(std::string_view found);
  // The name of that person in full as the record has it, folded; what
  // "<PERSON_1>" numbers by. Empty if nobody is known by it. Until the next find().
  [[nodiscard]] std::string_view person_form(std::string_view found);

 private:
  void find_cues(const RecordViews& views, std::span<const FieldIndex> searched, std::vector<Candidate>& candidates);
  void find_mentions(const RecordViews& views, std::span<const FieldIndex> searched,
                     std::vector<Candidate>& candidates);
  void take_sure(const RecordViews& views, std::span<const Candidate> candidates);

  RuleIndex person_;
  NameReader reader_;
  Roster roster_;
  FieldNames fields_;
  TextCues cues_;
  Mentions mentions_;
  std::vector<Candidate> places_;  // of persons, found otherwise, in order
  std::vector<Mention> mentioned_;
};

}  // namespace privet
