#include "cli/scan_run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "base/utf8.h"
#include "cli/slack_export.h"
#include "cli/terminal.h"
#include "input/source.h"
#include "pipeline/cleanup.h"
#include "pipeline/progress.h"
#include "pipeline/safe_names.h"

namespace privet {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  if (from.size() < 3) return;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// What is known of a file before it is read, as lines that no record can write:
// its path below INPUT, and what stands beside it.
FileContext file_context(const Input& input, SlackExports& exports) {
  FileContext context;
  if (input.name != "-")
    context.lines = "%path=" + one_line(with_bytes_escaped(input.name)) + "\n" + exports.line_for(input);
  return context;
}

}  // namespace

ExitCode complain(const Error& error) {
  if (error.code == ErrorCode::kClosedPipe) {
    // The reader went away: end as any filter does, silently.
    die_of_closed_pipe();
  }
  fmt::print(stderr, "privet: {}\n", error.message);
  return ExitCode::kError;
}

void ScanRun::set_up() {
  for (unsigned i = 0; i < plan_.job.threads; ++i) workers_.push_back(std::make_unique<Worker>(plan_.scan));
  if (plan_.shapes_wanted()) board_.emplace(plan_.inputs.inputs.size());
  // What stands beside corpora is text if it is nothing else, whatever its name says.
  const bool beside_corpora = o_.verb != Verb::kScan && o_.verb != Verb::kRedact;
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
                 .hints = {.by_suffix = input.kind.container,
                           .or_text = !input.is_stdin && (beside_corpora || input.kind.container == Container::kAuto)},
                 .delimiter = input.kind.delimiter};
    if (o_.input_format == "jsonl") file.container = Container::kJsonl;
    if (o_.input_format == "json") file.container = Container::kJson;
    if (o_.input_format == "csv") file.container = Container::kCsv;
    if (o_.input_format == "text") file.container = Container::kText;
    // As Dolma reads documents, whatever their names say.
    if (plan_.scan.attributes) file.container = Container::kJsonl;
    if (plan_.has_output() && plan_.folder_run) {
      file.output_path = (std::filesystem::path(o_.output) / input.name).string();
      file.output_codec = output_codec_of(input.name);
    }
    files_.push_back(std::move(file));
  }
  if (!o_.quiet) fmt::print(stderr, "{}", exports.notice());
}

Status ScanRun::run(const JobStreams& streams, bool progress_wanted, JobOutcome& outcome, Rows rows) {
  const bool plain = progress_wanted && o_.progress == "plain";
  const bool terminal = progress_wanted && o_.progress == "auto" && !o_.quiet && can_redraw(STDERR_FILENO);
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
      const bool text = !plan_.scan.attributes && d.line == 1 && d.reason == WithheldReason::kNotJson;
      fmt::print(stderr, "privet: {}:{}: {} (byte {}); {}{}\n", contexts_[file].file, d.line, describe(d.reason),
                 d.byte, fate, text ? "; if this is CSV or plain text, use --input-format csv or text" : "");
    }
  };
  const auto report_progress = [&](std::uint64_t bytes, std::uint64_t findings) { progress.update(bytes, findings); };
  Status done = run_job(files_, plan_.job, streams, {scan, damaged, report_progress, rows}, outcome);
  if (done) return done;
  Error error = done.error();
  for (const JobFile& file : files_) error.message = without_name(std::move(error.message), file.path, file.name);
  return tl::unexpected<Error>(std::move(error));
}

std::string ScanRun::damaged_text(const JobOutcome& outcome) {
  std::string out;
  for (std::size_t i = 0; i < outcome.files.size(); ++i) {
    const std::optional<Error>& error = outcome.files[i].error;
    if (error) out += "privet: " + without_name(error->message, files_[i].path, files_[i].name) + "\n";
  }
  return out;
}

Status ScanRun::check_fields() {
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

// How much will be read, for the time that is left; 0: not known.
std::uint64_t ScanRun::bytes_to_come() const {
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
std::string ScanRun::without_name(std::string message, const std::string& path, const std::string& name) {
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

std::string ScanRun::not_read_text() {
  std::string out;
  for (const NotRead& file : plan_.inputs.not_read) {
    out += without_name("privet: " + file.name + ": " + file.reason, file.path, file.name) + "\n";
  }
  return out;
}

}  // namespace privet
