// privet scan and privet redact: a plan, the outputs, the job, the ledger.
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/plan.h"
#include "cli/summary.h"
#include "cli/verbs.h"
#include "pipeline/cleanup.h"
#include "pipeline/ledger.h"
#include "pipeline/output_guard.h"
#include "pipeline/progress.h"
#include "pipeline/safe_names.h"
#include "pipeline/scan_batch.h"
#include "report/finding_row.h"

namespace privet {
namespace {

ExitCode complain(const Error& error) {
  if (error.code == ErrorCode::kClosedPipe) {
    // The reader went away: end as any filter does, silently.
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  fmt::print(stderr, "privet: {}\n", error.message);
  return ExitCode::kError;
}

OutputCodec codec_of(const Options& o, const std::string& path) {
  if (!path.empty() && path != "-") return output_codec_of(path);
  if (o.compress == "gz") return OutputCodec::kGzip;
  return o.compress == "zst" ? OutputCodec::kZstd : OutputCodec::kPlain;
}

// One run. Members are in the order in which things come to be.
class StreamRun {
 public:
  explicit StreamRun(const Options& options) : o_(options) {}

  ExitCode run() {
    if (Status status = make_plan(o_, plan_); !status) return complain(status.error());
    if (!plan_.notice.empty() && !o_.quiet) fmt::print(stderr, "{}", plan_.notice);
    plan_report_format();
    if (Status status = guard_outputs(); !status) return complain(status.error());
    if (Status status = open_outputs(); !status) return complain(status.error());
    make_workers();
    JobOutcome outcome;
    if (Status status = run_all(outcome); !status) return complain(status.error());
    for (const FileOutcome& file : outcome.files) {
      if (file.error) fmt::print(stderr, "privet: {}\n", file.error->message);
    }
    if (Status status = check_fields(); !status) return complain(status.error());
    if (Status status = commit(outcome); !status) return complain(status.error());
    if (o_.count) fmt::print("{}", counts_table(plan_, outcome.totals));
    if (!o_.quiet) fmt::print(stderr, "{}", summary_text(plan_, outcome));
    return exit_code_of(plan_, outcome);
  }

 private:
  [[nodiscard]] bool redacts() const { return plan_.scan.redact; }
  [[nodiscard]] std::string report_path() const { return redacts() ? o_.report : (o_.output.empty() ? "-" : o_.output); }

  void plan_report_format() {
    const std::string path = report_path();
    if (path.empty() || o_.count || o_.report_level == "none") return;
    std::string format = o_.format;
    if (format.empty()) {
      const bool csv = path.find(".csv") != std::string::npos;
      format = csv ? "csv" : path == "-" && isatty(STDOUT_FILENO) != 0 ? "text" : "jsonl";
    }
    plan_.scan.report = format == "csv" ? ReportFormat::kCsv : format == "text" ? ReportFormat::kText : ReportFormat::kJsonl;
    plan_.scan.color = o_.color == "always" ||
                       (o_.color == "auto" && path == "-" && isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr);
  }

  [[nodiscard]] std::string ledger_path() const {
    if (!o_.ledger.empty()) return o_.ledger;
    const std::string path = report_path();
    return path.empty() || path == "-" || path.starts_with("/dev/") ? "" : path + ".ledger.json";
  }

  Status guard_outputs() {
    OutputGuard guard;
    for (const Input& input : plan_.inputs.inputs) guard.add_input(input.is_stdin ? "-" : input.path);
    for (const std::string& argument : o_.inputs) guard.add_input(argument);
    if (!o_.output.empty()) {
      Status status = redacts() && plan_.folder_run ? guard.add_folder(o_.output, "-o") : guard.add_file(o_.output, "-o");
      if (!status) return status;
    }
    const std::pair<const std::string&, const char*> files[] = {{o_.report, "--report"}, {o_.withheld, "--withheld"}, {o_.ledger, "--ledger"}};
    for (const auto& [path, option] : files) {
      if (path.empty()) continue;
      if (Status status = guard.add_file(path, option); !status) return status;
    }
    return {};
  }

  Status open_stream(const std::string& path, bool secret, OutputCodec codec, OutputStream*& stream) {
    Result<OutputFile> file = OutputFile::open(path, {.force = o_.force, .make_folders = false, .secret = secret});
    if (!file) return fail(file);
    stream = &streams_.add(std::move(*file), codec);
    return {};
  }

  Status open_outputs() {
    if (redacts() && plan_.folder_run && o_.output.empty()) return fail(ErrorCode::kUsage, "a folder as INPUT needs -o FOLDER");
    if (redacts() && !plan_.folder_run) {
      const std::string path = o_.output.empty() ? "-" : o_.output;
      if (Status status = open_stream(path, false, codec_of(o_, path), job_streams_.output); !status) return status;
    }
    if (plan_.scan.report != ReportFormat::kNone) {
      const std::string path = report_path();
      if (Status status = open_stream(path, false, codec_of(o_, redacts() ? path : o_.output), job_streams_.report); !status) return status;
      if (plan_.scan.report == ReportFormat::kCsv) {
        std::string header;
        append_csv_header(o_.show_values, header);
        const auto end = static_cast<std::uint32_t>(header.size());
        if (Status status = job_streams_.report->append_lines(header, {&end, 1}); !status) return status;
      }
    }
    if (!o_.withheld.empty()) {
      if (Status status = open_stream(o_.withheld, true, output_codec_of(o_.withheld), job_streams_.withheld); !status) return status;
    }
    plan_.job.digests = !ledger_path().empty() && !ledger_path().starts_with("/dev/");
    return {};
  }

  void make_workers() {
    for (unsigned i = 0; i < plan_.job.threads; ++i) workers_.push_back(std::make_unique<Worker>(plan_.scan));
    for (const Input& input : plan_.inputs.inputs) {
      contexts_.push_back({Container::kJsonl, safe_file_name(plan_.scan, *workers_[0], input.name)});
      JobFile file{.path = input.path, .is_stdin = input.is_stdin, .name = contexts_.back().file,
                   .by_suffix = input.kind.container};
      if (o_.input_format == "jsonl") file.container = Container::kJsonl;
      if (o_.input_format == "json") file.container = Container::kJson;
      if (o_.input_format == "text") file.container = Container::kText;
      if (redacts() && plan_.folder_run) {
        file.output_path = (std::filesystem::path(o_.output) / input.name).string();
        file.output_codec = output_codec_of(input.name);
      }
      files_.push_back(std::move(file));
    }
  }

  Status run_all(JobOutcome& outcome) {
    const bool plain = o_.progress == "plain";
    const bool terminal = o_.progress == "auto" && !o_.quiet && isatty(STDERR_FILENO) != 0;
    Progress progress(plain ? ProgressMode::kPlain : terminal ? ProgressMode::kTerminal : ProgressMode::kNone, 0);
    const auto scan = [&](unsigned thread, std::size_t file, Container container, const Batch& batch, BatchResult& out) {
      InputContext context = contexts_[file];
      context.container = container;
      scan_batch(plan_.scan, context, *workers_[thread], batch, out);
    };
    const auto damaged = [&](std::size_t file, const Diagnostic& d) {
      progress.clear();
      if (!o_.quiet) {
        fmt::print(stderr, "privet: {}:{}: {} (byte {}); withheld\n", contexts_[file].file, d.line, describe(d.reason), d.byte);
      }
    };
    const auto report_progress = [&](std::uint64_t bytes, std::uint64_t findings) { progress.update(bytes, findings); };
    return run_job(files_, plan_.job, job_streams_, {scan, damaged, report_progress}, outcome);
  }

  // A pointer that matched nothing in the whole input is a mistake.
  Status check_fields() {
    if (!plan_.fields) return {};
    for (std::size_t i = 1; i < workers_.size(); ++i) {
      workers_[0]->selector.merge(workers_[i]->selector);
      workers_[0]->shapes.merge(workers_[i]->shapes);
    }
    const std::vector<bool>& matched = workers_[0]->selector.ever_matched();
    for (std::size_t i = 0; i < matched.size(); ++i) {
      if (matched[i]) continue;
      const PointerPattern& pattern = plan_.fields->patterns()[i];
      std::string message = "--field " + pattern.text + " matched nothing in the whole input";
      const std::optional<std::string> nearest = workers_[0]->shapes.nearest(pattern);
      if (nearest && !tells_something(plan_.scan, *workers_[0], *nearest)) message += "; the nearest there is: " + *nearest;
      return fail(ErrorCode::kUsage, message);
    }
    return {};
  }

  [[nodiscard]] Ledger make_ledger(const JobOutcome& outcome) const {
    Ledger ledger;
    ledger.version = PRIVET_VERSION;
    ledger.verb = redacts() ? "redact" : "scan";
    ledger.options = {{"entities", o_.entities}, {"min_score", fmt::format("{}", o_.min_score)},
                      {"default_region", o_.default_region}, {"fields", fmt::format("{}", fmt::join(o_.fields, " "))},
                      {"operators", fmt::format("{}", fmt::join(o_.operators, " "))},
                      {"keys", o_.keys}, {"on_bad_record", o_.on_bad_record},
                      {"max_record_bytes", std::to_string(o_.max_record_bytes)},
                      {"input_format", o_.input_format}};
    ledger.entities = plan_.rules.entities();
    ledger.looked_for = plan_.rules.entities();
    for (std::size_t i = 0; i < outcome.files.size(); ++i) {
      const FileOutcome& file = outcome.files[i];
      ledger.files.push_back({contexts_[i].file, std::string(ledger_reason(file)), std::string(ledger_name(file.container)), file.digest, file.counts});
    }
    for (const NotRead& file : plan_.inputs.not_read) {
      ledger.files.push_back({safe_file_name(plan_.scan, *workers_[0], file.name), file.reason, "", "", {}});
    }
    ledger.hidden = plan_.inputs.hidden;
    ledger.links = plan_.inputs.links;
    ledger.other_files = plan_.inputs.not_data;
    return ledger;
  }

  // Everything to the disk first, then the names, the ledger last.
  Status commit(const JobOutcome& outcome) {
    const std::array<OutputStream*, 3> all = {job_streams_.output, job_streams_.report, job_streams_.withheld};
    for (OutputStream* stream : all) {
      if (stream != nullptr) stream->close(Closing::kSeal);
    }
    if (Status status = streams_.drain(); !status) return status;
    for (OutputStream* stream : all) {
      if (stream == nullptr) continue;
      if (Status status = stream->commit(); !status) return status;
    }
    const std::string path = ledger_path();
    if (path.empty()) return {};
    Result<OutputFile> file = OutputFile::open(path, {.force = o_.force || o_.ledger.empty(), .make_folders = false, .secret = false});
    if (!file) return fail(file);
    if (Status status = file->write(write_ledger(make_ledger(outcome))); !status) return status;
    return file->commit();
  }

  const Options& o_;
  Plan plan_;
  OutputStreams streams_;
  JobStreams job_streams_{.all = streams_};
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<InputContext> contexts_;
  std::vector<JobFile> files_;
};

}  // namespace

ExitCode run_stream_verb(const Options& options) {
  std::signal(SIGPIPE, SIG_IGN);
  return StreamRun(options).run();
}

}  // namespace privet
