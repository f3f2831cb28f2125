#include "cli/run_ledger.h"

#include <fmt/format.h>
#include <filesystem>

#include "cli/version.h"
#include "pipeline/safe_names.h"

namespace privet {
namespace {

const char* yes_no(bool yes) { return yes ? "true" : "false"; }

// What changes results, and nothing else: not where files are, nor what only
// changes the form of the report.
Ledger::Pairs options_of(const Options& o, const Plan& plan) {
  Ledger::Pairs out = {
      {"input_format", o.input_format},
      {"entities", o.entities},
      {"id_countries", o.id_countries},
      {"min_score", fmt::format("{}", plan.scan.min_score)},
      {"names", o.names},
      {"name_score", fmt::format("{:.4f}", static_cast<double>(plan.scan.names.least) / kNameCertain)},
      {"default_region", o.default_region},
      {"default_rules", yes_no(!o.no_default_rules)},
      {"reserved_list", plan.reserved ? fmt::format("{} values", plan.reserved->size()) : ""},
      {"fields", fmt::format("{}", fmt::join(o.fields, " "))},
      {"id_field", o.id_field},
      {"keys", o.keys},
      {"allow_missing_field", yes_no(o.allow_missing_field)},
      {"placeholder", o.placeholder},
      {"on_bad_record", o.on_bad_record},
      {"max_withheld", o.max_withheld},
      {"max_record_bytes", std::to_string(o.max_record_bytes)},
      {"max_findings_per_record", std::to_string(o.max_findings)},
      {"max_window", std::to_string(o.max_window)},
      {"report_level", o.report_level},
      {"show_values", yes_no(o.show_values)},
      {"keyed", yes_no(plan.keys.has_value())},
      {"prior", fmt::format("{}", o.prior)},
      {"private_threshold", fmt::format("{}", o.private_threshold)},
      {"policy", std::filesystem::path(o.policy).filename().string()},
      {"policy_digest", plan.policy_digest},
      {"line_buffered", yes_no(o.line_buffered)},
  };
  if (plan.scan.redact) {
    out.insert(out.end(), {{"operators", fmt::format("{}", fmt::join(o.operators, " "))},
                           {"mask_keep_last", std::to_string(o.mask_keep_last)},
                           {"keep_reserved", yes_no(o.keep_reserved)},
                           {"private_messages", o.private_messages}});
  }
  if (o.max_bytes != 0) out.emplace_back("max_bytes", std::to_string(o.max_bytes));
  return out;
}

}  // namespace

Ledger make_ledger(const Options& o, const Plan& plan, const std::vector<InputContext>& files,
                   const JobOutcome& outcome, ShapeBoard* board, Worker& worker) {
  Ledger ledger;
  ledger.version = program_version();
  ledger.rules = rules_digest(!o.no_default_rules, plan.all_rules.sources());
  ledger.libraries = telling_versions();
  if (plan.scan.names.wanted()) {
    ledger.libraries.emplace_back("name_model", name_model_version(*plan.scan.names.model));
  }
  ledger.verb = plan.scan.redact ? "redact" : "scan";
  ledger.options = options_of(o, plan);
  for (auto& [name, value] : ledger.options) value = safe_text(plan.scan, worker, value);
  ledger.has_attributes = plan.scan.attributes;
  ledger.entities = plan.rules.entities();
  ledger.looked_for = plan.rules.entities();
  for (std::size_t i = 0; i < outcome.files.size(); ++i) {
    const FileOutcome& file = outcome.files[i];
    ledger.files.push_back({files[i].file, std::string(ledger_reason(file)), std::string(ledger_name(file.container)),
                            file.digest, file.counts});
    if (board != nullptr && board->is_published(i)) {
      if (const InputShapes* shapes = board->wait(i)) ledger.files.back().shapes = shapes->settled;
    }
  }
  ledger.providers = outcome.providers.sorted();
  for (const NotRead& file : plan.inputs.not_read) {
    const std::string reason = file.kind.empty() ? "cannot be opened" : "format not supported";
    ledger.files.push_back({safe_file_name(plan.scan, worker, file.name), reason, "", "", {}});
  }
  ledger.hidden = plan.inputs.hidden;
  ledger.links = plan.inputs.links;
  ledger.other_files = plan.inputs.not_data;
  return ledger;
}

}  // namespace privet
