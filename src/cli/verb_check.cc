// privet check: whether there is something in the files that should not be.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <numeric>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "cli/baseline_file.h"
#include "cli/check_run.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "cli/version.h"
#include "pipeline/cleanup.h"
#include "pipeline/output_file.h"
#include "record/json_write.h"
#include "report/finding_message.h"
#include "report/gitlab.h"
#include "report/plain_text.h"
#include "report/sarif.h"

namespace privet {
namespace {

constexpr std::size_t kWriteBytes = std::size_t{64} << 10;

// 'a b' as a shell reads it; most names need nothing.
std::string for_shell(const std::string& text) {
  const bool plain = !text.empty() && text.find_first_not_of(
                                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                          "0123456789_./:-+=@%,") == std::string::npos;
  if (plain) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::uint64_t all_allowed(const CheckTotals& totals) {
  return std::accumulate(totals.allowed.begin(), totals.allowed.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const AllowedCount& rule) { return sum + rule.allowed; });
}

// Findings in the format asked for. Members are in the order in which things
// come to be.
class CheckOutput {
 public:
  CheckOutput(const Options& o, const RuleSet& rules)
      : o_(o), color_(o.output.empty() && may_color(o.color, STDOUT_FILENO)) {
    if (o.format == "gitlab") gitlab_.emplace(text_);
    if (o.format != "sarif") return;
    digest_ = rules_digest(!o.no_default_rules, rules.sources());
    version_ = program_version();
    sarif_.emplace(SarifTool{version_, digest_}, rules, text_);
  }

  Status open() {
    Result<OutputFile> file = OutputFile::open(o_.output.empty() ? "-" : o_.output, {.force = o_.force});
    if (!file) return fail(file);
    file_.emplace(std::move(*file));
    return {};
  }

  Status add(const CheckFinding& finding) {
    ++findings_;
    if (first_.empty()) {
      first_ = fmt::format("{}:{}", finding.file, finding.line);
      first_id_ = finding.fingerprint;
    }
    if (sarif_) {
      sarif_->add(finding);
    } else if (gitlab_) {
      gitlab_->add(finding);
    } else if (o_.max_findings_shown != 0 && findings_ > o_.max_findings_shown) {
      return {};
    } else if (o_.format == "jsonl") {
      add_jsonl(finding);
    } else {
      add_text(finding);
    }
    return text_.size() >= kWriteBytes ? flush() : Status();
  }

  //   known: findings that the baseline knows
  Status finish(const CheckTotals& totals, std::uint64_t known) {
    const SarifCount counts[] = {
        {"findingsInBaseline", known}, {"findingsAllowed", all_allowed(totals)}, {"findingsPassed", totals.passed}};
    if (sarif_) sarif_->finish(!totals.incomplete(), counts);
    if (gitlab_) gitlab_->finish();
    if (Status status = flush(); !status) return status;
    return file_->commit();
  }

  [[nodiscard]] std::uint64_t findings() const { return findings_; }

  // What a person does next, in two lines to copy.
  [[nodiscard]] std::string next_steps() const {
    // What is looked for may be the configuration's; --record reads none by itself.
    const std::string config = o_.config.empty() ? "" : "--config " + for_shell(o_.config) + " ";
    std::string out;
    if (!sarif_ && !gitlab_ && o_.max_findings_shown != 0 && findings_ > o_.max_findings_shown)
      out += fmt::format("and {} more (--max-findings 0 shows all)\n", findings_ - o_.max_findings_shown);
    out += fmt::format("look at it:  privet scan --show-values {}--record {}\n", config, for_shell(first_));
    out += fmt::format("accept it:   privet baseline add {} --reason '…'\n", first_id_);
    return out;
  }

 private:
  Status flush() {
    Status done = file_->write(text_);
    text_.clear();
    return done;
  }

  void add_text(const CheckFinding& f) {
    std::string line;
    append_plain(f.file, line);
    line = emphasised(fmt::format("{}:{}:{}:", line, f.line, f.column), color_);
    std::string what;
    if (!f.message_class.empty()) {
      what = fmt::format("{}, {}, {}, probability {:.2f}", f.entity, f.message_class, f.platform, f.score);
      if (!f.policy.empty()) what += ", policy " + f.policy;
      if (f.embedded) what += ", within another text";
    } else {
      what = f.entity;
      if (!f.pointer.empty()) what += (f.is_key ? " in a key, " : " in ") + f.pointer;
      if (!f.shape.empty()) what += ", " + f.shape;
    }
    if (!f.value.empty()) what += ": " + f.value;
    std::string plain;
    append_plain(what, plain);
    text_ += fmt::format("{} {} {} [{}]\n", line, f.rule, plain, f.fingerprint);
  }

  // One object a line: what a finding of `scan` has, and lines and columns.
  void add_jsonl(const CheckFinding& f) {
    JsonWriter json(text_);
    json.begin_object();
    json.member("schema", "privet.check/1");
    json.member("file", as_utf8(f.file));
    json.member("line", f.line);
    json.member("column", f.column);
    json.member("end_line", f.end_line);
    json.member("end_column", f.end_column);
    json.member("pointer", f.pointer);
    json.member("part", f.is_key ? "key" : "value");
    json.member("rule", f.rule);
    json.member("entity", f.entity);
    json.member("strength", f.strength);
    json.member("score", f.score);
    json.member("reserved", f.reserved);
    json.member("embedded", f.embedded);
    json.member("shape", f.shape);
    json.member("region", f.region);
    json.member("class", f.message_class);
    json.member("platform", f.platform);
    json.member("policy", f.policy);
    json.member("id", f.fingerprint);
    json.end_object();
    text_.push_back('\n');
  }

  const Options& o_;
  bool color_;
  std::string text_;  // not written yet
  std::string version_, digest_;
  std::optional<SarifWriter> sarif_;
  std::optional<GitlabWriter> gitlab_;
  std::optional<OutputFile> file_;
  std::uint64_t findings_ = 0;
  std::string first_, first_id_;  // the first finding's place and id
};

Status check_options(const Options& o) {
  if (!o.show_values) return {};
  if (o.format != "text" && !o.format.empty())
    return fail(ErrorCode::kUsage, "--show-values is for --format text: reports go where others read them");
  if (!o.output.empty() || !is_terminal(STDOUT_FILENO)) {
    return fail(ErrorCode::kUsage,
                "--show-values is refused: standard output is no terminal, and logs keep what they get");
  }
  return {};
}

// What the baseline says of findings, one after the other.
class Knowledge {
 public:
  Status load(const Options& o) {
    if (o.no_baseline) return {};
    path_ = baseline_path(o.baseline);
    Result<std::optional<Baseline>> read = load_baseline(path_);
    if (!read) return fail(read);
    if (!*read && !o.baseline.empty())
      return fail(ErrorCode::kUsage,
                  "--baseline: there is no " + printable_path(path_) + "; privet baseline create makes one");
    baseline_ = std::move(*read);
    Result<std::string> day = today();
    if (!day) return fail(day);
    today_ = std::move(*day);
    return {};
  }

  // Before the first finding: ids made under another key mean nothing.
  Status check_key_of(const std::optional<std::string>& key_name) const {
    return baseline_ && key_name ? check_key(*baseline_, *key_name, path_) : Status();
  }

  [[nodiscard]] bool is_known(const CheckFinding& finding) {
    if (!baseline_) return false;
    const Known known = baseline_->knows(finding.fingerprint, today_);
    known_ += known == Known::kKnown ? 1 : 0;
    expired_ += known == Known::kExpired ? 1 : 0;
    return known == Known::kKnown;
  }

  [[nodiscard]] std::uint64_t known() const { return known_; }
  [[nodiscard]] std::uint64_t expired() const { return expired_; }
  [[nodiscard]] std::string name() const { return printable_path(path_); }

 private:
  std::string path_, today_;
  std::optional<Baseline> baseline_;
  std::uint64_t known_ = 0, expired_ = 0;
};

std::string failing_text(std::uint64_t n) { return count_of(n, "finding") + (n == 1 ? " fails" : " fail"); }

std::string summary(std::uint64_t failing, const CheckTotals& totals, const Knowledge& knowledge) {
  std::string out = fmt::format("{} checked: {}", count_of(totals.files, "file"),
                                failing == 0 ? "no finding fails" : failing_text(failing));
  if (totals.partly != 0) out += fmt::format(", {} only in part", count_of(totals.partly, "file"));
  if (knowledge.expired() != 0)
    out += fmt::format(" ({} of them expired in {})", knowledge.expired(), knowledge.name());
  if (knowledge.known() != 0) out += fmt::format(", {} known in {}", knowledge.known(), knowledge.name());
  if (totals.reserved != 0) out += fmt::format(", {}", count_of(totals.reserved, "reserved value"));
  if (const std::uint64_t allowed = all_allowed(totals)) out += fmt::format(", {} allowed", allowed);
  if (totals.passed != 0) out += fmt::format(", {} passed by --fail-on", totals.passed);
  if (totals.incomplete()) out += "; something was not scanned";
  return out + "\n";
}

// What allow rules did, a line each.
//   whole: everything was checked, so a rule that let nothing pass is of no more use
std::string allowed_text(const CheckTotals& totals, bool whole) {
  std::string out;
  for (const AllowedCount& rule : totals.allowed) {
    std::string what;
    if (rule.allowed != 0) what = count_of(rule.allowed, "finding") + " allowed";
    if (rule.over != 0) what = fmt::format("expired {}, and {} again", rule.expires, failing_text(rule.over));
    if (what.empty() && whole) what = "no finding to allow";
    if (what.empty()) continue;
    std::string line;
    append_plain(fmt::format("{}: {}: {}", rule.place, what, rule.reason), line);
    out += line + "\n";
  }
  return out;
}

}  // namespace

ExitCode run_check_verb(const Options& o) {
  install_signal_handlers();
  if (Status status = check_options(o); !status) return complain(status.error());
  Knowledge knowledge;
  if (Status status = knowledge.load(o); !status) return complain(status.error());
  CheckRun run(o);
  if (Status status = run.prepare(); !status) return complain(status.error());
  if (Status status = knowledge.check_key_of(run.key_name()); !status) return complain(status.error());
  CheckOutput output(o, run.rules());
  if (Status status = output.open(); !status) return complain(status.error());
  const auto visit = [&](CheckFinding&& finding) -> Status {
    return knowledge.is_known(finding) ? Status() : output.add(finding);
  };
  const Result<CheckTotals> totals = run.run(visit);
  if (!totals) return complain(totals.error());
  if (Status status = output.finish(*totals, knowledge.known()); !status) return complain(status.error());
  if (output.findings() != 0) fmt::print(stderr, "{}", output.next_steps());
  if (!o.quiet) {
    const bool whole = o.inputs.empty() && o.files_from.empty();
    fmt::print(stderr, "{}{}", allowed_text(*totals, whole), summary(output.findings(), *totals, knowledge));
  }
  if (output.findings() != 0) return ExitCode::kFindings;
  return totals->incomplete() ? ExitCode::kIncomplete : ExitCode::kDone;
}

}  // namespace privet
