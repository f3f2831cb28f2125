// privet scan and privet redact: a plan, the outputs, the job, the ledger.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <optional>

#include "cli/plan.h"
#include "cli/run_ledger.h"
#include "cli/scan_run.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "pipeline/cleanup.h"
#include "pipeline/output_guard.h"
#include "report/finding_row.h"

namespace privet {
namespace {

OutputCodec codec_of(const Options& o, const std::string& path) {
  if (!path.empty() && path != "-") return output_codec_of(path);
  if (o.compress == "gz") return OutputCodec::kGzip;
  return o.compress == "zst" ? OutputCodec::kZstd : OutputCodec::kPlain;
}

// One run. Members are in the order in which things come to be.
class StreamRun {
 public:
  explicit StreamRun(const Options& options) : o_(options), run_(options), plan_(run_.plan()) {}

  ExitCode run() {
    if (Status status = run_.make_plan(); !status) return complain(status.error());
    if (!plan_.notice.empty()) fmt::print(stderr, "{}", plan_.notice);
    if (Status status = plan_report_format(); !status) return complain(status.error());
    if (Status status = guard_outputs(); !status) return complain(status.error());
    if (Status status = open_outputs(); !status) return complain(status.error());
    run_.set_up();
    JobOutcome outcome;
    if (Status status = run_.run(job_streams_, !data_goes_to_terminal(), outcome); !status)
      return complain(status.error());
    fmt::print(stderr, "{}", run_.damaged_text(outcome));
    if (Status status = run_.check_fields(); !status) return complain(status.error());
    if (Status status = commit(outcome); !status) return complain(status.error());
    if (!o_.quiet) fmt::print(stderr, "{}{}", run_.not_read_text(), summary_text(plan_, outcome));
    return exit_code_of(plan_, outcome);
  }

 private:
  [[nodiscard]] bool redacts() const { return plan_.scan.redact; }
  [[nodiscard]] std::string output_path() const { return o_.output.empty() ? "-" : o_.output; }
  [[nodiscard]] std::string report_path() const { return redacts() ? o_.report : output_path(); }

  // --format dolma: attributes are no report beside an output, but the output.
  Status plan_attributes() {
    const std::pair<bool, const char*> refused[] = {
        {o_.count, "--count"},
        {o_.explain, "--explain"},
        {o_.show_values, "--show-values"},
        {!o_.record.empty(), "--record"},
        {o_.report_level != "findings", "--report-level"},
        {o_.id_field != "/id", "--id-field: Dolma's id is /id"},
        {o_.input_format != "auto" && o_.input_format != "jsonl", "--input-format: Dolma's documents are JSONL"},
    };
    for (const auto& [typed, option] : refused) {
      if (typed) return fail(ErrorCode::kUsage, std::string("--format dolma does not go with ") + option);
    }
    if (!plan_.folder_run && plan_.inputs.inputs.size() + plan_.inputs.not_read.size() > 1) {
      return fail(ErrorCode::kUsage,
                  "--format dolma: several files have attributes of their own; give their folder, and -o FOLDER");
    }
    plan_.scan.attributes = true;
    return {};
  }

  // --explain without a format is for a person who reads stdout.
  Status plan_report_format() {
    if (o_.format == "dolma") return plan_attributes();
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
    std::string path = report_path();
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();  // a folder of attributes
    return path.empty() || path == "-" || path.starts_with("/dev/") ? "" : path + ".ledger.json";
  }

  Status guard_outputs() {
    OutputGuard guard;
    for (const Input& input : plan_.inputs.inputs) guard.add_input(input.is_stdin ? "-" : input.path);
    for (const std::string& argument : o_.inputs) guard.add_input(argument);
    const std::string output = output_path();
    const bool to_folder = plan_.has_output() && plan_.folder_run;
    if (to_folder && output == "-") return fail(ErrorCode::kUsage, "a folder as INPUT needs -o FOLDER");
    if (output != "-" && !o_.compress.empty())
      return fail(ErrorCode::kUsage,
                  "--compress is for standard output; the suffix of -o (.gz, .zst) decides for files");
    if (Status status = to_folder ? guard.add_folder(output, "-o") : guard.add_file(output, "-o"); !status)
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
    if (plan_.has_output() && !plan_.folder_run) {
      const std::string path = output_path();
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
    // Beside a folder of outputs, which makes the folders above it, too.
    const bool make_folders = o_.ledger.empty() && !redacts() && plan_.has_output() && plan_.folder_run;
    Result<OutputFile> ledger =
        OutputFile::open(ledger_path(), {.force = o_.force, .make_folders = make_folders, .secret = false});
    if (!ledger) return fail(ledger);
    ledger_.emplace(std::move(*ledger));
    return {};
  }

  // Then what is found shows how far a run is, and a line of progress would stand among it.
  [[nodiscard]] bool data_goes_to_terminal() const {
    const bool output = plan_.has_output() && !plan_.folder_run && output_path() == "-";
    const bool report = plan_.scan.report != ReportFormat::kNone && report_path() == "-";
    return (output || report) && is_terminal(STDOUT_FILENO);
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
            write_ledger(make_ledger(o_, plan_, run_.contexts(), outcome, run_.board(), run_.first_worker())));
        !status)
      return status;
    return ledger_->commit();
  }

  const Options& o_;
  ScanRun run_;
  Plan& plan_;
  OutputStreams streams_;
  JobStreams job_streams_{.all = streams_};
  OutputStream* counts_ = nullptr;  // --count
  std::optional<OutputFile> ledger_;
};

}  // namespace

ExitCode run_stream_verb(const Options& options) {
  install_signal_handlers();
  return StreamRun(options).run();
}

}  // namespace privet
