#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/check_run.h"
#include "cli/config_file.h"
#include "cli/help.h"
#include "cli/settings.h"
#include "cli/usage_error.h"
#include "cli/verb_options.h"
#include "cli/version.h"
#include "input/source.h"
#include "rule/allow_reader.h"

namespace privet {
namespace {

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

// The verbs below one, with what help says of each.
struct SubVerb {
  Verb verb;
  const char* name;
  const char* description;
};

template <class AddOptions>
void add_verbs(CLI::App& above, std::initializer_list<SubVerb> list, const char* footer, VerbApps& verbs,
               const AddOptions& add_options) {
  above.require_subcommand(1);
  above.footer(footer);
  for (const SubVerb& sub : list) {
    CLI::App* const app = above.add_subcommand(sub.name, sub.description);
    OptionTable table(*app);
    add_options(table, sub.verb);
    app->group("Verbs")->footer(footer);
    verbs.push_back({app, sub.verb});
  }
}

void add_baseline(CLI::App& baseline, Options& o, VerbApps& verbs) {
  add_verbs(
      baseline,
      {{Verb::kBaselineCreate, "create", "Takes down what is found now, so that only new findings fail."},
       {Verb::kBaselineUpdate, "update", "Shows what is new, and accepts it with --yes."},
       {Verb::kBaselineAdd, "add", "Accepts findings by their ids."},
       {Verb::kBaselinePrune, "prune", "Shows entries that nothing matches any more, and removes them with --yes."},
       {Verb::kBaselineShow, "show", "A line for each entry."}},
      kFooter, verbs, [&](OptionTable& table, Verb verb) { add_baseline_options(table, o, verb); });
}

void add_config(CLI::App& config, Options& o, VerbApps& verbs) {
  add_verbs(config,
            {{Verb::kConfigShow, "show", "Every setting of a command with its value, and where that is from."},
             {Verb::kConfigSchema, "schema", "The JSON Schema of privet.toml, for editors."}},
            kCompletionFooter, verbs, [&](OptionTable& table, Verb verb) {
              if (verb == Verb::kConfigShow) add_config_show_options(table, o);
            });
}

void add_rules(CLI::App& rules, Options& o, VerbApps& verbs) {
  add_verbs(rules,
            {{Verb::kRulesList, "list", "A line for each rule and marker of private messages."},
             {Verb::kRulesShow, "show", "Everything about a rule or marker, with what it finds and ignores."},
             {Verb::kRulesCheck, "check", "Proves every rule and marker on its own examples."}},
            kFooter, verbs, [&](OptionTable& table, Verb verb) { add_rules_options(table, o, verb); });
}

void add_completion(CLI::App& completion, Options& o, VerbApps& verbs) {
  add_verbs(completion,
            {{Verb::kCompletionBash, "bash", "The script for bash, 4.4 or later."},
             {Verb::kCompletionZsh, "zsh", "The script for zsh."},
             {Verb::kCompletionFish, "fish", "The script for fish."},
             {Verb::kCompletionMan, "man", "Pages of the manual, in troff."}},
            kCompletionFooter, verbs, [&](OptionTable& table, Verb verb) {
              if (verb == Verb::kCompletionMan) add_manual_options(table, o);
            });
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
  for (const VerbApp& verb : verbs) {
    OptionTable table(*verb.app);
    verb.verb == Verb::kScan ? add_scan_options(table, o) : add_redact_options(table, o);
    table.operand("INPUT", o.inputs, "a file, a folder, or - for stdin (the default); .gz and .zst are unpacked");
    verb.app->footer(std::string(kStreamFooter) + kFooter);
  }
  CLI::App* check = app.add_subcommand("check", "For hooks and CI: says yes or no, and where.");
  OptionTable table(*check);
  add_check_options(table, o);
  check->footer(
      "Exit codes: 0 clean; 1 findings that fail; 2 usage, configuration or I/O error; 3 no finding fails, but "
      "something was not scanned.\n" +
      std::string(kStreamFooter));
  verbs.push_back({check, Verb::kCheck});
  add_baseline(*app.add_subcommand("baseline", "Findings that are known: create, update, add, prune, show."), o, verbs);
  CLI::App* eval = app.add_subcommand("eval", "Precision, recall and F1 against labelled records, with intervals.");
  OptionTable eval_table(*eval);
  add_eval_options(eval_table, o);
  eval->footer(kFooter);
  verbs.push_back({eval, Verb::kEval});
  CLI::App* merge = app.add_subcommand("merge", "The ledgers of many runs, of shards say, as one.");
  OptionTable merge_table(*merge);
  add_merge_options(merge_table, o);
  merge->footer(kFooter);
  verbs.push_back({merge, Verb::kMerge});
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

  // For a command line that is shown and not run.
  void need_no_operands() {
    for (const VerbApp& verb : verbs_) {
      for (CLI::Option* option : verb.app->get_options([](const CLI::Option* o) { return o->get_positional(); }))
        option->required(false);
    }
  }

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
  parser.need_no_operands();
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
