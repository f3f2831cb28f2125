// What was typed, verb by verb: plain values, nothing decided yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_tree.h"
#include "cli/settings_in_force.h"
#include "rule/allow_rule.h"

namespace privet {

enum class Verb {
  kScan,
  kRedact,
  kRulesList,
  kRulesShow,
  kRulesCheck,
  kCheck,
  kEval,
  kMerge,
  kBaselineCreate,
  kBaselineUpdate,
  kBaselineAdd,
  kBaselinePrune,
  kBaselineShow,
  kConfigShow,
  kConfigSchema,
  kCompletionBash,
  kCompletionZsh,
  kCompletionFish,
  kCompletionMan
};

// What `config show` shows: the settings of another command line.
struct ShownSettings {
  std::string verb;    // "privet check"
  std::string config;  // the file; empty: none
  std::vector<SettingInForce> settings;
  std::vector<AllowRule> allow;
};

struct Options {
  Verb verb = Verb::kScan;

  // Where from.
  std::vector<std::string> inputs;
  std::string files_from;
  bool null_separated = false;
  std::string input_format = "auto";
  std::string stdin_filename;

  // What to look for.
  std::string entities;
  std::string id_countries;
  std::optional<double> min_score;  // absent: 0.5, and for names what --names says
  std::string names = "balanced";
  std::string name_model;  // empty: the one that we were built with
  std::string default_region;
  std::vector<std::string> rule_folders;
  bool no_default_rules = false;

  // Private messages.
  double private_threshold = 0.5;
  double prior = 0.01;
  std::string policy;
  std::string private_messages = "keep";
  std::string quarantine;

  // Where in a record.
  std::vector<std::string> fields;
  std::string id_field = "/id";
  bool allow_missing_field = false;

  // What to do.
  std::vector<std::string> operators;
  std::string placeholder;
  std::uint64_t mask_keep_last = 0;
  bool keep_reserved = false;
  std::string keys = "redact";
  std::string reserved_list;
  std::string key_file;
  std::string on_bad_record = "withhold";
  std::string max_withheld = "0";
  std::string withheld;

  // How.
  unsigned threads = 0;  // 0: one per core
  std::uint64_t max_record_bytes = std::uint64_t{16} << 20;
  std::uint64_t max_findings = 100'000;
  std::uint64_t max_window = std::uint64_t{128} << 20;
  std::uint64_t max_bytes = 0;  // of a file; of a longer one a part is read; 0: no limit
  // Results do not depend on it; reports of several batches are in memory at a time.
  std::uint64_t batch_bytes = std::uint64_t{256} << 10;
  bool reference = false;  // for tests: the plain path

  // Where to.
  std::string output;
  std::string compress;
  std::string report;
  std::string report_level = "findings";
  std::string ledger;
  std::string format;  // of findings; empty: text on a terminal, JSONL otherwise
  bool count = false;
  bool show_values = false;
  bool explain = false;
  bool force = false;
  bool line_buffered = false;
  bool quiet = false;
  std::string progress = "auto";
  std::string color = "auto";
  std::string config;      // the file that was read, named or found; empty: none
  bool no_config = false;  // check, baseline: none is looked for
  std::vector<AllowRule> allow;

  // baseline, and check
  std::string baseline;  // empty: as cli/baseline_file.h finds it
  std::string reason, who, added, expires;
  bool yes = false;

  // check
  std::string fail_on = "default";
  std::uint64_t max_findings_shown = 1000;  // 0: all
  bool no_baseline = false;
  std::string record;  // scan: FILE:LINE

  // eval
  std::vector<std::string> label_map;  // LABEL=ENTITY
  std::vector<std::string> by;         // members of labelled records
  std::string errors;
  bool confusion = false;

  // merge
  std::string expect;

  // config show
  bool as_json = false;
  ShownSettings shown;

  // rules
  std::vector<std::string> rule_ids;
  bool strength = false;

  // completion man
  std::string manual_of;      // a verb; empty: the program
  std::string manual_folder;  // for all pages; empty: one page to stdout
};

struct ParseOutcome {
  std::optional<Options> options;  // absent: say `text` and leave with `exit_code`
  std::string text;                // help or version for stdout, or an error for stderr
  int exit_code = 0;
};

// argv to Options. Never throws; every mistake is exit code 2 with one line
// that names the option and, where it helps, the nearest known one.
[[nodiscard]] ParseOutcome parse_options(int argc, const char* const* argv);

// All verbs and options that parse_options() knows.
[[nodiscard]] Command describe_options();

}  // namespace privet
