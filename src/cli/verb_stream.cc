// privet scan and privet redact: a plan, the outputs, the job, the ledger.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "cli/plan.h"
#include "cli/run_ledger.h"
#include "cli/slack_export.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "input/source.h"
#include "pipeline/cleanup.h"
#include "pipeline/output_guard.h"
#include "pipeline/progress.h"
#include "pipeline/safe_names.h"
#include "pipeline/scan_input.h"
#include "report/finding_row.h"

namespace privet {
namespace {

ExitCode complain(const Error& error) {
  if (error.code == ErrorCode::kClosedPipe) {
    // The reader went away: end as any filter does, silently.
    die_of_closed_pipe();
  }
  fmt::print(stderr, "privet: {}\n", error.message);
  return ExitCode::kError;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  if (from.size() < 3) return;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

OutputCodec codec_of(const Options& o, const std::string& path) {
  if (!path.empty() && path != "-") return output_codec_of(path);
  if (o.compress == "gz") return OutputCodec::kGzip;
  return o.compress == "zst" ? OutputCodec::kZstd : OutputCodec::kPlain;
}

// What is known of a file before it is read, as lines that no record can write:
// its path below INPUT, and what stands beside it.
FileContext file_context(const Input& input, SlackExports& exports) {
  FileContext context;
  if (input.name != "-")
    context.lines = "%path=" + one_line(with_bytes_escaped(input.name)) + "\n" + exports.line_for(input);
  return context;
}

// One run. Members are in the order in which things come to be.
class StreamRun {
 public:
  explicit StreamRun(const Options& options) : o_(options) {}

  ExitCode run() {
    if (Status status = make_plan(o_, plan_); !status) return complain(status.error());
    if (!plan_.notice.empty()) fmt::print(stderr, "{}", plan_.notice);
    if (Status status = plan_report_format(); !status) return complain(status.error());
    if (Status status = guard_outputs(); !status) return complain(status.error());
    if (Status status = open_outputs(); !status) return complain(status.error());
    make_workers();
    JobOutcome outcome;
    if (Status status = run_all(outcome); !status) {
      Error error = status.error();
      for (const JobFile& file : files_) error.message = without_name(std::move(error.message), file.path, file.name);
      return complain(error);
    }
    for (std::size_t i = 0; i < outcome.files.size(); ++i) {
      if (outcome.files[i].error)
        fmt::print(stderr, "privet: {}\n",
                   without_name(outcome.files[i].error->message, files_[i].path, files_[i].name));
    }
    if (Status status = check_fields(); !status) return complain(status.error());
    if (Status status = commit(outcome); !status) return complain(status.error());
    if (!o_.quiet) fmt::print(stderr, "{}{}", not_read_text(), summary_text(plan_, outcome));
    return exit_code_of(plan_, outcome);
  }

 private:
  [[nodiscard]] bool redacts() const { return plan_.scan.redact; }
  [[nodiscard]] std::string report_path() const {
    return redacts() ? o_.report : (o_.output.empty() ? "-" : o_.output);
  }

  // --explain without a format is for a person who reads stdout.
  Status plan_report_format() {
    const std::string path = report_path();
    if (path.empty() || o_.count || o_.report_level == "none") {
      if (o_.explain) return fail(ErrorCode::kUsage, "--explain needs a report of findings, in text");
      return {};
    }
    std::string format = o_.format;
    if (format.empty()) {
      const bool csv = path.find(".csv") != std::string::npos;
      format = csv ? "csv" : path == "-" && (o_.explain || is_terminal(STDOUT_FILENO)) ? "text" : "jsonl";
    }
    if (o_.explain && format != "text") {
      return fail(ErrorCode::kUsage,
                  "--explain needs --format text; reports in " + format + " have the same in \"evidence\"");
    }
    if (o_.explain && !plan_.scan.messages.wanted())
      return fail(ErrorCode::kUsage, "--explain needs PRIVATE_MESSAGE among what is looked for");
    plan_.scan.report = format == "csv"    ? ReportFormat::kCsv
                        : format == "text" ? ReportFormat::kText
                                           : ReportFormat::kJsonl;
    // A report in a file is coloured if that is asked for, whatever stdout is.
    plan_.scan.color = path == "-" ? may_color(o_.color, STDOUT_FILENO) : o_.color == "always";
    return {};
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
    const std::string output = o_.output.empty() ? "-" : o_.output;
    if (redacts() && plan_.folder_run && output == "-")
      return fail(ErrorCode::kUsage, "a folder as INPUT needs -o FOLDER");
    if (output != "-" && !o_.compress.empty())
      return fail(ErrorCode::kUsage,
                  "--compress is for standard output; the suffix of -o (.gz, .zst) decides for files");
    if (Status status = redacts() && plan_.folder_run ? guard.add_folder(output, "-o") : guard.add_file(output, "-o");
        !status)
      return status;
    const std::pair<std::string, const char*> files[] = {
        {o_.report, "--report"}, {o_.withheld, "--withheld"}, {ledger_path(), "--ledger"}};
    for (const auto& [path, option] : files) {
      if (path.empty() || (!redacts() && path == o_.report)) continue;
      if (Status status = guard.add_file(path, option); !status) return status;
    }
    return o_.quarantine.empty() ? Status() : guard.add_file_outside(o_.quarantine, "--quarantine");
  }

  Status open_stream(const std::string& path, bool secret, OutputCodec codec, OutputStream*& stream) {
    Result<OutputFile> file = OutputFile::open(path, {.force = o_.force, .make_folders = false, .secret = secret});
    if (!file) return fail(file);
    stream = &streams_.add(std::move(*file), codec);
    return {};
  }

  Status open_outputs() {
    if (redacts() && !plan_.folder_run) {
      const std::string path = o_.output.empty() ? "-" : o_.output;
      if (Status status = open_stream(path, false, codec_of(o_, path), job_streams_.output); !status) return status;
    }
    if (plan_.scan.report != ReportFormat::kNone) {
      const std::string path = report_path();
      if (Status status = open_stream(path, false, codec_of(o_, redacts() ? path : o_.output), job_streams_.report);
          !status)
        return status;
      if (plan_.scan.report == ReportFormat::kCsv) {
        std::string header;
        append_csv_header(o_.show_values, header);
        const auto end = static_cast<std::uint32_t>(header.size());
        if (Status status = job_streams_.report->append_lines(header, {&end, 1}); !status) return status;
      }
    }
    if (!o_.withheld.empty()) {
      if (Status status = open_stream(o_.withheld, true, output_codec_of(o_.withheld), job_streams_.withheld); !status)
        return status;
    }
    if (!o_.quarantine.empty()) {
      if (Status status = open_stream(o_.quarantine, true, output_codec_of(o_.quarantine), job_streams_.quarantine);
          !status)
        return status;
    }
    if (o_.count) {
      if (Status status = open_stream(report_path(), false, codec_of(o_, o_.output), counts_); !status) return status;
    }
    if (ledger_path().empty()) return {};
    plan_.job.digests = true;
    Result<OutputFile> ledger =
        OutputFile::open(ledger_path(), {.force = o_.force, .make_folders = false, .secret = false});
    if (!ledger) return fail(ledger);
    ledger_.emplace(std::move(*ledger));
    return {};
  }

  void make_workers() {
    for (unsigned i = 0; i < plan_.job.threads; ++i) workers_.push_back(std::make_unique<Worker>(plan_.scan));
    if (plan_.shapes_wanted()) board_.emplace(plan_.inputs.inputs.size());
    SlackExports exports;
    for (const Input& input : plan_.inputs.inputs) {
      contexts_.push_back({Container::kJsonl, safe_file_name(plan_.scan, *workers_[0], input.name)});
      if (plan_.scan.messages.wanted()) {
        contexts_.back().messages = file_context(input, exports);
        plan_.scan.messages.matcher->prepare(contexts_.back().messages);
      }
      JobFile file{.path = input.path,
                   .is_stdin = input.is_stdin,
                   .name = contexts_.back().file,
                   .by_suffix = input.kind.container};
      if (o_.input_format == "jsonl") file.container = Container::kJsonl;
      if (o_.input_format == "json") file.container = Container::kJson;
      if (o_.input_format == "csv") file.container = Container::kCsv;
      if (o_.input_format == "text") file.container = Container::kText;
      if (redacts() && plan_.folder_run) {
        file.output_path = (std::filesystem::path(o_.output) / input.name).string();
        file.output_codec = output_codec_of(input.name);
      }
      files_.push_back(std::move(file));
    }
    if (!o_.quiet) fmt::print(stderr, "{}", exports.notice());
  }

  Status run_all(JobOutcome& outcome) {
    const bool plain = o_.progress == "plain";
    const bool terminal = o_.progress == "auto" && !o_.quiet && can_redraw(STDERR_FILENO) && !data_goes_to_terminal();
    Progress progress(plain      ? ProgressMode::kPlain
                      : terminal ? ProgressMode::kTerminal
                                 : ProgressMode::kNone,
                      bytes_to_come());
    const auto scan = [&](unsigned thread, std::size_t file, const BatchForm& form, const Batch& batch,
                          BatchResult& out) {
      InputContext context = contexts_[file];
      context.container = form.container;
      context.header = form.header;
      scan_input(plan_.scan, std::move(context), file, board_ ? &*board_ : nullptr, *workers_[thread], batch, out);
    };
    const OnBadRecord on_bad = plan_.scan.redact ? plan_.scan.on_bad_record : OnBadRecord::kWithhold;
    const char* const fate = on_bad == OnBadRecord::kPass   ? "passed on as it is"
                             : on_bad == OnBadRecord::kStub ? "replaced by a stub"
                                                            : "withheld";
    const auto damaged = [&](std::size_t file, const Diagnostic& d) {
      progress.clear();
      if (!o_.quiet) {
        const bool text = d.line == 1 && d.reason == WithheldReason::kNotJson;
        fmt::print(stderr, "privet: {}:{}: {} (byte {}); {}{}\n", contexts_[file].file, d.line, describe(d.reason),
                   d.byte, fate, text ? "; if this is CSV or plain text, use --input-format csv or text" : "");
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
      if (nearest && !tells_something(plan_.scan, *workers_[0], *nearest))
        message += "; the nearest there is: " + *nearest;
      return fail(ErrorCode::kUsage, message);
    }
    return {};
  }

  // Then what is found shows how far a run is, and a line of progress would stand among it.
  [[nodiscard]] bool data_goes_to_terminal() const {
    const bool redacted = redacts() && !plan_.folder_run && (o_.output.empty() || o_.output == "-");
    const bool report = plan_.scan.report != ReportFormat::kNone && report_path() == "-";
    return (redacted || report) && is_terminal(STDOUT_FILENO);
  }

  // How much will be read, for the time that is left; 0: not known.
  [[nodiscard]] std::uint64_t bytes_to_come() const {
    std::uint64_t bytes = 0;
    for (const Input& input : plan_.inputs.inputs) {
      std::error_code error;
      if (input.is_stdin || input.kind.codec != Codec::kPlain || !std::filesystem::is_regular_file(input.path, error))
        return 0;
      bytes += std::filesystem::file_size(input.path, error);
    }
    return bytes;
  }

  // A message about a file, which may hold its path, with what the log may show
  // of that.
  [[nodiscard]] std::string without_name(std::string message, const std::string& path, const std::string& name) {
    const std::string safe = safe_file_name(plan_.scan, *workers_[0], path);
    if (safe == path && safe_file_name(plan_.scan, *workers_[0], name) == name) return message;
    // Commands in a message hold the path without its suffix, too.
    for (const std::filesystem::path& hidden :
         {std::filesystem::path(path), std::filesystem::path(name), std::filesystem::path(path).filename()}) {
      replace_all(message, printable_path(hidden.string()), safe);
      replace_all(message, printable_path((hidden.parent_path() / hidden.stem()).string()), safe);
    }
    return message;
  }

  [[nodiscard]] std::string not_read_text() {
    std::string out;
    for (const NotRead& file : plan_.inputs.not_read) {
      out += without_name("privet: " + file.name + ": " + file.reason, file.path, file.name) + "\n";
    }
    return out;
  }

  // Everything to the disk first, then the names, the ledger last.
  Status commit(const JobOutcome& outcome) {
    if (counts_ != nullptr) {
      if (Status status = counts_->append_bytes(counts_table(plan_, outcome.totals)); !status) return status;
    }
    const std::array<OutputStream*, 5> all = {job_streams_.output, job_streams_.report, job_streams_.withheld,
                                              job_streams_.quarantine, counts_};
    for (OutputStream* stream : all) {
      if (stream != nullptr) stream->close(Closing::kSeal);
    }
    if (Status status = streams_.drain(); !status) return status;
    // An old ledger beside a new report would say that the report is whole.
    std::error_code error;
    if (ledger_ && o_.force && std::filesystem::is_regular_file(ledger_path(), error))
      std::filesystem::remove(ledger_path(), error);
    for (OutputStream* stream : all) {
      if (stream == nullptr) continue;
      if (Status status = stream->commit(); !status) return status;
    }
    if (!ledger_) return {};
    if (Status status = ledger_->write(
            write_ledger(make_ledger(o_, plan_, contexts_, outcome, board_ ? &*board_ : nullptr, *workers_[0])));
        !status)
      return status;
    return ledger_->commit();
  }

  const Options& o_;
  Plan plan_;
  OutputStreams streams_;
  JobStreams job_streams_{.all = streams_};
  OutputStream* counts_ = nullptr;  // --count
  std::optional<OutputFile> ledger_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<InputContext> contexts_;
  std::optional<ShapeBoard> board_;  // by context
  std::vector<JobFile> files_;
};

}  // namespace

ExitCode run_stream_verb(const Options& options) {
  install_signal_handlers();
  return StreamRun(options).run();
}

}  // namespace privet
