// A list of inputs, batch by batch, through a scan function into outputs, in
// order, on N threads.
//
// Batches of different files are in flight together, so that many small files
// keep all threads busy, too. What a file's end means for its output is decided
// where it comes in order: a file that was read to its end is committed, one
// that was damaged on the way is not, and the run goes on with the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/function_ref.h"
#include "base/result.h"
#include "input/batch.h"
#include "input/container.h"
#include "pipeline/batch_result.h"
#include "pipeline/output_streams.h"

namespace privet {

class CsvHeader;

struct JobFile {
  std::string path;  // to open
  bool is_stdin = false;
  std::string name;                        // in messages
  Container container = Container::kAuto;  // asked for
  ContainerHints hints = {};
  char delimiter = '\0';  // of CSV, if the name tells one
  // A file of its own for the redacted text (folder runs); empty: JobStreams::output.
  std::string output_path = {};
  OutputCodec output_codec = OutputCodec::kPlain;
};

struct JobOptions {
  unsigned threads = 1;
  std::size_t batch_bytes = std::size_t{1} << 20;
  std::size_t max_record_bytes = std::size_t{16} << 20;
  std::size_t max_window = std::size_t{128} << 20;  // of zstd
  // Of a file whose text is longer only a part of the records is scanned
  // (input/part_choice.h); 0: all of every file. For runs without output.
  std::uint64_t max_bytes = 0;
  bool line_buffered = false;
  // Of each file's first batch (BatchOptions::first_bytes).
  std::size_t first_bytes = 0;
  std::size_t first_records = 0;
  bool stop_on_damage = false;          // --on-bad-record stop: the first Diagnostic ends the run with an error
  bool digests = false;                 // FileOutcome::digest is wanted (a ledger is written)
  OutputFileOptions output_files = {};  // for JobFile::output_path
  std::size_t max_diagnostics = 20;     // of a file, passed on
};

// Streams of `all` that all inputs share; null: not wanted. The caller closes
// them.
struct JobStreams {
  OutputStreams& all;
  OutputStream* output = nullptr;
  OutputStream* report = nullptr;
  OutputStream* withheld = nullptr;
  OutputStream* quarantine = nullptr;
};

// How records lie in a batch.
struct BatchForm {
  Container container = Container::kAuto;
  const CsvHeader* header = nullptr;  // of CSV, from its first row on
};

struct JobCalls {
  // Many at a time, `thread` below JobOptions::threads. `out` is empty;
  // out.counts.bytes_in and blank_lines are not its business. With
  // stop_on_damage it returns at the first bad record, with a Diagnostic and
  // the output up to there.
  FunctionRef<void(unsigned thread, std::size_t file, const BatchForm& form, const Batch& batch, BatchResult& out)>
      scan;
  // The others one at a time, in order, from any thread.
  FunctionRef<void(std::size_t file, const Diagnostic& diagnostic)> damaged;
  FunctionRef<void(std::uint64_t bytes_in, std::uint64_t findings)> progress;
  // With ReportFormat::kCaller: whole rows of a file, and where in `text` each
  // ends; what fails ends the run.
  std::optional<FunctionRef<Status(std::size_t file, std::string_view text, std::span<const std::uint32_t> ends)>>
      rows = {};
};

enum class FileFate : std::uint8_t {
  kNotReached,  // the run ended before
  kRead,        // to its end
  kPartly,      // to its end, but it is over max_bytes: some of its records were passed over
  kNotRead,     // not at all: it could not be opened, or is of a kind that is not read
  kBinary,      // not at all: its name tells nothing, and there is no text in it (is_binary)
  kDamaged,     // up to the error; what came before was scanned, a file of its own was not committed
};

struct FileOutcome {
  FileFate fate = FileFate::kNotReached;
  std::optional<Error> error;  // for all but kNotReached and kRead; one line that names the file
  Container container = Container::kAuto;
  Counts counts;
  std::string digest;  // of the uncompressed text (tree_digest.h); empty if not asked for, or not read to the end
};

struct JobOutcome {
  std::vector<FileOutcome> files;  // as the inputs
  Counts totals;
  ProviderCounts providers;
};

// Fails if an output cannot be written, at the first bad record if
// stop_on_damage, and if an input is damaged whose text goes into a shared
// output that should appear whole or not at all (kIo or kData). Nothing should
// be committed then. All other errors of inputs are in the outcome, which is
// valid either way. After success all side work is done.
Status run_job(std::span<const JobFile> files, const JobOptions& options, const JobStreams& streams,
               const JobCalls& calls, JobOutcome& outcome);

// "not valid JSON", "longer than --max-record-bytes", ...
[[nodiscard]] std::string_view describe(WithheldReason reason);

}  // namespace privet
