// The inputs of a job as one sequence of batches, file after file.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

#include "base/result.h"
#include "input/batch.h"
#include "input/batch_reader.h"
#include "input/codec.h"
#include "input/part_choice.h"
#include "pipeline/job.h"
#include "record/csv_header.h"

namespace privet {

// A batch of a file, or its end (then the batch is empty), or both its
// beginning and its end if there is nothing in it.
struct JobItem {
  std::size_t file = 0;
  Container container = Container::kAuto;
  Batch batch;
  bool begins = false;              // the first of a file that is read
  bool ends = false;                // the last of a file
  FileFate fate = FileFate::kRead;  // of the file, if it ends
  std::optional<Error> error;       // likewise
  // Of CSV. Items of a file borrow it; the last one owns it, and comes out last.
  const CsvHeader* header = nullptr;
  std::unique_ptr<CsvHeader> done_header;
};

class JobReader {
 public:
  JobReader(std::span<const JobFile> files, const JobOptions& options) : files_(files), options_(options) {}

  // False at the end of the last file. What is wrong with a file is in the item.
  bool next(JobItem& item);

 private:
  Status open();
  [[nodiscard]] std::uint64_t text_bytes(Codec codec) const;
  void pass_over(Batch& batch);
  [[nodiscard]] Error partly_read() const;
  void find_header(const Batch& batch);
  void end(JobItem& item, FileFate fate, std::optional<Error> error);

  std::span<const JobFile> files_;
  const JobOptions& options_;
  std::size_t file_ = 0;
  bool begun_ = false;
  bool is_binary_ = false;
  // Of a file that is over max_bytes.
  std::optional<PartChoice> choice_;
  bool passing_over_ = false;  // an oversize record that has not ended
  std::uint64_t text_bytes_ = 0;
  std::uint64_t records_ = 0;
  std::uint64_t passed_over_ = 0;
  std::unique_ptr<Source> source_;
  std::optional<BatchReader> reader_;
  std::unique_ptr<CsvHeader> header_;  // of the file at hand, once its first row was read
};

}  // namespace privet
