#include "pipeline/job.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "input/source.h"
#include "pipeline/job_reader.h"
#include "pipeline/ordered.h"
#include "pipeline/tree_digest.h"

namespace privet {
namespace {

// Batches in flight together weigh at least this: below it, large records
// would make two threads take turns.
constexpr std::size_t kLeastMaxWeight = std::size_t{8} << 20;

struct JobResult {
  BatchResult result;
  BlockDigests digests;
};

std::uint64_t sum(const std::vector<std::uint64_t>& numbers) {
  std::uint64_t all = 0;
  for (const std::uint64_t n : numbers) all += n;
  return all;
}

// The ordered side: sees every item in turn, one at a time.
class Emitter {
 public:
  Emitter(std::span<const JobFile> files, const JobOptions& options, const JobStreams& streams, const JobCalls& calls,
          JobOutcome& outcome)
      : files_(files), options_(options), streams_(streams), calls_(calls), outcome_(outcome) {}

  Status emit(JobItem& item, JobResult& result) {
    FileOutcome& file = outcome_.files[item.file];
    if (item.begins) {
      if (Status done = begin(item, file); !done) return done;
    }
    if (!item.batch.pieces.empty()) {
      if (Status done = emit_batch(item, result, file); !done) return done;
    }
    release(item, result);
    if (!item.ends) return {};
    item.done_header.reset();  // all batches that it was for have gone
    return end(item, file);
  }

 private:
  Status begin(const JobItem& item, FileOutcome& file) {
    const JobFile& input = files_[item.file];
    file.container = item.container;
    file.fate = FileFate::kDamaged;  // until its end is seen
    diagnostics_ = 0;
    read_ = StreamOffset{};
    if (input.output_path.empty()) {
      output_ = streams_.output;
      return output_ != nullptr ? output_->begin_input() : Status();
    }
    Result<OutputFile> own = OutputFile::open(input.output_path, options_.output_files);
    if (!own) return fail(own);
    output_ = &streams_.all.add(std::move(*own), input.output_codec);
    return {};
  }

  Status emit_batch(const JobItem& item, JobResult& made, FileOutcome& file) {
    BatchResult& result = made.result;
    // Nothing of the input went missing on the way, and nothing came twice.
    PRIVET_CHECK(item.batch.begin == read_);
    read_ = read_ + item.batch.bytes.size();
    if (options_.digests) digest_.add(item.batch.bytes.view(), made.digests);

    result.counts.bytes_in = item.batch.bytes.size();
    result.counts.blank_lines = item.batch.blank_lines;
    file.counts.add(result.counts);
    outcome_.totals.add(result.counts);
    outcome_.providers.merge(result.providers);
    findings_ += sum(result.counts.findings);

    if (output_ != nullptr) {
      if (Status done = output_->append(result.output, result.parts); !done) return done;
    }
    if (streams_.report != nullptr) {
      const auto append = [&](std::string_view text, std::span<const std::uint32_t> ends) {
        return streams_.report->append_lines(text, ends);
      };
      if (Status done = result.report.take(append); !done) return done;
    }
    if (calls_.rows) {
      const auto pass = [&](std::string_view text, std::span<const std::uint32_t> ends) {
        return (*calls_.rows)(item.file, text, ends);
      };
      if (Status done = result.report.take(pass); !done) return done;
    }
    if (streams_.withheld != nullptr && !result.withheld.empty()) {
      // Not by lines: a record over the limit comes in many batches.
      if (Status done = streams_.withheld->append_bytes(result.withheld); !done) return done;
    }
    if (streams_.quarantine != nullptr && !result.quarantined.empty()) {
      if (Status done = streams_.quarantine->append_bytes(result.quarantined); !done) return done;
    }
    for (const Diagnostic& diagnostic : result.diagnostics) {
      if (options_.stop_on_damage) return stop(item, diagnostic);
      if (diagnostics_++ < options_.max_diagnostics) calls_.damaged(item.file, diagnostic);
    }
    calls_.progress(outcome_.totals.bytes_in, findings_);
    return {};
  }

  Status stop(const JobItem& item, const Diagnostic& diagnostic) const {
    return fail(ErrorCode::kData, printable_path(files_[item.file].name) + ":" + std::to_string(diagnostic.line) +
                                      ": " + std::string(describe(diagnostic.reason)) +
                                      "; stopped (--on-bad-record stop)");
  }

  // One large record must not make every buffer large for good.
  void release(JobItem& item, JobResult& result) const {
    if (item.batch.bytes.capacity() > 2 * options_.batch_bytes) item.batch.bytes = PaddedBuffer();
    result.result.clear();
  }

  Status end(JobItem& item, FileOutcome& file) {
    file.fate = item.fate;
    file.error = std::move(item.error);
    if (item.fate == FileFate::kNotRead || item.fate == FileFate::kBinary) return {};
    const std::string digest = options_.digests ? digest_.finish() : "";
    if (item.fate == FileFate::kRead || item.fate == FileFate::kPartly) file.digest = digest;
    OutputStream* const output = std::exchange(output_, nullptr);
    if (!files_[item.file].output_path.empty()) {
      output->close(item.fate == FileFate::kRead ? Closing::kCommit : Closing::kDiscard);
    } else if (item.fate == FileFate::kDamaged && output != nullptr && !output->direct()) {
      return tl::unexpected<Error>(*file.error);
    }
    return {};
  }

  std::span<const JobFile> files_;
  const JobOptions& options_;
  const JobStreams& streams_;
  const JobCalls& calls_;
  JobOutcome& outcome_;
  OutputStream* output_ = nullptr;  // of the file at hand
  TreeDigest digest_;
  StreamOffset read_{};
  std::size_t diagnostics_ = 0;
  std::uint64_t findings_ = 0;
};

}  // namespace

std::string_view describe(WithheldReason reason) {
  switch (reason) {
    case WithheldReason::kNotJson:
      return "not valid JSON";
    case WithheldReason::kInvalidUtf8:
      return "not valid UTF-8";
    case WithheldReason::kTooLong:
      return "longer than --max-record-bytes";
    case WithheldReason::kTooDeep:
      return "nested too deep";
    case WithheldReason::kTooManyFindings:
      return "more findings than --max-findings-per-record";
    case WithheldReason::kNotCsv:
      return "not valid CSV: a quote is not closed";
  }
  return "";
}

Status run_job(std::span<const JobFile> files, const JobOptions& options, const JobStreams& streams,
               const JobCalls& calls, JobOutcome& outcome) {
  PRIVET_CHECK(options.max_bytes == 0 || streams.output == nullptr);
  outcome.files.assign(files.size(), FileOutcome());
  outcome.totals = Counts();
  outcome.providers.clear();
  OrderedOptions ordered{.threads = options.threads};
  ordered.max_weight = std::max(kLeastMaxWeight, 2 * ordered_window(ordered) * options.batch_bytes);

  JobReader reader(files, options);
  Emitter emitter(files, options, streams, calls, outcome);
  std::vector<Sha256> hashers(options.digests ? std::max(1U, options.threads) : 0);

  const auto next = [&](JobItem& item) -> Result<Taken> {
    const bool any = reader.next(item);
    return Taken{any, item.batch.bytes.capacity()};
  };
  const auto work = [&](unsigned thread, JobItem& item, JobResult& made) {
    if (item.batch.pieces.empty()) return;
    made.result.clear();
    calls.scan(thread, item.file, {item.container, item.header}, item.batch, made.result);
    if (options.digests) hash_blocks(item.batch.begin, item.batch.bytes.view(), hashers[thread], made.digests);
  };
  const auto emit = [&](JobItem& item, JobResult& made) { return emitter.emit(item, made); };
  if (Status done = for_each_ordered<JobItem, JobResult>(ordered, next, work, emit, streams.all); !done) return done;
  return streams.all.status();
}

}  // namespace privet
