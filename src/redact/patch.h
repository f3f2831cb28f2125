// Findings hidden in a record's raw bytes; every byte outside them stays.
//
// - Findings that overlap, whatever their entities, are hidden together: one
//   replacement for their union, by the operator of the longest (the first of
//   equals). A finding that is kept hides nothing and shields nothing: where a
//   hidden one overlaps it, the shared bytes go.
// - A number becomes `null` as a whole.
// - `number` counts values of an entity in document order, keys included; equal
//   normal forms have one number.
// - `redact` leaves one space where two word characters would meet.
// - `mask` writes `***`, and with keep_last the last characters of a value;
//   none of a key, of a union or of a control character.
// - A key that would be like another of its object gets a number: inside the
//   placeholder (<EMAIL_ADDRESS_2>), else behind what is left (***_2). A key
//   that would be left with fewer than three bytes gets the placeholder.
//
// - A cell of CSV that is not quoted becomes so where what is written would not
//   be read back otherwise (patch_csv.cc).
//
// What is written needs no escaping in JSON and is the same in a line of text:
// placeholders are plain ASCII, and what `mask` keeps is copied with its
// escapes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/function_ref.h"
#include "base/offset_map.h"
#include "record/record.h"
#include "redact/key_names.h"
#include "redact/operators.h"
#include "resolve/finding.h"
#include "rule/rule_set.h"

namespace privet {

// The normal form (detect/proof/validator.h) of a finding's value; asked only for
// `number` and `hash`, once or twice a finding.
using NormalFormOf = FunctionRef<std::string(const Finding&)>;

class PatchWriter;

// One per worker: it reuses its scratch. `rules` names the entities and must
// outlive it.
class Redactor {
 public:
  explicit Redactor(const RuleSet& rules) : rules_(&rules) {}

  // Appends the redacted record to `out` and says whether it differs. `map` is
  // written anew: PatchedSpace derived from RecordSpace, both from 0.
  //   findings: of this record; what Finding::action says is done
  bool apply(const Record& record, std::span<const Finding> findings, const RedactPlan& plan,
             NormalFormOf normal_form_of, std::string& out, OffsetMapBuilder& map);

 private:
  // A stretch to replace: the union of findings of one field.
  struct Patch {
    Span<RecordSpace> raw;
    Span<FieldSpace> bytes;
    FieldIndex field{};
    std::uint32_t winner = 0;       // index of the finding that says how
    std::uint32_t winner_size = 0;  // its raw bytes
    bool alone = true;              // no other finding has a part in it
    std::uint32_t text_begin = 0;   // the replacement, in texts_
    std::uint32_t text_end = 0;
  };
  // What apply() was given, for the steps of it.
  struct Job {
    const Record& record;
    std::span<const Finding> findings;
    const RedactPlan& plan;
    NormalFormOf normal_form_of;
  };

  void collect(const Job& job);
  void write_texts(const Job& job);
  void write_field(const Job& job, std::size_t first, std::size_t last, std::uint32_t suffix, bool as_placeholder);
  void write_text(const Job& job, std::size_t at, Action action, std::uint32_t suffix);
  void append_tail(const Job& job, const Patch& patch);
  [[nodiscard]] bool needs_space(const Job& job, std::size_t at) const;
  [[nodiscard]] std::uint32_t number_of(const Job& job, const Finding& finding);

  void write_row(const Job& job, std::string& out, OffsetMapBuilder& map);
  void write_cell(const Job& job, std::size_t first, std::size_t last, PatchWriter& writer);
  [[nodiscard]] bool needs_quotes(const Job& job, std::size_t first, std::size_t last);

  void begin_keys(const Job& job);
  void write_key(const Job& job, std::size_t first, std::size_t last);
  [[nodiscard]] std::string_view new_text(const Job& job, std::size_t first, std::size_t last);

  const RuleSet* rules_;
  std::vector<Patch> patches_;  // by place
  std::string texts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // entity and normal form
  std::vector<std::uint32_t> counts_;                       // by EntityIndex
  KeyNames names_;
  std::vector<char> touched_;  // by container: a key of it is patched
  std::string key_;            // scratch: a key or cell as it will be
};

}  // namespace privet
