// SARIF 2.1.0, as GitHub's code scanning takes it.
//
// One run, written as findings come; what rules were about is told at the end,
// of those that found something. Memory does not grow with the findings.
//
// Code scanning keeps 5,000 results of a run and refuses more than 10 MB
// compressed. So the first 4,000 findings become results of their own (500 of
// these places are kept for errors, that a flood of addresses hides no private
// message; 6 MiB of text at most), and what is beyond that is counted: "and N
// more" for each rule of a file at the first of them, of 700 rules and files; for each rule
// alone where these are used up. run.properties has the exact numbers by rule.
//
// Regions are places in the raw lines, columns in code points. Neither value
// nor snippet nor a hash of either is in it: GitHub's own primaryLocationLineHash is
// a hash of the line, from which a short value could be found by trying all.
// Ours is the baseline's id in its form ("0123456789ab:1", the number being which time
// the file holds this record), and it is never left out, for the action that
// uploads would compute that hash then. It outlives moved lines as well.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/json_write.h"
#include "report/check_finding.h"
#include "report/repeated_ids.h"
#include "report/severity.h"
#include "rule/rule_set.h"

namespace privet {

struct SarifTool {
  std::string_view version;
  std::string_view rules_digest;  // of the rules in force
};

struct SarifLimits {
  std::size_t full = 4'000;            // results of one finding
  std::size_t full_for_errors = 500;   // of these, for errors only
  std::size_t full_bytes = 6U << 20U;  // of text
  std::size_t more_by_file = 700;      // "and N more" of a rule in a file
  std::size_t more_file_bytes = 1U << 20U;
  std::size_t more_by_rule = 300;  // and of a rule, or of many, without regard to files
};

// A number for run.properties: {"findingsInBaseline", 12}.
struct SarifCount {
  std::string_view name;
  std::uint64_t count = 0;
};

class SarifWriter {
 public:
  // Everything is appended to `out`, which the caller may empty between calls.
  // `rules` must live as long.
  SarifWriter(const SarifTool& tool, const RuleSet& rules, std::string& out, const SarifLimits& limits = {});

  // Findings of a file come one after the other.
  void add(const CheckFinding& finding);

  //   complete  everything was scanned
  void finish(bool complete, std::span<const SarifCount> counts);

 private:
  struct Used {  // a rule that found something
    std::string id, entity, strength;
    Severity severity = Severity::kLow;
    std::uint64_t findings = 0;
  };
  struct Region {
    std::uint64_t line = 0, column = 0, end_line = 0, end_column = 0;
  };
  struct More {  // findings that are only counted
    std::size_t rule = 0;
    std::string file;
    Region first;
    std::uint64_t count = 0;
    std::string_view where;  // "in this file"
  };

  std::size_t use_rule(const CheckFinding& finding);
  [[nodiscard]] bool has_room(Severity severity) const;
  void count_only(std::size_t rule, const CheckFinding& finding);
  void write_full(std::size_t rule, const CheckFinding& finding, JsonWriter& json);
  void write_more(const More& more, JsonWriter& json) const;
  void write_tool(JsonWriter& json) const;
  void begin_result(JsonWriter& json);

  const RuleSet& rules_;
  std::string& out_;
  SarifLimits limits_;
  std::string version_, digest_;
  RepeatedIds ids_;
  std::vector<Used> used_;
  std::map<std::string, std::size_t, std::less<>> used_by_id_;
  std::size_t full_ = 0, full_bytes_ = 0;
  std::uint64_t findings_ = 0;
  std::vector<More> more_;
  std::size_t more_by_file_ = 0, more_file_bytes_ = 0;
  std::string file_;                                 // whose rules these are:
  std::map<std::size_t, std::size_t> more_of_file_;  // rule to place in more_
  std::map<std::size_t, std::size_t> more_of_rule_;
  bool any_result_ = false;
};

}  // namespace privet
