#include "cli/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "pipeline/progress.h"

namespace privet {

std::string counts_table(const Plan& plan, const Counts& totals) {
  std::string out;
  std::size_t width = 6;
  for (const std::string& entity : plan.rules.entities()) width = std::max(width, entity.size());
  for (std::size_t i = 0; i < plan.rules.entities().size(); ++i) {
    const std::uint64_t found = i < totals.findings.size() ? totals.findings[i] : 0;
    out += fmt::format("{:<{}}  {:>9}\n", plan.rules.entities()[i], width, found);
  }
  return out;
}

namespace {

std::string plural(std::uint64_t n, const char* what) { return with_commas(n) + " " + what + (n == 1 ? "" : "s"); }

// "private messages: 400 kept, 12 quarantined": always what was asked for, the
// others if there are any.
std::string messages_text(const Plan& plan, const Counts& totals) {
  constexpr std::array<const char*, kMessageActions> kDone = {"kept", "blanked", "dropped", "quarantined"};
  if (!plan.scan.messages.origin) return "";
  if (!plan.scan.redact)
    return fmt::format("private messages: {} flagged\n", with_commas(totals.messages.by_action[0]));
  std::string out;
  for (std::size_t i = 0; i < kMessageActions; ++i) {
    if (totals.messages.by_action[i] == 0 && static_cast<MessageAction>(i) != plan.scan.messages.action) continue;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", with_commas(totals.messages.by_action[i]), kDone[i]);
  }
  return "private messages: " + out + "\n";
}

// "policy: 3 allow, 1 review, 8 block".
std::string policy_text(const Plan& plan, const Counts& totals) {
  if (!plan.policy) return "";
  std::string out;
  for (std::size_t i = 0; i < kDecisions; ++i) {
    out +=
        fmt::format("{}{} {}", out.empty() ? "" : ", ", with_commas(totals.messages.by_decision[i]), kDecisionNames[i]);
  }
  return "policy: " + out + "\n";
}

// What the attributes do not say, and what happens then.
std::string attributes_text(const Plan& plan, const AttributeCounts& counts, std::size_t unread) {
  std::string out;
  if (counts.findings_elsewhere != 0)
    out += fmt::format("{} outside /text: not in the attributes\n", plural(counts.findings_elsewhere, "finding"));
  if (counts.ids_with_findings != 0) {
    out += fmt::format("{} with findings: in the attributes as they are, since the mixer compares ids\n",
                       plural(counts.ids_with_findings, "id"));
  }
  if (unread + plan.inputs.links != 0) {
    out += fmt::format("{} without attributes: Dolma's mixer passes such documents on as they are, without a word\n",
                       plural(unread + plan.inputs.links, "file"));
  }
  if (plan.inputs.not_data != 0) {
    out +=
        fmt::format("{} with no suffix of data: not read; the mixer takes such documents, too, if its pattern does\n",
                    plural(plan.inputs.not_data, "file"));
  }
  return out;
}

}  // namespace

std::string summary_text(const Plan& plan, const JobOutcome& outcome) {
  const Counts& totals = outcome.totals;
  const std::uint64_t found = std::accumulate(totals.findings.begin(), totals.findings.end(), std::uint64_t{0});
  const std::uint64_t reserved =
      std::accumulate(totals.reserved_findings.begin(), totals.reserved_findings.end(), std::uint64_t{0});
  std::string out = fmt::format("{}, {}", plural(totals.records, "record"), plural(found, "finding"));
  out += plan.scan.redact ? fmt::format(", {} changed\n", plural(totals.records_changed, "record")) : std::string("\n");
  for (std::size_t i = 0; i < totals.findings.size(); ++i) {
    if (totals.findings[i] != 0)
      out += fmt::format("  {:<16} {:>9}\n", plan.rules.entities()[i], with_commas(totals.findings[i]));
  }
  out += messages_text(plan, totals);
  out += policy_text(plan, totals);
  if (reserved != 0) {
    out += fmt::format("{} of them reserved values{}\n", with_commas(reserved),
                       plan.scan.redact && !plan.scan.redaction.keep_reserved ? " (--keep-reserved leaves those)" : "");
  }
  const bool passed = plan.scan.redact && plan.scan.on_bad_record == OnBadRecord::kPass;
  for (std::size_t i = 0; i < totals.withheld.size(); ++i) {
    if (totals.withheld[i] != 0) {
      out += fmt::format("{} {}: {}\n", plural(totals.withheld[i], "record"),
                         passed ? "passed on unscanned" : "withheld", describe(static_cast<WithheldReason>(i)));
    }
  }
  if (totals.records_without_field != 0 && !plan.scan.allow_missing_field) {
    out += fmt::format("{} without any --field: not scanned\n", plural(totals.records_without_field, "record"));
  }
  if (totals.strings_outside_fields != 0) {
    out += fmt::format("{} outside --field: not looked at\n", plural(totals.strings_outside_fields, "string"));
  }
  const auto with_fate = [&](FileFate fate) {
    return static_cast<std::size_t>(std::count_if(outcome.files.begin(), outcome.files.end(),
                                                  [&](const FileOutcome& f) { return f.fate == fate; }));
  };
  const std::size_t partly = with_fate(FileFate::kPartly);
  const std::size_t unread = outcome.files.size() - with_fate(FileFate::kRead) - partly + plan.inputs.not_read.size();
  if (partly != 0) out += fmt::format("{} read in part\n", plural(partly, "file"));
  if (unread != 0) out += fmt::format("{} not read\n", plural(unread, "file"));
  if (plan.scan.attributes) out += attributes_text(plan, totals.attributes, unread);
  if (plan.inputs.hidden + plan.inputs.links != 0) {
    out += fmt::format("{} and {} not followed\n", plural(plan.inputs.hidden, "hidden file"),
                       plural(plan.inputs.links, "link"));
  }
  if (plan.scan.redact) out += "What was not found is still there.\n";
  return out;
}

ExitCode exit_code_of(const Plan& plan, const JobOutcome& outcome) {
  const Counts& totals = outcome.totals;
  const std::uint64_t withheld = totals.withheld_in_all();
  const double allowed = plan.max_withheld_share < 0 ? static_cast<double>(plan.max_withheld)
                                                     : plan.max_withheld_share * static_cast<double>(totals.records);
  for (const FileOutcome& file : outcome.files) {
    if (file.error && file.error->code != ErrorCode::kData) return ExitCode::kError;
  }
  bool unread =
      !plan.inputs.not_read.empty() || std::any_of(outcome.files.begin(), outcome.files.end(),
                                                   [](const FileOutcome& f) { return f.fate != FileFate::kRead; });
  const bool fieldless = totals.records_without_field != 0 && !plan.scan.allow_missing_field;
  // Dolma's mixer follows links, too.
  unread = unread || (plan.scan.attributes && plan.inputs.links != 0);
  return unread || fieldless || static_cast<double>(withheld) > allowed ? ExitCode::kIncomplete : ExitCode::kDone;
}

}  // namespace privet
