#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/accept.h"
#include "cli/check_run.h"
#include "cli/config_file.h"
#include "cli/help.h"
#include "cli/settings.h"
#include "cli/usage_error.h"
#include "cli/version.h"
#include "gate/fail_on.h"
#include "input/source.h"
#include "redact/operators.h"
#include "rule/allow_reader.h"

namespace privet {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

// Footers are paragraphs, one a line; cli/examples.cc has what follows them.
constexpr const char* kFooter =
    "Exit codes: 0 the whole job was done; 2 usage, configuration or I/O error; 3 done, but something was not "
    "scanned.\n"
    "A finding is evidence, not a determination; what was not found is still there.";
constexpr const char* kStreamFooter =
    "Sizes: 64MiB and 64M are 64 times 2^20 bytes, 64MB is 64 times 10^6.\n"
    "Any option can also be set by the environment (PRIVET_THREADS=2) or in the file of --config (threads = 2); what "
    "is typed wins, then the environment.\n";
constexpr const char* kCompletionFooter = "Exit codes: 0 done; 2 usage or I/O error.";

// What the parser calls a verb, and what we do.
struct VerbApp {
  CLI::App* app;
  Verb verb;
};
using VerbApps = std::vector<VerbApp>;

// Options of one verb, group by group.
class OptionTable {
 public:
  explicit OptionTable(CLI::App& app) : app_(app) {}

  void group(const char* name) { group_ = name; }

  template <class T>
  CLI::Option* add(const char* names, const char* type, T& value, const char* description) {
    CLI::Option* const option =
        app_.add_option(names, value, description)->option_text(type)->type_name("")->group(group_);
    // Each of several is one argument: what follows is an INPUT.
    if (option->get_expected_max() > 1) option->allow_extra_args(false);
    return option;
  }
  template <class T>
  CLI::Option* add(const char* names, const char* type, T& value, const char* description, Accept accept) {
    return add(names, type, value, description)
        ->type_name(CLI::detail::join(accept.words, "|"))
        ->transform(CLI::Validator(std::move(accept.check), ""));
  }
  // What follows the options.
  CLI::Option* operand(const char* name, std::string& value, const char* description) {
    return app_.add_option(name, value, description)->type_name("");
  }
  // Several. They are taken as they are: where it may end the list itself, CLI11
  // takes "[a,b]" for one; so it waits for more than any system passes.
  CLI::Option* operand(const char* name, std::vector<std::string>& values, const char* description) {
    return app_.add_option(name, values, description)
        ->type_name("")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->expected(1 << 28, 1 << 28)
        ->allow_extra_args(false);
  }
  void flag(const char* names, bool& value, const char* description) {
    app_.add_flag(names, value, description)->group(group_);
  }

 private:
  CLI::App& app_;
  const char* group_ = "";
};

void add_inputs(OptionTable& table, Options& o) {
  table.group("Input");
  table.add("--files-from", "FILE", o.files_from, "more inputs, one a line (- for stdin)");
  table.flag("-0,--null", o.null_separated, "names in --files-from end with NUL");
  table
      .add("--input-format", "FORMAT", o.input_format,
           "auto, jsonl, json (an array of records, or values one after the other), csv or text",
           one_of({"auto", "jsonl", "json", "csv", "text"}))
      ->default_str("auto");
  table.add("--stdin-filename", "NAME", o.stdin_filename, "what reports call stdin")->default_str("-");
}

void add_detection(OptionTable& table, Options& o) {
  table.group("What to look for");
  table.add("--entities", "LIST", o.entities, "A,B replaces the default, +A,-B edits it")
      ->type_name(kEntityEdits)
      ->default_str("all but DATE_TIME, URL");
  table
      .add("--id-countries", "LIST", o.id_countries,
           "whose national identifiers: DE,FR, EU, EEA or none; EU_VAT of all members if of one")
      ->type_name(kIdCountries)
      ->default_str("all");
  table
      .add("--min-score", "X", o.min_score,
           "leave out findings below this score, 0 to 1 (names have their own: --names)", number(0, 1))
      ->default_str("0.5");
  table
      .add("--names", "MODE", o.names, "persons' names in text: balanced, strict (fewer, surer) or off",
           one_of({"balanced", "strict", "off"}))
      ->default_str("balanced");
  table.add("--name-model", "FILE", o.name_model, "the model to find names with (see tools/train)")
      ->default_str("built in");
  table
      .add("--private-threshold", "P", o.private_threshold,
           "how probable it must be that a record is a private message, 0 to 1", number(0, 1))
      ->default_str("0.5");
  table
      .add("--prior", "P", o.prior, "the share of private messages to expect among all records",
           number(0.000001, 0.999999))
      ->default_str("0.01");
  table.add("--policy", "FILE", o.policy,
            "decides which private messages may be used: allow, review or block (rules/policy has examples)");
  table.add("--default-region", "CC", o.default_region, "where numbers without a country are from, as ISO 3166: CH")
      ->type_name(kPhoneRegions);
  table.add("--rules", "DIR", o.rule_folders, "a folder of further rules; repeatable");
  table.flag("--no-default-rules", o.no_default_rules, "use the rules of --rules only");
  table.add("--reserved-list", "FILE", o.reserved_list,
            "values that count as reserved, one a line; @example.com is a whole domain");
  table.group("Where in a record");
  table.add("--field", "POINTER", o.fields, "look only at this JSON Pointer, * for any one step; repeatable")
      ->default_str("every string");
  table.add("--id-field", "POINTER", o.id_field, "where a record's id is")->default_str("/id");
  table
      .add("--keys", "WHAT", o.keys, "names of members: redact, report (leave) or skip",
           one_of({"redact", "report", "skip"}))
      ->default_str("redact");
  table.flag("--allow-missing-field", o.allow_missing_field, "records without any --field count as scanned");
}

void add_limits(OptionTable& table, Options& o) {
  table.add("--max-withheld", "N|P%", o.max_withheld, "how many may be withheld before the exit code is 3")
      ->default_str("0");
  table
      .add("--max-record-bytes", "SIZE", o.max_record_bytes, "withhold longer records; at most 256MiB",
           size(1, 256 * kMiB, "from 1 to 256MiB"))
      ->default_str("16MiB");
  table
      .add("--max-findings-per-record", "N", o.max_findings, "withhold records with more findings",
           whole_number(0, UINT32_MAX))
      ->default_str("100000");
  table
      .add("--max-window", "SIZE", o.max_window, "largest window of a zstd file",
           size(1024, 2048 * kMiB, "from 1KiB to 2GiB"))
      ->default_str("128MiB");
}

// Of check and baseline, which must look at the same.
void add_check_limits(OptionTable& table, Options& o) {
  table.group("What cannot be scanned");
  table
      .add("--max-bytes", "SIZE", o.max_bytes,
           "of a larger file a part is checked: its head, its tail and some between",
           size(1, std::uint64_t{1} << 50, "from 1 to 1PiB"))
      ->default_str("32MiB");
  add_limits(table, o);
}

void add_unscanned(OptionTable& table, Options& o) {
  table.group("What cannot be scanned");
  table
      .add("--on-bad-record", "WHAT", o.on_bad_record, "withhold, stub, pass or stop",
           one_of({"withhold", "stub", "pass", "stop"}))
      ->default_str("withhold");
  table.add("--withheld", "FILE", o.withheld, "write withheld records to this file");
  add_limits(table, o);
}

void add_reporting(OptionTable& table, Options& o) {
  table.add("--format", "FORMAT", o.format, "of findings: text, jsonl or csv (default: text on a terminal, else jsonl)",
            one_of({"text", "jsonl", "csv"}));
  table
      .add("--report-level", "LEVEL", o.report_level, "findings, records (a line for each entity of a record) or none",
           one_of({"findings", "records", "none"}))
      ->default_str("findings");
  table.flag("--show-values", o.show_values, "put the found text into the report");
  table.flag("--explain", o.explain, "below each private message, why: what spoke for and against (text only)");
  table.add("--key-file", "FILE", o.key_file, "a secret key: for fingerprints in the report, and for hash");
  table.add("--ledger", "FILE", o.ledger, "the run's ledger (default: the report's name and .ledger.json)");
  table.add("--compress", "CODEC", o.compress, "compress stdout: gz or zst (a file's suffix decides for files)",
            one_of({"gz", "zst"}));
  table.flag("--force", o.force, "overwrite existing outputs");
}

//   quiet: what it leaves unsaid
void add_telling(OptionTable& table, Options& o, const char* quiet) {
  table
      .add("--color", "WHEN", o.color, "auto (on a terminal, unless NO_COLOR is set), always or never",
           one_of({"auto", "always", "never"}))
      ->default_str("auto");
  table.flag("-q,--quiet", o.quiet, quiet);
}

//   looked_for: one is read that nobody names
void add_running(OptionTable& table, Options& o, bool looked_for = false) {
  table.group("Running");
  table.add("--threads", "N", o.threads, "worker threads; 0: one per core", whole_number(0, 512))->default_str("0");
  table.flag("--line-buffered", o.line_buffered, "flush after every record");
  table.add("--progress", "WHEN", o.progress, "auto, plain or off", one_of({"auto", "plain", "off"}))
      ->default_str("auto");
  add_telling(table, o, "no summary and no line for each withheld record");
  CLI::Option* const config = table.add("--config", "FILE", o.config, "a privet.toml with options as keys");
  if (looked_for) {
    config->default_str("privet.toml here or above, in the repository");
    table.flag("--no-config", o.no_config, "none is looked for");
  }
  table.group("");
  table.add("--batch-bytes", "SIZE", o.batch_bytes, "", size(1, 256 * kMiB, "from 1 to 256MiB"));
  table.flag("--reference", o.reference, "");
}

void add_scan(CLI::App& app, Options& o) {
  OptionTable table(app);
  add_inputs(table, o);
  table.add("--record", "FILE:LINE", o.record,
            "only the record of this file that stands in this line, as check names it");
  add_detection(table, o);
  table
      .add("--placeholder", "TEXT", o.placeholder,
           "the placeholders of an earlier run, which are no findings: '[{entity}_{n}]'")
      ->default_str("<{entity}_{n}>");
  table.group("Output");
  table.add("-o,--output,--report", "FILE", o.output, "where findings go (.jsonl, .csv, also .gz and .zst)")
      ->default_str("stdout");
  table.flag("--count", o.count, "a table of counts and nothing else");
  add_reporting(table, o);
  add_unscanned(table, o);
  add_running(table, o);
}

void add_redact(CLI::App& app, Options& o) {
  OptionTable table(app);
  add_inputs(table, o);
  add_detection(table, o);
  table.group("What to do with it");
  table
      .add("--operator", "E=NAME", o.operators,
           "E=replace|number|redact|mask|hash|keep, DEFAULT for all others; repeatable")
      ->type_name(kEntityValue + CLI::detail::join(action_names(), "|"))
      ->default_str("DEFAULT=replace");
  table.add("--placeholder", "TEXT", o.placeholder, "how replace and number write: '[{entity}_{n}]'")
      ->default_str("<{entity}_{n}>");
  table
      .add("--mask-keep-last", "N", o.mask_keep_last, "characters that mask leaves, at most a quarter",
           whole_number(0, 1000))
      ->default_str("0");
  table
      .add("--private-messages", "WHAT", o.private_messages,
           "keep (redacted as any record), blank (every string but the id), drop or quarantine",
           one_of({"keep", "blank", "drop", "quarantine"}))
      ->default_str("keep");
  table.add("--quarantine", "FILE", o.quarantine, "write quarantined records to this file, as they came");
  table.flag("--keep-reserved", o.keep_reserved, "leave values alone that nobody can own (example.com, 555-01xx)");
  table.group("Output");
  table.add("-o,--output", "OUT", o.output, "where redacted records go; a folder if INPUT is one")
      ->default_str("stdout");
  table.add("--report", "FILE", o.report, "where findings go (.jsonl, .csv, also .gz and .zst)");
  add_reporting(table, o);
  add_unscanned(table, o);
  add_running(table, o);
}

// What fails a check, and what is known.
void add_verdict(OptionTable& table, Options& o) {
  table
      .add(
          "--fail-on", "LIST", o.fail_on,
          "what fails: A,B of entities, private, identifiers, any, block, review, reserved, default or none; WHAT:SURE "
          "with a strength or score, as in EMAIL_ADDRESS:0.9,identifiers:shaped")
      ->default_str(std::string(kDefaultFailOn));
  table.add("--baseline", "FILE", o.baseline, "findings that are known (privet baseline)")
      ->default_str(".privet-baseline.json here or in the repository");
}

void add_check(CLI::App& app, Options& o) {
  OptionTable table(app);
  table.operand("FILE", o.inputs, "a file or folder; without, all that git tracks here (data files and Markdown)");
  table.group("Verdict");
  add_verdict(table, o);
  table.flag("--no-baseline", o.no_baseline, "none is known");
  add_inputs(table, o);
  add_detection(table, o);
  table.group("Output");
  table.add("-o,--output", "FILE", o.output, "where findings go")->default_str("stdout");
  table
      .add("--format", "FORMAT", o.format, "text, jsonl, sarif (2.1.0) or gitlab (Code Quality)",
           one_of({"text", "jsonl", "sarif", "gitlab"}))
      ->default_str("text");
  table
      .add("--max-findings", "N", o.max_findings_shown, "show so many, and how many more there are; 0: all",
           whole_number(0, UINT32_MAX))
      ->default_str("1000");
  table.flag("--show-values", o.show_values, "show the found text (on a terminal only)");
  table.add("--key-file", "FILE", o.key_file, "a secret key, under which ids are made");
  table.flag("--force", o.force, "overwrite an existing output");
  add_check_limits(table, o);
  add_running(table, o, true);
}

void add_baseline(CLI::App& baseline, Options& o, VerbApps& verbs) {
  baseline.require_subcommand(1);
  baseline.footer(kFooter);
  CLI::App* create = baseline.add_subcommand("create", "Takes down what is found now, so that only new findings fail.");
  CLI::App* update = baseline.add_subcommand("update", "Shows what is new, and accepts it with --yes.");
  CLI::App* add = baseline.add_subcommand("add", "Accepts findings by their ids.");
  CLI::App* prune =
      baseline.add_subcommand("prune", "Shows entries that nothing matches any more, and removes them with --yes.");
  CLI::App* show = baseline.add_subcommand("show", "A line for each entry.");
  verbs.insert(verbs.end(), {{create, Verb::kBaselineCreate},
                             {update, Verb::kBaselineUpdate},
                             {add, Verb::kBaselineAdd},
                             {prune, Verb::kBaselinePrune},
                             {show, Verb::kBaselineShow}});
  for (CLI::App* verb : {create, update, add, prune, show}) {
    OptionTable table(*verb);
    const bool accepts = verb == create || verb == update || verb == add;
    if (verb == add) {
      table.operand("ID", o.inputs, "as privet check shows them; files behind them must hold these findings")
          ->required();
    } else if (verb != show) {
      table.operand("FILE", o.inputs, "a file or folder; without, all that git tracks");
    }
    table.group("Baseline");
    if (accepts) {
      table.add("--reason", "TEXT", o.reason, "why the findings are accepted");
      table.add("--who", "TEXT", o.who, "who accepts them");
      table.add("--added", "DATE", o.added, "when: YYYY-MM-DD");
      table.add("--expires", "DATE", o.expires, "the last day that they are accepted, in UTC: YYYY-MM-DD");
    }
    if (verb == create) table.flag("--force", o.force, "make it anew if there is one");
    if (verb == update || verb == prune)
      table.flag("--yes", o.yes, "do what is shown; needed where nobody can be asked");
    if (verb == show) {
      table.add("--baseline", "FILE", o.baseline, "the baseline")
          ->default_str(".privet-baseline.json here or in the repository");
      table.add("--format", "FORMAT", o.format, "text or jsonl", one_of({"text", "jsonl"}))->default_str("text");
      add_telling(table, o, "no line of how many there are");
    } else {
      add_verdict(table, o);
      table.add("--key-file", "FILE", o.key_file, "a secret key, under which ids are made");
      add_inputs(table, o);
      add_detection(table, o);
      add_check_limits(table, o);
      add_running(table, o, true);
    }
    verb->group("Verbs")->footer(kFooter);
  }
}

// The file of --config serves all verbs.
std::vector<std::string> config_keys(const std::vector<const CLI::App*>& verbs) {
  std::vector<std::string> keys;
  for (const CLI::App* verb : verbs) {
    for (const CLI::Option* option : verb->get_options()) {
      if (option->get_group().empty()) continue;
      for (const std::string& key : option->get_lnames()) {
        if (key != "help" && key != "config" && key != "no-config" &&
            std::find(keys.begin(), keys.end(), key) == keys.end())
          keys.push_back(key);
      }
    }
  }
  return keys;
}

void add_config(CLI::App& config, Options& o, VerbApps& verbs) {
  config.require_subcommand(1);
  config.footer(kCompletionFooter);
  CLI::App* show = config.add_subcommand("show", "Every setting of a command with its value, and where that is from.");
  CLI::App* schema = config.add_subcommand("schema", "The JSON Schema of privet.toml, for editors.");
  verbs.insert(verbs.end(), {{show, Verb::kConfigShow}, {schema, Verb::kConfigSchema}});
  for (CLI::App* verb : {show, schema}) verb->group("Verbs")->footer(kCompletionFooter);
  OptionTable table(*show);
  // Another parser reads it (parse_options), so that any option of that verb may follow.
  table.operand("VERB", o.manual_of, "a verb with its options, as it would be typed; without, check")
      ->type_name(kVerbNames);
  table.group("Options");
  table.flag("--json", o.as_json, "one JSON object a line; stands before VERB");
}

void add_rules(CLI::App& rules, Options& o, VerbApps& verbs) {
  rules.require_subcommand(1);
  rules.footer(kFooter);
  CLI::App* list = rules.add_subcommand("list", "A line for each rule and marker of private messages.");
  CLI::App* show = rules.add_subcommand("show", "Everything about a rule or marker, with what it finds and ignores.");
  CLI::App* check = rules.add_subcommand("check", "Proves every rule and marker on its own examples.");
  verbs.insert(verbs.end(), {{list, Verb::kRulesList}, {show, Verb::kRulesShow}, {check, Verb::kRulesCheck}});
  for (CLI::App* verb : {list, show, check}) {
    OptionTable table(*verb);
    const char* const what = verb == show ? "ids, entities or platforms, such as email.address, PHONE_NUMBER, slack"
                                          : "only these ids, entities or platforms";
    table.operand("ID", o.rule_ids, what)->type_name(kRuleNames)->required(verb == show);
    table.group("Options");
    table.add("--rules", "DIR", o.rule_folders, "a folder of further rules; repeatable");
    table.flag("--no-default-rules", o.no_default_rules, "use the rules of --rules only");
    if (verb == check) table.flag("--strength", o.strength, "count how often random text of a rule's shape passes");
    if (verb == list)
      table.add("--format", "FORMAT", o.format, "text or jsonl", one_of({"text", "jsonl"}))->default_str("text");
    add_telling(table, o, verb == check ? "only what has problems" : "no notice of rules that --rules overrides");
    verb->group("Verbs")->footer(kFooter);
  }
}

void add_completion(CLI::App& completion, Options& o, VerbApps& verbs) {
  completion.require_subcommand(1);
  completion.footer(kCompletionFooter);
  CLI::App* bash = completion.add_subcommand("bash", "The script for bash, 4.4 or later.");
  CLI::App* zsh = completion.add_subcommand("zsh", "The script for zsh.");
  CLI::App* fish = completion.add_subcommand("fish", "The script for fish.");
  CLI::App* man = completion.add_subcommand("man", "Pages of the manual, in troff.");
  verbs.insert(verbs.end(), {{bash, Verb::kCompletionBash},
                             {zsh, Verb::kCompletionZsh},
                             {fish, Verb::kCompletionFish},
                             {man, Verb::kCompletionMan}});
  for (CLI::App* verb : {bash, zsh, fish, man}) verb->group("Verbs")->footer(kCompletionFooter);
  OptionTable table(*man);
  table.operand("VERB", o.manual_of, "whose page; without, that of privet itself")->type_name(kVerbNames);
  table.group("Options");
  table.add("--into", "DIR", o.manual_folder, "write every page into this folder: privet.1, privet-scan.1, ...");
}

// All verbs, in the order of help. `o` must outlive `app`.
VerbApps define_verbs(CLI::App& app, Options& o) {
  app.formatter(std::dynamic_pointer_cast<CLI::FormatterBase>(help_formatter()));
  app.set_version_flag("--version", std::string(),
                       "print the version, and what it is built from, and leave");  // version_text() says it
  app.set_help_flag("-h,--help", "print this help and leave");
  app.require_subcommand(0, 1);
  app.footer(kFooter);

  VerbApps verbs;
  CLI::App* scan = app.add_subcommand("scan", "Finds personal data; changes nothing. Findings go to stdout or -o.");
  CLI::App* redact =
      app.add_subcommand("redact", "Writes the records with what was found replaced; findings with --report.");
  verbs.insert(verbs.end(), {{scan, Verb::kScan}, {redact, Verb::kRedact}});
  add_scan(*scan, o);
  add_redact(*redact, o);
  for (CLI::App* verb : {scan, redact}) {
    OptionTable(*verb).operand("INPUT", o.inputs,
                               "a file, a folder, or - for stdin (the default); .gz and .zst are unpacked");
    verb->footer(std::string(kStreamFooter) + kFooter);
  }
  CLI::App* check = app.add_subcommand("check", "For hooks and CI: says yes or no, and where.");
  add_check(*check, o);
  check->footer(
      "Exit codes: 0 clean; 1 findings that fail; 2 usage, configuration or I/O error; 3 no finding fails, but "
      "something was not scanned.\n" +
      std::string(kStreamFooter));
  verbs.push_back({check, Verb::kCheck});
  add_baseline(*app.add_subcommand("baseline", "Findings that are known: create, update, add, prune, show."), o, verbs);
  add_config(*app.add_subcommand("config", "Settings in force, and what a privet.toml may hold: show, schema."), o,
             verbs);
  add_rules(*app.add_subcommand("rules", "What is looked for: list, show, check."), o, verbs);
  add_completion(*app.add_subcommand("completion", "Completion for bash, zsh or fish, and the manual."), o, verbs);
  for (CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) verb->group("Verbs");
  return verbs;
}

constexpr const char* kWhat = "Finds personal data in training corpora, and redacts it.";

// One command line.
class Parser {
 public:
  Parser() : app_(kWhat, "privet"), verbs_(define_verbs(app_, o_)) {}

  // Absent: what to say instead of doing it is in `outcome`.
  bool parse(std::vector<std::string> args, ParseOutcome& outcome) {
    std::reverse(args.begin(), args.end());  // as CLI11 wants them
    try {
      app_.parse(args);
    } catch (const CLI::CallForHelp&) {
      return leave(outcome, app_.help(), 0);
    } catch (const CLI::CallForVersion&) {
      return leave(outcome, version_text(), 0);
    } catch (const CLI::ParseError& error) {
      return leave(outcome, "privet: " + usage_error(error, app_) + "\n", 2);
    }
    if (app_.get_subcommands().empty())
      return leave(outcome, "privet: no verb given; try privet scan FILE, or privet --help\n", 2);
    for (const VerbApp& verb : verbs_) {
      if (verb.app->parsed()) verb_ = &verb;
    }
    o_.verb = verb_->verb;
    if (Status status = configure(); !status) return leave(outcome, "privet: " + status.error().message + "\n", 2);
    return true;
  }

  [[nodiscard]] Options& options() { return o_; }

  // After parse().
  [[nodiscard]] ShownSettings settings() const {
    std::string name = verb_->app->get_name();
    for (const CLI::App* above = verb_->app->get_parent(); above != nullptr; above = above->get_parent())
      name = above->get_name() + " " + name;
    return {std::move(name), o_.config, settings_in_force(*verb_->app, given_), o_.allow};
  }

 private:
  static bool leave(ParseOutcome& outcome, std::string text, int exit_code) {
    outcome = {{}, std::move(text), exit_code};
    return false;
  }

  [[nodiscard]] bool has(const char* option) const { return verb_->app->get_option_no_throw(option) != nullptr; }

  // What was not typed: from the environment and the configuration file.
  Status configure() {
    if (!has("--config")) return {};
    std::optional<ConfigFile> file;
    if (!o_.config.empty()) {
      Result<ConfigFile> named = read_config(o_.config);
      if (!named) return fail(named);
      file = std::move(*named);
    } else if (has("--no-config") && !o_.no_config) {
      Result<std::optional<ConfigFile>> found = find_config();
      if (!found) return fail(found);
      file = std::move(*found);
    }
    std::vector<const CLI::App*> with_config;
    for (const VerbApp& verb : verbs_) {
      if (verb.app->get_option_no_throw("--config") != nullptr) with_config.push_back(verb.app);
    }
    Result<GivenBy> given = apply_settings(*verb_->app, config_keys(with_config), file ? &*file : nullptr);
    if (!given) return fail(given);
    given_ = std::move(*given);
    if (!file) return {};
    o_.config = file->path;
    Result<std::vector<AllowRule>> allow = read_allow_rules(file->text, printable_path(file->path));
    if (!allow) return fail(allow);
    o_.allow = std::move(*allow);
    return {};
  }

  Options o_;
  CLI::App app_;
  VerbApps verbs_;
  const VerbApp* verb_ = nullptr;
  GivenBy given_;
};

// The command line behind `config show`: that of check, if it names no verb.
ParseOutcome show_settings(Options o, std::vector<std::string> command) {
  if (command.empty() || command.front().starts_with("-")) command.insert(command.begin(), "check");
  Parser parser;
  ParseOutcome outcome;
  if (!parser.parse(command, outcome)) return outcome;
  o.shown = parser.settings();
  if (!looks_for_names(parser.options())) {
    for (SettingInForce& setting : o.shown.settings) {
      if (setting.key != "names") continue;
      setting.values = {"off"};
      setting.origin = Origin::kVerb;
      setting.where = "neither --entities nor --fail-on names PERSON";
    }
  }
  return {std::move(o), {}, 0};
}

}  // namespace

ParseOutcome parse_options(int argc, const char* const* argv) {
  std::vector<std::string> args(argv + std::min(argc, 1), argv + argc);
  std::vector<std::string> shown;
  if (args.size() > 2 && args[0] == "config" && args[1] == "show") {
    const auto is_own = [](const std::string& arg) { return arg == "--json" || arg == "-h" || arg == "--help"; };
    const auto command = std::find_if_not(args.begin() + 2, args.end(), is_own);
    shown.assign(command, args.end());
    args.erase(command, args.end());
  }
  Parser parser;
  ParseOutcome outcome;
  if (!parser.parse(std::move(args), outcome)) return outcome;
  if (parser.options().verb == Verb::kConfigShow) return show_settings(parser.options(), std::move(shown));
  return {std::move(parser.options()), {}, 0};
}

Command describe_options() {
  Options o;
  CLI::App app(kWhat, "privet");
  define_verbs(app, o);
  return command_tree(app);
}

}  // namespace privet
