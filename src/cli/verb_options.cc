#include "cli/verb_options.h"

#include "cli/accept.h"
#include "gate/fail_on.h"
#include "redact/operators.h"

namespace privet {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

// "replace|redact": the words behind the = of kEntityValue.
std::string action_words() {
  std::string out;
  for (const std::string_view name : action_names()) out.append(out.empty() ? "" : "|").append(name);
  return out;
}

void add_inputs(OptionTable& table, Options& o) {
  table.group("Input");
  table.add("--files-from", "FILE", o.files_from, "more inputs, one a line (- for stdin)");
  table.flag("-0,--null", o.null_separated, "names in --files-from end with NUL");
  table
      .add("--input-format", "FORMAT", o.input_format,
           "auto, jsonl, json (an array of records, or values one after the other), csv or text",
           one_of({"auto", "jsonl", "json", "csv", "text"}))
      .otherwise("auto");
  table.add("--stdin-filename", "NAME", o.stdin_filename, "what reports call stdin").otherwise("-");
}

void add_detection(OptionTable& table, Options& o) {
  table.group("What to look for");
  table.add("--entities", "LIST", o.entities, "A,B replaces the default, +A,-B edits it")
      .words(kEntityEdits)
      .otherwise("all but DATE_TIME, URL");
  table
      .add("--id-countries", "LIST", o.id_countries,
           "whose national identifiers: DE,FR, EU, EEA or none; EU_VAT of all members if of one")
      .words(kIdCountries)
      .otherwise("all");
  table
      .add("--min-score", "X", o.min_score,
           "leave out findings below this score, 0 to 1 (names have their own: --names)", number(0, 1))
      .otherwise("0.5");
  table
      .add("--names", "MODE", o.names, "persons' names in text: balanced, strict (fewer, surer) or off",
           one_of({"balanced", "strict", "off"}))
      .otherwise("balanced");
  table.add("--name-model", "FILE", o.name_model, "the model to find names with (see tools/train)")
      .otherwise("built in");
  table
      .add("--private-threshold", "P", o.private_threshold,
           "how probable it must be that a record is a private message, 0 to 1", number(0, 1))
      .otherwise("0.5");
  table
      .add("--prior", "P", o.prior, "the share of private messages to expect among all records",
           number(0.000001, 0.999999))
      .otherwise("0.01");
  table.add("--policy", "FILE", o.policy,
            "decides which private messages may be used: allow, review or block (rules/policy has examples)");
  table.add("--default-region", "CC", o.default_region, "where numbers without a country are from, as ISO 3166: CH")
      .words(kPhoneRegions);
  table.add("--rules", "DIR", o.rule_folders, "a folder of further rules; repeatable");
  table.flag("--no-default-rules", o.no_default_rules, "use the rules of --rules only");
  table.add("--reserved-list", "FILE", o.reserved_list,
            "values that count as reserved, one a line; @example.com is a whole domain");
  table.group("Where in a record");
  table.add("--field", "POINTER", o.fields, "look only at this JSON Pointer, * for any one step; repeatable")
      .otherwise("every string");
  table.add("--id-field", "POINTER", o.id_field, "where a record's id is").otherwise("/id");
  table
      .add("--keys", "WHAT", o.keys, "names of members: redact, report (leave) or skip",
           one_of({"redact", "report", "skip"}))
      .otherwise("redact");
  table.flag("--allow-missing-field", o.allow_missing_field, "records without any --field count as scanned");
}

void add_limits(OptionTable& table, Options& o) {
  table.add("--max-withheld", "N|P%", o.max_withheld, "how many may be withheld before the exit code is 3")
      .otherwise("0");
  table
      .add("--max-record-bytes", "SIZE", o.max_record_bytes, "withhold longer records; at most 256MiB",
           size(1, 256 * kMiB, "from 1 to 256MiB"))
      .otherwise("16MiB");
  table
      .add("--max-findings-per-record", "N", o.max_findings, "withhold records with more findings",
           whole_number(0, UINT32_MAX))
      .otherwise("100000");
  table
      .add("--max-window", "SIZE", o.max_window, "largest window of a zstd file",
           size(1024, 2048 * kMiB, "from 1KiB to 2GiB"))
      .otherwise("128MiB");
}

// Of check and baseline, which must look at the same.
void add_check_limits(OptionTable& table, Options& o) {
  table.group("What cannot be scanned");
  table
      .add("--max-bytes", "SIZE", o.max_bytes,
           "of a larger file a part is checked: its head, its tail and some between",
           size(1, std::uint64_t{1} << 50, "from 1 to 1PiB"))
      .otherwise("32MiB");
  add_limits(table, o);
}

void add_unscanned(OptionTable& table, Options& o) {
  table.group("What cannot be scanned");
  table
      .add("--on-bad-record", "WHAT", o.on_bad_record, "withhold, stub, pass or stop",
           one_of({"withhold", "stub", "pass", "stop"}))
      .otherwise("withhold");
  table.add("--withheld", "FILE", o.withheld, "write withheld records to this file");
  add_limits(table, o);
}

void add_reporting(OptionTable& table, Options& o) {
  table
      .add("--report-level", "LEVEL", o.report_level, "findings, records (a line for each entity of a record) or none",
           one_of({"findings", "records", "none"}))
      .otherwise("findings");
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
      .otherwise("auto");
  table.flag("-q,--quiet", o.quiet, quiet);
}

//   looked_for: one is read that nobody names
void add_running(OptionTable& table, Options& o, bool looked_for = false) {
  table.group("Running");
  table.add("--threads", "N", o.threads, "worker threads; 0: one per core", whole_number(0, 512)).otherwise("0");
  table.flag("--line-buffered", o.line_buffered, "flush after every record");
  table.add("--progress", "WHEN", o.progress, "auto, plain or off", one_of({"auto", "plain", "off"})).otherwise("auto");
  add_telling(table, o, "no summary and no line for each withheld record");
  OptionHandle config = table.add("--config", "FILE", o.config, "a privet.toml with options as keys");
  if (looked_for) {
    config.otherwise("privet.toml here or above, in the repository");
    table.flag("--no-config", o.no_config, "none is looked for");
  }
  table.group("");  // not listed
  table.add("--batch-bytes", "SIZE", o.batch_bytes, "", size(1, 256 * kMiB, "from 1 to 256MiB"));
  table.flag("--reference", o.reference, "");
}

// What fails a check, and what is known.
void add_verdict(OptionTable& table, Options& o) {
  table
      .add(
          "--fail-on", "LIST", o.fail_on,
          "what fails: A,B of entities, private, identifiers, any, block, review, reserved, default or none; WHAT:SURE "
          "with a strength or score, as in EMAIL_ADDRESS:0.9,identifiers:shaped")
      .otherwise(std::string(kDefaultFailOn));
  table.add("--baseline", "FILE", o.baseline, "findings that are known (privet baseline)")
      .otherwise(".privet-baseline.json here or in the repository");
}

}  // namespace

void add_scan_options(OptionTable& table, Options& o) {
  add_inputs(table, o);
  table.add("--record", "FILE:LINE", o.record,
            "only the record of this file that stands in this line, as check names it");
  add_detection(table, o);
  table
      .add("--placeholder", "TEXT", o.placeholder,
           "the placeholders of an earlier run, which are no findings: '[{entity}_{n}]'")
      .otherwise("<{entity}_{n}>");
  table.group("Output");
  table
      .add("-o,--output,--report", "OUT", o.output,
           "where findings go (.jsonl, .csv, also .gz and .zst); a folder with --format dolma")
      .otherwise("stdout");
  table.flag("--count", o.count, "a table of counts and nothing else");
  table.add("--format", "FORMAT", o.format,
            "of findings: text, jsonl, csv, or dolma with ids as they are (default: text on a terminal, else jsonl)",
            one_of({"text", "jsonl", "csv", "dolma"}));
  add_reporting(table, o);
  add_unscanned(table, o);
  add_running(table, o);
}

void add_redact_options(OptionTable& table, Options& o) {
  add_inputs(table, o);
  add_detection(table, o);
  table.group("What to do with it");
  table
      .add("--operator", "E=NAME", o.operators,
           "E=replace|number|redact|mask|hash|keep, DEFAULT for all others; repeatable")
      .words(kEntityValue + action_words())
      .otherwise("DEFAULT=replace");
  table.add("--placeholder", "TEXT", o.placeholder, "how replace and number write: '[{entity}_{n}]'")
      .otherwise("<{entity}_{n}>");
  table
      .add("--mask-keep-last", "N", o.mask_keep_last, "characters that mask leaves, at most a quarter",
           whole_number(0, 1000))
      .otherwise("0");
  table
      .add("--private-messages", "WHAT", o.private_messages,
           "keep (redacted as any record), blank (every string but the id), drop or quarantine",
           one_of({"keep", "blank", "drop", "quarantine"}))
      .otherwise("keep");
  table.add("--quarantine", "FILE", o.quarantine, "write quarantined records to this file, as they came");
  table.flag("--keep-reserved", o.keep_reserved, "leave values alone that nobody can own (example.com, 555-01xx)");
  table.group("Output");
  table.add("-o,--output", "OUT", o.output, "where redacted records go; a folder if INPUT is one").otherwise("stdout");
  table.add("--report", "FILE", o.report, "where findings go (.jsonl, .csv, also .gz and .zst)");
  table.add("--format", "FORMAT", o.format, "of findings: text, jsonl or csv (default: text on a terminal, else jsonl)",
            one_of({"text", "jsonl", "csv"}));
  add_reporting(table, o);
  add_unscanned(table, o);
  add_running(table, o);
}

void add_check_options(OptionTable& table, Options& o) {
  table.operand("FILE", o.inputs, "a file or folder; without, all that git tracks here (data files and Markdown)");
  table.group("Verdict");
  add_verdict(table, o);
  table.flag("--no-baseline", o.no_baseline, "none is known");
  add_inputs(table, o);
  add_detection(table, o);
  table.group("Output");
  table.add("-o,--output", "FILE", o.output, "where findings go").otherwise("stdout");
  table
      .add("--format", "FORMAT", o.format, "text, jsonl, sarif (2.1.0) or gitlab (Code Quality)",
           one_of({"text", "jsonl", "sarif", "gitlab"}))
      .otherwise("text");
  table
      .add("--max-findings", "N", o.max_findings_shown, "show so many, and how many more there are; 0: all",
           whole_number(0, UINT32_MAX))
      .otherwise("1000");
  table.flag("--show-values", o.show_values, "show the found text (on a terminal only)");
  table.add("--key-file", "FILE", o.key_file, "a secret key, under which ids are made");
  table.flag("--force", o.force, "overwrite an existing output");
  add_check_limits(table, o);
  add_running(table, o, true);
}

void add_eval_options(OptionTable& table, Options& o) {
  table.operand("GOLD", o.inputs, "labelled records, an object a line: marks in \"record\", or \"text\" and \"spans\"")
      .required();
  table.group("Scores");
  table.add("--map", "LABEL=ENTITY", o.label_map, "what GOLD calls LABEL is ENTITY; LABEL= leaves it out; repeatable");
  table.add("--by", "KEY", o.by, "also by the string that labelled records have as KEY, such as lang; repeatable");
  table.flag("--confusion", o.confusion, "also what was found as what");
  table.add("--errors", "FILE", o.errors,
            "write what was missed, cut otherwise or found wrongly to this file, as JSONL");
  table.flag("--show-values", o.show_values, "put the texts into it");
  add_detection(table, o);
  table.group("Output");
  table.add("-o,--output", "FILE", o.output, "where scores go").otherwise("stdout");
  table.add("--format", "FORMAT", o.format, "text or jsonl", one_of({"text", "jsonl"})).otherwise("text");
  table.flag("--force", o.force, "overwrite existing outputs");
  table.group("Running");
  add_telling(table, o, "no line of how many were judged");
  table.add("--config", "FILE", o.config, "a privet.toml with options as keys");
}

void add_merge_options(OptionTable& table, Options& o) {
  table.operand("LEDGER", o.inputs, "a ledger of scan, redact or merge; - for stdin").required();
  table.group("Output");
  table.add("--expect", "FILE", o.expect,
            "names of files that the ledgers must have read, one a line; others are named");
  table.add("-o,--output", "FILE", o.output, "where the merged ledger goes").otherwise("stdout");
  table.flag("--force", o.force, "overwrite an existing output");
  add_telling(table, o, "no line of how much was merged");
}

void add_baseline_options(OptionTable& table, Options& o, Verb verb) {
  const bool accepts = verb == Verb::kBaselineCreate || verb == Verb::kBaselineUpdate || verb == Verb::kBaselineAdd;
  if (verb == Verb::kBaselineAdd) {
    table.operand("ID", o.inputs, "as privet check shows them; files behind them must hold these findings").required();
  } else if (verb != Verb::kBaselineShow) {
    table.operand("FILE", o.inputs, "a file or folder; without, all that git tracks");
  }
  table.group("Baseline");
  if (accepts) {
    table.add("--reason", "TEXT", o.reason, "why the findings are accepted");
    table.add("--who", "TEXT", o.who, "who accepts them");
    table.add("--added", "DATE", o.added, "when: YYYY-MM-DD");
    table.add("--expires", "DATE", o.expires, "the last day that they are accepted, in UTC: YYYY-MM-DD");
  }
  if (verb == Verb::kBaselineCreate) table.flag("--force", o.force, "make it anew if there is one");
  if (verb == Verb::kBaselineUpdate || verb == Verb::kBaselinePrune)
    table.flag("--yes", o.yes, "do what is shown; needed where nobody can be asked");
  if (verb == Verb::kBaselineShow) {
    table.add("--baseline", "FILE", o.baseline, "the baseline")
        .otherwise(".privet-baseline.json here or in the repository");
    table.add("--format", "FORMAT", o.format, "text or jsonl", one_of({"text", "jsonl"})).otherwise("text");
    add_telling(table, o, "no line of how many there are");
  } else {
    add_verdict(table, o);
    table.add("--key-file", "FILE", o.key_file, "a secret key, under which ids are made");
    add_inputs(table, o);
    add_detection(table, o);
    add_check_limits(table, o);
    add_running(table, o, true);
  }
}

void add_config_show_options(OptionTable& table, Options& o) {
  // Another parser reads it (parse_options), so that any option of that verb may follow.
  table.operand("VERB", o.manual_of, "a verb with its options, as it would be typed; without, check").words(kVerbNames);
  table.group("Options");
  table.flag("--json", o.as_json, "one JSON object a line; stands before VERB");
}

void add_rules_options(OptionTable& table, Options& o, Verb verb) {
  const char* const what = verb == Verb::kRulesShow
                               ? "ids, entities or platforms, such as email.address, PHONE_NUMBER, slack"
                               : "only these ids, entities or platforms";
  OptionHandle ids = table.operand("ID", o.rule_ids, what).words(kRuleNames);
  if (verb == Verb::kRulesShow) ids.required();
  table.group("Options");
  table.add("--rules", "DIR", o.rule_folders, "a folder of further rules; repeatable");
  table.flag("--no-default-rules", o.no_default_rules, "use the rules of --rules only");
  if (verb == Verb::kRulesCheck)
    table.flag("--strength", o.strength, "count how often random text of a rule's shape passes");
  if (verb == Verb::kRulesList)
    table.add("--format", "FORMAT", o.format, "text or jsonl", one_of({"text", "jsonl"})).otherwise("text");
  add_telling(table, o,
              verb == Verb::kRulesCheck ? "only what has problems" : "no notice of rules that --rules overrides");
}

void add_manual_options(OptionTable& table, Options& o) {
  table.operand("VERB", o.manual_of, "whose page; without, that of privet itself").words(kVerbNames);
  table.group("Options");
  table.add("--into", "DIR", o.manual_folder, "write every page into this folder: privet.1, privet-scan.1, ...");
}

}  // namespace privet
