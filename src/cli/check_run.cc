#include "cli/check_run.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/baseline_file.h"
#include "cli/packed_finding.h"
#include "cli/summary.h"
#include "cli/tracked_files.h"
#include "report/finding_row.h"

namespace privet {
namespace {

constexpr std::string_view kPerson = "PERSON";
constexpr std::uint64_t kCheckedBytes = std::uint64_t{32} << 20;  // of a file, unless --max-bytes says otherwise

std::string name_as_given(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

}  // namespace

bool looks_for_names(const Options& o) {
  const bool is_gate = o.verb != Verb::kScan && o.verb != Verb::kRedact && o.verb != Verb::kEval;
  return !is_gate || !o.entities.empty() || o.fail_on.find(kPerson) != std::string::npos;
}

CheckRun::CheckRun(const Options& options) : o_(options), scan_(o_) {
  if (o_.max_bytes == 0) o_.max_bytes = kCheckedBytes;
}

Status CheckRun::prepare() {
  if (o_.inputs.empty() && o_.files_from.empty()) {
    Result<std::vector<std::string>> tracked = tracked_files();
    if (!tracked) return fail(tracked);
    o_.inputs = std::move(*tracked);
    nothing_ = o_.inputs.empty();
  }
  if (nothing_) return {};
  if (!looks_for_names(o_)) o_.names = "off";
  if (Status status = scan_.make_plan(); !status) return status;
  Plan& plan = scan_.plan();
  Result<FailOn> fail_on = FailOn::parse(o_.fail_on, plan.all_rules.entities());
  if (!fail_on) return fail(fail_on);
  fail_on_ = std::move(*fail_on);
  if (fail_on_.needs_policy() && o_.policy.empty())
    return fail(ErrorCode::kUsage, "--fail-on: block and review are what a policy decides; name it with --policy FILE");
  for (Input& input : plan.inputs.inputs) {
    if (!input.is_stdin) input.name = name_as_given(input.path);
  }
  // The baseline is ours: who accepted a finding is none.
  std::erase_if(plan.inputs.inputs, [known = name_as_given(baseline_path(o_.baseline))](const Input& input) {
    return !input.is_stdin && input.name == known;
  });
  plan.scan.report = ReportFormat::kCaller;
  if (Status status = allow_.prepare(o_, plan); !status) return status;
  if (!plan.notice.empty()) fmt::print(stderr, "{}", plan.notice);
  ids_.emplace(plan.keys ? &*plan.keys : nullptr);
  return {};
}

// In any thread.
void CheckRun::write_row(const FindingRow& row, Worker& worker, const Record& record, std::optional<FieldIndex> field,
                         std::string& out) {
  const Plan& plan = scan_.plan();
  const int rule = plan.rules.find_rule(row.rule);
  const Strength strength = row.strength == "validated" ? Strength::kValidated
                            : row.strength == "shaped"  ? Strength::kShaped
                                                        : Strength::kWeak;
  if (row.reserved) ++reserved_;
  if (!fail_on_.fails(
          {.entity = row.entity,
           .origin = rule < 0 ? std::string_view() : plan.rules.rules()[static_cast<std::size_t>(rule)].origin,
           .strength = strength,
           .score = row.score,
           .reserved = row.reserved,
           .message_class = row.message_class,
           .policy = row.policy})) {
    if (!row.reserved) ++passed_;
    return;
  }
  PackedFinding packed;
  CheckFinding& finding = packed.finding;
  finding = {.file = std::string(row.file),
             .line = row.lines.line,
             .column = row.lines.column,
             .end_line = row.lines.end_line,
             .end_column = row.lines.end_column,
             .pointer = std::string(row.pointer),
             .rule = std::string(row.rule),
             .entity = std::string(row.entity),
             .shape = std::string(row.shape),
             .region = std::string(row.region),
             .message_class = std::string(row.message_class),
             .platform = std::string(row.platform),
             .policy = std::string(row.policy),
             .strength = std::string(row.strength),
             .score = row.score,
             .reserved = row.reserved,
             .embedded = row.embedded,
             .is_key = row.is_key};
  if (row.show_value) finding.value = row.value;
  packed.anchor = ids_->anchor_of(worker, row);
  packed.rules = allow_.rules_for(worker, row, record, field);
  pack(packed, out);
}

Result<CheckTotals> CheckRun::run(FunctionRef<Status(CheckFinding&&)> visit) {
  CheckTotals totals;
  if (nothing_) return totals;
  Plan& plan = scan_.plan();
  const auto write = [this](const FindingRow& row, Worker& worker, const Record& record,
                            std::optional<FieldIndex> field,
                            std::string& out) { write_row(row, worker, record, field, out); };
  plan.scan.write_row.emplace(write);
  scan_.set_up();
  const auto rows = [&](std::size_t file, std::string_view text, std::span<const std::uint32_t> ends) -> Status {
    std::size_t begin = 0;
    for (const std::uint32_t end : ends) {
      const std::string_view row = text.substr(begin, end - begin);
      begin = end;
      if (row.empty()) continue;  // it passed
      PackedFinding packed = unpack(row);
      // What is allowed has an id too, so that other ids do not depend on rules.
      packed.finding.fingerprint = ids_->id_of(packed.anchor);
      if (allow_.allows(file, packed.rules)) continue;
      if (Status status = visit(std::move(packed.finding)); !status) return status;
    }
    return {};
  };
  OutputStreams none;
  JobOutcome outcome;
  if (Status status = scan_.run({.all = none}, true, outcome, {rows}); !status) return fail(status);
  fmt::print(stderr, "{}{}", scan_.damaged_text(outcome), scan_.not_read_text());
  if (Status status = scan_.check_fields(); !status) return fail(status);
  // A file whose name tells nothing and that holds no text is none of a check's,
  // and a part of a large one is what was asked for.
  for (FileOutcome& file : outcome.files) {
    if (file.fate == FileFate::kPartly) ++totals.partly;
    if (file.fate == FileFate::kBinary || file.fate == FileFate::kPartly) file.fate = FileFate::kRead;
  }
  const ExitCode code = exit_code_of(plan, outcome);
  if (code == ExitCode::kError) return fail(ErrorCode::kIo, "not every file could be read");
  totals.files = outcome.files.size();
  totals.passed = passed_;
  totals.reserved = reserved_;
  totals.missed = code == ExitCode::kIncomplete;
  totals.key_name = ids_->key_name();
  totals.allowed = allow_.counts();
  return totals;
}

std::string count_of(std::uint64_t n, std::string_view one) {
  return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
}

Result<CheckTotals> run_check(const Options& options, FunctionRef<Status(CheckFinding&&)> visit) {
  CheckRun run(options);
  if (Status status = run.prepare(); !status) return fail(status);
  return run.run(visit);
}

}  // namespace privet
