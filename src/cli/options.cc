#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "rule/nearest.h"

namespace privet {
namespace {

constexpr const char* kVersion = "privet " PRIVET_VERSION;

constexpr const char* kFooter =
    "Exit codes: 0 the whole job was done; 2 usage, configuration or I/O error; 3 done, but something was not scanned.\n"
    "A finding is evidence, not a determination; what was not found is still there.";

void add_inputs(CLI::App& app, Options& o) {
  app.add_option("INPUT", o.inputs, "files, folders, or - for stdin")->type_name("")->group("");
  app.add_option("--files-from", o.files_from, "read more inputs from this file (- for stdin), one a line")->type_name("FILE");
  app.add_flag("-0,--null", o.null_separated, "names in --files-from end with NUL");
  app.add_option("--input-format", o.input_format, "auto, jsonl, json (an array of records) or text")
      ->check(CLI::IsMember({"auto", "jsonl", "json", "csv", "text"}))->type_name("FORMAT")->capture_default_str();
  app.add_option("--stdin-filename", o.stdin_filename, "what reports call stdin")->type_name("NAME");
}

void add_detection(CLI::App& app, Options& o) {
  app.add_option("--entities", o.entities, "what to look for: A,B replaces the default, +A,-B edits it")->type_name("LIST");
  app.add_option("--min-score", o.min_score, "leave out findings below this score")->check(CLI::Range(0.0, 1.0))->type_name("X")->capture_default_str();
  app.add_option("--default-region", o.default_region, "where numbers without a country are from, as ISO 3166: CH")->type_name("CC");
  app.add_option("--rules", o.rule_folders, "a folder of further rules")->type_name("DIR");
  app.add_flag("--no-default-rules", o.no_default_rules, "use the rules of --rules only");
  app.add_option("--field", o.fields, "look only at this JSON Pointer, * for any one step; repeatable")->type_name("POINTER")->allow_extra_args(false);
  app.add_option("--id-field", o.id_field, "where a record's id is")->type_name("POINTER")->capture_default_str();
  app.add_flag("--allow-missing-field", o.allow_missing_field, "records without any --field count as scanned");
}

void add_running(CLI::App& app, Options& o) {
  const auto size = CLI::AsSizeValue(false);
  app.add_option("--threads", o.threads, "worker threads (0: one per core)")->check(CLI::Range(0u, 512u))->type_name("N")->capture_default_str();
  app.add_option("--max-record-bytes", o.max_record_bytes, "withhold longer records; at most 256MiB")->transform(size)->type_name("SIZE")->default_str("16MiB");
  app.add_option("--max-findings-per-record", o.max_findings, "withhold records with more findings")->type_name("N")->capture_default_str();
  app.add_option("--max-window", o.max_window, "largest zstd window")->transform(size)->type_name("SIZE")->default_str("128MiB");
  app.add_option("--on-bad-record", o.on_bad_record, "withhold, stub, pass or stop")
      ->check(CLI::IsMember({"withhold", "stub", "pass", "stop"}))->type_name("WHAT")->capture_default_str();
  app.add_option("--max-withheld", o.max_withheld, "how many records (or N%) may be withheld before the exit code is 3")->type_name("N|P%")->capture_default_str();
  app.add_option("--withheld", o.withheld, "write withheld records to this file")->type_name("FILE");
  app.add_option("--key-file", o.key_file, "a secret key: adds fingerprints to the report, and is what hash needs")->type_name("FILE");
  app.add_option("--ledger", o.ledger, "write the run's ledger to this file")->type_name("FILE");
  app.add_option("--report-level", o.report_level, "findings, records or none")
      ->check(CLI::IsMember({"findings", "records", "none"}))->type_name("LEVEL")->capture_default_str();
  app.add_option("--compress", o.compress, "compress stdout: gz or zst")->check(CLI::IsMember({"gz", "zst"}))->type_name("CODEC");
  app.add_flag("--show-values", o.show_values, "put the found text into the report");
  app.add_flag("--force", o.force, "overwrite existing outputs");
  app.add_flag("--line-buffered", o.line_buffered, "flush after every record");
  app.add_flag("-q,--quiet", o.quiet, "no summary");
  app.add_option("--progress", o.progress, "auto, plain or off")->check(CLI::IsMember({"auto", "plain", "off"}))->type_name("WHEN")->capture_default_str();
  app.add_option("--color", o.color, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}))->type_name("WHEN")->capture_default_str();
  app.add_option("--batch-bytes", o.batch_bytes)->transform(size)->group("");
  app.add_flag("--reference", o.reference)->group("");
}

void add_scan(CLI::App& app, Options& o) {
  add_inputs(app, o);
  app.add_flag("--count", o.count, "a table of counts and nothing else");
  app.add_option("--format", o.format, "text, jsonl or csv (text on a terminal, jsonl otherwise)")
      ->check(CLI::IsMember({"text", "jsonl", "csv"}))->type_name("FORMAT");
  app.add_option("-o,--output", o.output, "where findings go")->type_name("FILE")->default_str("stdout");
  add_detection(app, o);
  add_running(app, o);
}

void add_redact(CLI::App& app, Options& o) {
  add_inputs(app, o);
  app.add_option("-o,--output", o.output, "where redacted records go; a folder if INPUT is one")->type_name("OUT")->default_str("stdout");
  app.add_option("--report", o.report, "where findings go (.jsonl, .csv, also .gz and .zst)")->type_name("FILE");
  app.add_option("--format", o.format, "of the report: text, jsonl or csv")->check(CLI::IsMember({"text", "jsonl", "csv"}))->type_name("FORMAT");
  app.add_option("--operator", o.operators, "ENTITY=replace|number|redact|mask|hash|keep; repeatable; DEFAULT for all others")
      ->type_name("E=NAME")->allow_extra_args(false);
  app.add_option("--placeholder", o.placeholder, "how replace and number write: '[{entity}_{n}]'")->type_name("TEXT");
  app.add_option("--mask-keep-last", o.mask_keep_last, "characters that mask leaves, at most a quarter")->type_name("N")->capture_default_str();
  app.add_flag("--keep-reserved", o.keep_reserved, "leave values alone that nobody can own (example.com, 555-01xx)");
  app.add_option("--keys", o.keys, "names of members: redact, report or skip")->check(CLI::IsMember({"redact", "report", "skip"}))->type_name("WHAT")->capture_default_str();
  add_detection(app, o);
  add_running(app, o);
}

std::vector<std::string_view> long_options(const CLI::App& app, std::vector<std::string>& storage) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) storage.push_back("--" + name);
  }
  return {storage.begin(), storage.end()};
}

// CLI11's message, made one line, with the nearest option where one was
// mistyped. The value that was typed is never repeated: it may be a secret.
std::string explain(const CLI::ParseError& error, const CLI::App& app) {
  std::string message = error.what();
  std::replace(message.begin(), message.end(), '\n', ' ');
  const CLI::App* used = &app;
  while (!used->get_subcommands().empty()) used = used->get_subcommands().front();
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
    const std::size_t dash = message.find("--");
    if (dash != std::string::npos) {
      const std::string typed = message.substr(dash, message.find_first_of(" =", dash) - dash);
      std::vector<std::string> storage;
      message = "unknown option " + typed + did_you_mean(typed, long_options(*used, storage));
    } else if (used == &app) {
      message = "unknown verb; try scan, redact or rules (see privet --help)";
    }
  }
  return "privet: " + message + "\n";
}

}  // namespace

ParseOutcome parse_options(int argc, const char* const* argv) {
  Options o;
  CLI::App app("Finds personal data and private messages in training corpora.", "privet");
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(0, 1);
  app.footer(kFooter);

  CLI::App* scan = app.add_subcommand("scan", "find; change nothing");
  add_scan(*scan, o);
  CLI::App* redact = app.add_subcommand("redact", "write the records with what was found replaced");
  add_redact(*redact, o);
  CLI::App* rules = app.add_subcommand("rules", "what is looked for");
  rules->require_subcommand(1);
  CLI::App* list = rules->add_subcommand("list", "a line a rule: id, entity, region, strength, source");
  CLI::App* show = rules->add_subcommand("show", "everything about a rule");
  CLI::App* check = rules->add_subcommand("check", "prove every rule on its own examples");
  show->add_option("ID", o.rule_ids, "ids or entities")->required()->type_name("");
  check->add_option("ID", o.rule_ids, "only these ids or entities")->type_name("");
  check->add_flag("--strength", o.strength, "count how often random text of a rule's shape passes");
  for (CLI::App* verb : {list, show, check}) {
    verb->add_option("--rules", o.rule_folders, "a folder of further rules")->type_name("DIR");
    verb->add_flag("--no-default-rules", o.no_default_rules, "use the rules of --rules only");
  }
  list->add_option("--format", o.format, "text or jsonl")->check(CLI::IsMember({"text", "jsonl"}))->type_name("FORMAT");
  for (CLI::App* verb : {scan, redact, rules}) verb->footer(kFooter);

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* used = &app;
    while (!used->get_subcommands().empty()) used = used->get_subcommands().front();
    return {{}, used->help(), 0};
  } catch (const CLI::CallForVersion&) {
    return {{}, std::string(kVersion) + "\n", 0};
  } catch (const CLI::ParseError& error) {
    return {{}, explain(error, app), 2};
  }
  if (app.get_subcommands().empty()) return {{}, "privet: no verb given; try privet scan FILE, or privet --help\n", 2};
  if (scan->parsed()) o.verb = Verb::kScan;
  if (redact->parsed()) o.verb = Verb::kRedact;
  if (list->parsed()) o.verb = Verb::kRulesList;
  if (show->parsed()) o.verb = Verb::kRulesShow;
  if (check->parsed()) o.verb = Verb::kRulesCheck;
  return {std::move(o), {}, 0};
}

}  // namespace privet
