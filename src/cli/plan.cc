#include "cli/plan.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "cli/builtin_names.h"
#include "cli/id_countries.h"
#include "cli/rules_in_force.h"
#include "detect/phone/phone_plan.h"
#include "input/source.h"
#include "pipeline/input_shapes.h"
#include "redact/digest.h"
#include "rule/nearest.h"
#include "rule/policy_reader.h"

namespace privet {
namespace {

constexpr double kMinScore = 0.5;  // --min-score, unless it is typed

Result<std::string> read_file(const std::string& path, std::string_view option) {
  std::ifstream in(path, std::ios::binary);
  std::error_code code;
  if (!in || std::filesystem::is_directory(path, code))
    return fail(ErrorCode::kUsage, std::string(option) + ": " + printable_path(path) + " cannot be read");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Status plan_rules(const Options& o, Plan& plan) {
  std::string overridden;
  MarkerSet markers;
  Result<RuleSet> all = load_rules(o, &markers, &overridden);
  if (!all) return fail(all);
  plan.all_rules = std::move(*all);
  plan.all_rules.forget_examples();
  Result<RuleSet> chosen = choose_entities(plan.all_rules, o.entities);
  if (!chosen) return fail(chosen);
  chosen = choose_id_countries(std::move(*chosen), o.id_countries);
  if (!chosen) return fail(chosen);
  plan.rules = std::move(*chosen);
  plan.notice += overridden_notice(overridden);
  MatcherOptions options{.reference = o.reference, .default_region = {}};
  if (!o.default_region.empty()) {
    if (o.default_region.size() != 2 ||
        o.default_region.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos) {
      return fail(ErrorCode::kUsage, "--default-region must be two capital letters (ISO 3166), such as CH");
    }
    if (!has_plan(o.default_region))
      return fail(ErrorCode::kUsage, "--default-region: there are no rules for the numbers of " + o.default_region);
    options.default_region.add(o.default_region);
  }
  plan.scan.messages.options = {.prior = o.prior, .threshold = o.private_threshold};
  if (Status status = plan.messages.set_up(plan.rules, std::move(markers), o.reference, plan.scan.messages); !status)
    return status;
  options.watched = plan.messages.watched();
  Result<Matcher> matcher = Matcher::build(plan.rules, options);
  if (!matcher) return fail(matcher);
  plan.matcher.emplace(std::move(*matcher));
  Result<PathMatcher> paths = PathMatcher::build(plan.rules, o.reference);
  if (!paths) return fail(paths);
  plan.paths.emplace(std::move(*paths));
  plan.scan.paths = &*plan.paths;
  if (!plan.paths->empty()) plan.scan.read.every_leaf = true;
  // Names in reports go through all default rules, whatever --entities,
  // --id-countries and --no-default-rules say.
  if (!o.entities.empty() || !o.id_countries.empty() || o.no_default_rules) {
    Options every = o;
    every.no_default_rules = false;
    Result<RuleSet> name_rules = load_rules(every, nullptr, nullptr);
    if (!name_rules) return fail(name_rules);
    plan.name_rules = default_rules(*name_rules);
    options.watched.clear();
    Result<Matcher> names = Matcher::build(plan.name_rules, options);
    if (!names) return fail(names);
    plan.name_matcher.emplace(std::move(*names));
  }
  plan.scan.rules = &plan.rules;
  plan.scan.matcher = &*plan.matcher;
  plan.scan.name_matcher = plan.name_matcher ? &*plan.name_matcher : &*plan.matcher;
  return {};
}

Status plan_names(const Options& o, Plan& plan) {
  const NamesMode mode = o.names == "off"      ? NamesMode::kOff
                         : o.names == "strict" ? NamesMode::kStrict
                                               : NamesMode::kBalanced;
  if (!o.name_model.empty()) {
    Result<std::string> bytes = read_file(o.name_model, "--name-model");
    if (!bytes) return fail(bytes);
    plan.name_model = std::move(*bytes);
  }
  NamePlan& names = plan.scan.names;
  const std::string_view model = o.name_model.empty() ? builtin_name_model() : plan.name_model;
  if (Status status = plan.names.set_up(plan.rules, mode, model, names); !status) return status;
  names.min_score = o.min_score.value_or(0);
  return {};
}

Status plan_policy(const Options& o, Plan& plan) {
  if (o.policy.empty()) return {};
  const Result<std::string> text = read_file(o.policy, "--policy");
  if (!text) return tl::unexpected(text.error());
  Result<Policy> policy = read_policy(*text, o.policy);
  if (!policy) return fail(policy);
  if (!plan.scan.messages.origin)
    return fail(ErrorCode::kUsage, "--policy needs PRIVATE_MESSAGE among what is looked for");
  if (plan.scan.redact && o.quarantine.empty())
    return fail(ErrorCode::kUsage, "--policy needs --quarantine FILE, for what it blocks or wants reviewed");
  Sha256 sha;
  sha.add(*text);
  plan.policy_digest = "sha256:" + to_hex(sha.finish());
  plan.policy = std::move(*policy);
  plan.scan.messages.policy = &*plan.policy;
  return {};
}

Status plan_messages(const Options& o, Plan& plan) {
  MessagePlan& messages = plan.scan.messages;
  messages.action = static_cast<MessageAction>(find_name(kMessageActionNames, o.private_messages).value_or(0));
  if (messages.action == MessageAction::kKeep) return {};
  if (!messages.origin) {
    return fail(ErrorCode::kUsage,
                "--private-messages " + o.private_messages + " needs PRIVATE_MESSAGE among what is looked for");
  }
  if (messages.action == MessageAction::kQuarantine && o.quarantine.empty())
    return fail(ErrorCode::kUsage, "--private-messages quarantine needs --quarantine FILE");
  return {};
}

Status plan_fields(const Options& o, Plan& plan) {
  Result<JsonPointer> id = parse_pointer(o.id_field);
  if (!id) return fail(ErrorCode::kUsage, "--id-field: " + id.error().message);
  plan.scan.read.id_field = std::move(*id);
  plan.scan.allow_missing_field = o.allow_missing_field;
  if (o.fields.empty()) return {};
  Result<PointerSet> fields = PointerSet::parse(o.fields);
  if (!fields) return fail(ErrorCode::kUsage, "--field: " + fields.error().message);
  plan.fields.emplace(std::move(*fields));
  plan.scan.fields = &*plan.fields;
  plan.scan.read.every_leaf = true;
  return {};
}

Status plan_operators(const Options& o, Plan& plan) {
  RedactPlan& redaction = plan.scan.redaction;
  redaction.by_entity.assign(plan.rules.entities().size(), Action::kReplace);
  bool hashes = false;
  for (const std::string& item : o.operators) {
    const std::size_t equals = item.find('=');
    const std::optional<Action> action =
        equals == std::string::npos ? std::nullopt : find_action(item.substr(equals + 1));
    if (!action) {
      const std::string typed = equals == std::string::npos ? "" : item.substr(equals + 1);
      return fail(ErrorCode::kUsage,
                  "--operator: ENTITY=replace|number|redact|mask|hash|keep, such as PHONE_NUMBER=mask" +
                      did_you_mean(nearest_word(typed, action_names(), typed.size() / 3)));
    }
    const std::string entity = item.substr(0, equals);
    hashes = hashes || *action == Action::kHash;
    if (entity == "DEFAULT") {
      std::fill(redaction.by_entity.begin(), redaction.by_entity.end(), *action);
      continue;
    }
    if (plan.all_rules.find_entity(entity) < 0) {
      const std::vector<std::string_view> known(plan.all_rules.entities().begin(), plan.all_rules.entities().end());
      return fail(ErrorCode::kUsage, "--operator: unknown entity \"" + entity + "\"" + did_you_mean(entity, known));
    }
    if (const int at = plan.rules.find_entity(entity); at >= 0)
      redaction.by_entity[static_cast<std::size_t>(at)] = *action;
  }
  if (hashes && o.key_file.empty()) return fail(ErrorCode::kUsage, "--operator hash needs --key-file FILE");
  if (!o.key_file.empty()) {
    Result<Keyring> keys = Keyring::load(o.key_file);
    if (!keys) return fail(keys);
    plan.keys.emplace(std::move(*keys));
    if (plan.keys->readable_by_others()) plan.notice += "privet: other users may read the key file; chmod 600 it\n";
    plan.scan.keys = &*plan.keys;
    redaction.tokens = &*plan.keys;
  }
  if (!o.reserved_list.empty()) {
    Result<ReservedList> list = ReservedList::load(o.reserved_list);
    if (!list) return fail(list);
    plan.reserved.emplace(std::move(*list));
    plan.scan.reserved = &*plan.reserved;
  }
  if (!o.placeholder.empty()) {
    Result<PlaceholderStyle> style = PlaceholderStyle::parse(o.placeholder);
    if (!style) return fail(style);
    redaction.style = std::move(*style);
  }
  redaction.mask_keep_last = o.mask_keep_last;
  redaction.keep_reserved = o.keep_reserved;
  redaction.keys = find_keys_mode(o.keys).value_or(KeysMode::kRedact);
  return {};
}

Status plan_limits(const Options& o, Plan& plan) {
  const bool percent = !o.max_withheld.empty() && o.max_withheld.back() == '%';
  const std::string number = o.max_withheld.substr(0, o.max_withheld.size() - (percent ? 1 : 0));
  double value = -1;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc{} || end != number.data() + number.size() || value < 0 || (percent && value > 100)) {
    return fail(ErrorCode::kUsage, "--max-withheld must be a number of records or a percentage, such as 10 or 0.1%");
  }
  plan.max_withheld = percent ? 0 : static_cast<std::uint64_t>(value);
  plan.max_withheld_share = percent ? value / 100 : -1;
  plan.scan.min_score = o.min_score.value_or(kMinScore);
  plan.scan.max_findings = o.max_findings;
  plan.scan.show_values = o.show_values;
  plan.scan.explain = o.explain;
  plan.scan.keep_withheld = !o.withheld.empty();
  plan.scan.report_records = o.report_level == "records";
  plan.scan.on_bad_record = o.on_bad_record == "stub"   ? OnBadRecord::kStub
                            : o.on_bad_record == "pass" ? OnBadRecord::kPass
                            : o.on_bad_record == "stop" ? OnBadRecord::kStop
                                                        : OnBadRecord::kWithhold;
  plan.job.threads = o.threads != 0 ? o.threads : std::max(1U, std::thread::hardware_concurrency());
  plan.job.batch_bytes = std::max<std::uint64_t>(1, o.batch_bytes);
  plan.job.max_record_bytes = o.max_record_bytes;
  plan.job.max_window = o.max_window;
  plan.job.max_bytes = o.max_bytes;
  plan.job.line_buffered = o.line_buffered;
  if (plan.shapes_wanted()) {
    plan.job.first_bytes = kPrefixBytes;
    plan.job.first_records = kPrefixRecords;
  }
  plan.job.stop_on_damage = plan.scan.on_bad_record == OnBadRecord::kStop;
  plan.job.output_files = {.force = o.force, .make_folders = true};
  return {};
}

// --record FILE:LINE; a name may hold colons.
Status plan_record(const std::string& record, std::vector<std::string>& inputs, Plan& plan) {
  const std::size_t colon = record.rfind(':');
  std::uint64_t line = 0;
  const char* const end = record.data() + record.size();
  const char* const begin = colon == std::string::npos ? end : record.data() + colon + 1;
  const auto [last, error] = std::from_chars(begin, end, line);
  if (colon == 0 || error != std::errc{} || last != end || line == 0)
    return fail(ErrorCode::kUsage, "--record: a file and a line, from 1, such as corpus/a.jsonl:12");
  if (!inputs.empty()) return fail(ErrorCode::kUsage, "--record names the file: no other INPUT goes with it");
  inputs.push_back(record.substr(0, colon));
  plan.scan.only_line = line;
  return {};
}

Status plan_inputs(const Options& o, Plan& plan) {
  std::vector<std::string> named = o.inputs;
  if (!o.record.empty()) {
    if (Status status = plan_record(o.record, named, plan); !status) return status;
  }
  if (named.empty() && o.files_from.empty() && isatty(STDIN_FILENO) != 0) {
    const std::string verb = plan.scan.redact ? "redact" : "scan";
    // Not by fail(): this is the one message of more than a line, a short help.
    return tl::unexpected<Error>(
        Error{ErrorCode::kUsage, "no input\nUsage: privet " + verb +
                                     " [OPTIONS] [INPUT...]\nINPUT is a file, a folder or - for stdin, as in: privet " +
                                     verb + (plan.scan.redact ? " corpus/ -o clean/" : " corpus/ --count") +
                                     "\nprivet " + verb + " --help lists the options."});
  }
  Result<InputList> inputs = list_inputs(named, {.stdin_filename = o.stdin_filename.empty() ? "-" : o.stdin_filename,
                                                 .files_from = o.files_from,
                                                 .nul_separated = o.null_separated});
  if (!inputs) return fail(inputs);
  plan.inputs = std::move(*inputs);
  if (!plan.inputs.folders_without_data.empty()) {
    return fail(ErrorCode::kIo,
                plan.inputs.folders_without_data.front() +
                    ": holds no data file (*.jsonl, *.ndjson, *.json, *.csv, *.tsv, *.txt, also .gz and .zst)");
  }
  plan.folder_run =
      std::any_of(plan.inputs.inputs.begin(), plan.inputs.inputs.end(), [](const Input& i) { return i.in_folder; });
  return {};
}

}  // namespace

Status make_plan(const Options& o, Plan& plan) {
  plan.scan.redact = o.verb == Verb::kRedact;
  for (auto* step :
       {plan_rules, plan_names, plan_policy, plan_messages, plan_fields, plan_operators, plan_limits, plan_inputs}) {
    if (Status status = step(o, plan); !status) return status;
  }
  return {};
}

}  // namespace privet
