// Rules at work: suspects in a record's fields, and which of them are proved.
//
// A record goes through in steps: collect() for every field, then decide()
// once, with what the whole record tells as context. The matcher is immutable
// and shared by all threads; what a thread needs is in its Scratch. matcher.cc
// builds it and collects, decide.cc decides.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "detect/candidate.h"
#include "detect/context/context.h"
#include "detect/crowd.h"
#include "detect/gate/gate_set.h"
#include "detect/places/beside_street.h"
#include "detect/proof/prover.h"
#include "detect/proof/term_list.h"
#include "detect/proof/validator.h"
#include "detect/reasons.h"
#include "detect/record_views.h"
#include "rule/rule_set.h"

namespace privet {

struct MatcherOptions {
  bool reference = false;                    // scalar gates and RE2 only: what tests compare with
  CountrySet default_region;                 // whose national numbers to expect in any record
  std::vector<WatchedLiteral> watched = {};  // what makes a record worth judging (detect/messages/)
};

class Matcher {
 public:
  struct Scratch {
    GateSet::Scratch gates;
    std::vector<Suspect> suspects;
    struct Pending {
      Suspect suspect;
      Candidate candidate;
      bool deferred;
    };
    std::vector<Pending> pending;         // accepted, but without reason enough
    std::vector<FieldIndex> passed_over;  // where a number was no suspect, since nothing speaks for it
    std::vector<Suspect> late;            // what add_pending() finds there
    // Of the place that decide() is at, and of its field; entered by enter().
    std::optional<Suspect> place;
    std::vector<std::uint32_t> proved_to;  // by RuleIndex: what the rule has claimed of the field's view
    std::vector<RuleIndex> proved;         // the rules that have
    struct Claim {
      Suspect suspect;
      std::uint32_t end;
    };
    std::vector<Claim> claims;  // these claims in all fields, by place
    Reasons::Scratch reasons;
    // Of the whole record.
    Crowd crowd;
    struct Held {
      Suspect suspect;
      Candidate candidate;
      std::uint32_t length;      // of the match
      bool in_groups;            // what is printed in groups is compared with groups only
      bool outnumbered = false;  // in its field
    };
    std::vector<Held> held;       // accepted, and perhaps by chance
    std::size_t held_before = 0;  // of other fields than the one decide() is at
    CountrySet countries;         // what the record at hand tells, once asked
    bool countries_known = false;
    bool watched = false;  // something that is watched for stands in the record
  };

  // `rules` must outlive the matcher. Fails on a pattern that does not compile,
  // an unknown validator or an unbounded one, naming the rule's file and line.
  static Result<Matcher> build(const RuleSet& rules, const MatcherOptions& options);

  [[nodiscard]] const RuleSet& rules() const { return *rules_; }
  [[nodiscard]] Scratch make_scratch() const;

  void begin_record(const Record& record, Scratch& scratch) const;
  // Step one, for each field that is looked at: gates of the text, which say
  // whether any opened, and gates of the field's name.
  bool collect(FieldIndex field, Bytes<ViewSpace> view, Scratch& scratch) const;
  // Only whether something that is watched for stands in a text, which is then
  // noted in the scratch.
  void watch(Bytes<ViewSpace> view, Scratch& scratch) const;
  void collect_named(FieldIndex field, Bytes<ViewSpace> view, Scratch& scratch) const;
  // Steps two and three: appends what is proved, sorted by field, then place.
  void decide(const RecordViews& views, Scratch& scratch, std::vector<Candidate>& out) const;

  // What is found in a text by itself, without a record around it.
  [[nodiscard]] std::vector<Candidate> find_in(std::string_view text, Scratch& scratch) const;

 private:
  // A rule, ready to run.
  struct Compiled {
    Prover prover;
    std::optional<Prover> official;             // Rule::official
    std::unique_ptr<TermList> terms = nullptr;  // Rule::terms, instead of the prover
    StringSet allowed = {};                     // normal forms of Rule::allowed
    Validator validate;
    std::unique_ptr<bool[]> before;  // by byte: may stand between a start and the hit
    std::uint32_t before_bytes = 0;
    bool begins_before = false;  // a number whose match may begin before its digits
    // A number that counts only with a cue, by the name of its field or by its
    // official writing.
    bool needs_reason = false;
  };

  static Result<Compiled> compile(const Rule& rule, std::string_view entity);
  Matcher(const RuleSet& rules, const MatcherOptions& options, std::vector<Compiled> compiled, GateSet gates,
          Reasons reasons, BesideStreet beside);
  bool has_start(const Rule& rule, const Compiled& compiled, std::string_view text, std::uint32_t hit) const;
  std::uint32_t first_start(const Rule& rule, const Compiled& compiled, std::string_view text, std::uint32_t hit) const;
  struct Proof {
    Candidate candidate;
    std::uint32_t length = 0;  // of what the pattern matched
    bool by_chance = false;    // Verdict::by_chance, where nothing but the number speaks for it
    int reasons_missing = 0;
    bool deferred = false;  // Verdict::deferred; never if the `whole` proof was asked for
  };
  std::optional<Proof> prove(const Suspect& suspect, const RecordViews& views, const RecordContext& context,
                             Scratch& scratch, bool whole) const;
  void enter(const Suspect& suspect, Scratch& scratch) const;
  static void leave_field(Scratch& scratch);
  static void claim(RuleIndex rule, std::uint32_t end, Scratch& scratch);
  void collect_late(const RecordViews& views, const std::vector<bool>& entities, Scratch& scratch) const;
  void add_pending(const RecordViews& views, const RecordContext& context, std::size_t first_out, Scratch& scratch,
                   std::vector<Candidate>& out) const;
  const CountrySet& countries_of(const RecordViews& views, Scratch& scratch) const;

  const RuleSet* rules_;
  MatcherOptions options_;
  GateSet gates_;
  std::vector<Compiled> compiled_;  // by RuleIndex
  Reasons reasons_;
  BesideStreet beside_street_;
  std::vector<RuleIndex> field_rules_;  // whose gate is the name of the field
  std::vector<RuleIndex> term_rules_;
};

}  // namespace privet
