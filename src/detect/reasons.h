// What speaks for a value beside the value itself: cue words near by, the name
// of its field, the name that its text gives it, and the question that it answers.
//
// Immutable and shared; what a thread needs is in its Scratch.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/string_hash.h"
#include "detect/context/cue_index.h"
#include "detect/context/cues.h"
#include "detect/context/key_book.h"
#include "record/record.h"
#include "rule/rule_set.h"
#include "text/masks.h"

namespace privet {

class Reasons {
 public:
  struct Scratch {
    KeyBook keys;
    StringMap<std::vector<bool>> said;  // by name
    std::string key_room;
    const Record* record = nullptr;
    // Of the field that was entered; each is read when it is first asked for.
    FieldIndex field{};
    std::vector<bool> named, asked;  // by RuleIndex; empty: for no rule
    bool named_known = false, asked_known = false;
    CueHits cues;                    // around the last value that was asked about
    std::vector<bool> asked_before;  // by the line that ends there
    std::uint32_t line_before = 0;
    std::uint32_t lines_seen_to = 0, line_begin = 0;
    // Of the last place in it.
    std::vector<bool> given;
    std::uint32_t given_at = 0, looked_at = 0;
    CueHits looked;
  };

  // `rules` must outlive it.
  //   needy: by RuleIndex, the rules that may_speak_for() and questions are asked of
  //   reference: cues by their definition, a rule at a time
  Reasons(const RuleSet& rules, std::vector<bool> needy, bool reference);

  void begin_record(const Record& record, Scratch& scratch) const;
  void enter(FieldIndex field, Scratch& scratch) const;

  // All of the field entered. Whether its name tells for the rule: {"rut": …}. A name that only
  // says that this is the number or value of something is told by what stands around it:
  // {"passport": {"number": …}}, {"type": "passport", "value": …}.
  [[nodiscard]] bool is_named(RuleIndex rule, Scratch& scratch) const;
  // Whether its name does, or the one that its text gives to what begins at `at`
  // (context/column.h), or, for a needy rule, a line that asks for it or the words that the turn before
  // ends with: {"text":"your tax number?"}, {"text":"12345678Z"}.
  [[nodiscard]] bool tells(RuleIndex rule, std::string_view text, std::uint32_t at, Scratch& scratch) const;
  // How much the rule's cues near by speak for it (cue_weight); 0: there is none.
  [[nodiscard]] std::uint32_t cue_near(RuleIndex rule, Bytes<ViewSpace> text, Span<ViewSpace> span,
                                       Scratch& scratch) const;
  // False only if neither is so for any value of a needy rule that begins at
  // `first` or behind it, and at `at` or before it (CueIndex::look).
  [[nodiscard]] bool may_speak_for(RuleIndex rule, std::string_view text, const MaskWords& masks, std::uint32_t first,
                                   std::uint32_t at, Scratch& scratch) const;

  [[nodiscard]] const TellingNames& names() const { return names_; }

 private:
  [[nodiscard]] std::vector<bool> told_by_turn_before(Scratch& scratch) const;
  [[nodiscard]] std::vector<bool> told_by_given_name(std::string_view text, std::uint32_t at, Scratch& scratch) const;
  // What a name says: the rules whose names or cues are among its words.
  const std::vector<bool>& said_by(std::string_view name, Scratch& scratch) const;
  void add_said_around(FieldIndex field, std::string_view key, Scratch& scratch) const;
  void add_asked_before(std::string_view text, std::uint32_t at, Scratch& scratch, std::vector<bool>& told) const;
  static void add_cues(const CueIndex& cues, std::string_view text, Span<ViewSpace> where, std::vector<bool>& told);

  const RuleSet* rules_;
  std::vector<bool> needy_;
  TellingNames names_;
  CueIndex cues_, needy_cues_;
  std::vector<CueMatcher> definitions_;  // by RuleIndex, on the reference path only
};

}  // namespace privet
