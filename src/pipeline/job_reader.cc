#include "pipeline/job_reader.h"

#include <filesystem>
#include <string>
#include <utility>

#include "input/source.h"

namespace privet {

bool JobReader::next(JobItem& item) {
  if (file_ == files_.size()) return false;
  item.file = file_;
  item.begins = item.ends = false;
  item.error.reset();
  item.header = nullptr;
  item.done_header.reset();
  item.batch.pieces.clear();
  item.batch.bytes.clear();
  item.batch.blank_lines = 0;
  if (!reader_) {
    if (Status opened = open(); !opened) {
      end(item, is_binary_ ? FileFate::kBinary : FileFate::kNotRead, std::move(opened.error()));
      return true;
    }
  }
  Result<bool> more = reader_->next(item.batch);
  item.container = reader_->container();
  if (!more) {
    item.begins = !begun_;
    end(item, FileFate::kDamaged, std::move(more.error()));
    return true;
  }
  if (item.container == Container::kCsv && !header_) find_header(item.batch);
  item.header = header_.get();
  if (choice_) pass_over(item.batch);
  item.begins = !std::exchange(begun_, true);
  if (*more) return true;
  if (source_->changed()) {
    end(item, FileFate::kDamaged,
        Error{ErrorCode::kIo, printable_path(files_[file_].name) + ": changed while it was read; run again"});
  } else if (passed_over_ > 0) {
    end(item, FileFate::kPartly, partly_read());
  } else {
    end(item, FileFate::kRead, std::nullopt);
  }
  return true;
}

// The names of the columns, from the first row; of one that is over the limit
// there are none.
void JobReader::find_header(const Batch& batch) {
  for (const Piece& piece : batch.pieces) {
    if (piece.kind == PieceKind::kGlue) continue;
    const bool whole = piece.kind == PieceKind::kHeader;
    const std::string_view row = batch.bytes.view().substr(piece.begin, whole ? piece.size : 0);
    header_ = std::make_unique<CsvHeader>(row, batch.delimiter);
    return;
  }
}

Status JobReader::open() {
  const JobFile& file = files_[file_];
  Result<std::unique_ptr<Source>> raw = file.is_stdin ? open_stdin() : open_file(file.path);
  if (!raw) return fail(raw);
  Codec codec{};
  Result<std::unique_ptr<Source>> text =
      decode(std::move(*raw), {.name = file.name, .max_window = options_.max_window}, &codec);
  if (!text) return fail(text);
  source_ = std::move(*text);
  reader_.emplace(*source_, BatchOptions{.batch_bytes = options_.batch_bytes,
                                         .max_record_bytes = options_.max_record_bytes,
                                         .container = file.container,
                                         .hints = file.hints,
                                         .delimiter = file.delimiter,
                                         .first_bytes = options_.first_bytes,
                                         .first_records = options_.first_records,
                                         .line_buffered = options_.line_buffered,
                                         .name = file.name});
  begun_ = false;
  // Who names a container knows that it is text. Not with line_buffered, whose
  // first record may be all there is for long.
  const bool may_be_binary = file.container == Container::kAuto && file.hints.by_suffix == Container::kAuto &&
                             file.hints.or_text && !options_.line_buffered;
  is_binary_ = may_be_binary && reader_->holds_binary();
  if (is_binary_) return fail(ErrorCode::kData, printable_path(file.name) + ": is binary; not read");
  if (options_.max_bytes == 0 || file.is_stdin) return {};
  text_bytes_ = text_bytes(codec);
  if (text_bytes_ > options_.max_bytes) choice_.emplace(file.name, text_bytes_, options_.max_bytes);
  return {};
}

// Of the file at hand; what is compressed is read once more for it, up to where
// it is damaged. 0: not known, since it is no file.
std::uint64_t JobReader::text_bytes(Codec codec) const {
  const JobFile& file = files_[file_];
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file.path, error);
  if (error || codec == Codec::kPlain) return error ? 0 : size;
  Result<std::unique_ptr<Source>> raw = open_file(file.path);
  if (!raw) return 0;
  Result<std::unique_ptr<Source>> text = decode(std::move(*raw), {.max_window = options_.max_window});
  if (!text) return 0;
  std::string buffer(options_.batch_bytes, '\0');
  std::uint64_t bytes = 0;
  while (true) {
    const Result<std::size_t> got = (*text)->read(buffer.data(), buffer.size());
    if (!got || *got == 0) return bytes;
    bytes += *got;
  }
}

// Makes glue of the records that are not chosen.
void JobReader::pass_over(Batch& batch) {
  for (Piece& piece : batch.pieces) {
    const bool record = piece.kind == PieceKind::kRecord || piece.kind == PieceKind::kOversize;
    if (!record) continue;
    if (piece.first) {
      ++records_;
      passing_over_ = !choice_->takes(to_number(batch.begin) + piece.begin);
      passed_over_ += passing_over_ ? 1 : 0;
    }
    if (passing_over_) piece.kind = PieceKind::kGlue;
  }
}

Error JobReader::partly_read() const {
  return {ErrorCode::kData, printable_path(files_[file_].name) + ": read in part: it has " +
                                std::to_string(text_bytes_) + " bytes, more than --max-bytes; " +
                                std::to_string(records_ - passed_over_) + " of its " + std::to_string(records_) +
                                " records were scanned: its beginning, its end and what was picked between"};
}

void JobReader::end(JobItem& item, FileFate fate, std::optional<Error> error) {
  item.ends = true;
  item.fate = fate;
  item.error = std::move(error);
  item.header = nullptr;
  item.done_header = std::move(header_);
  choice_.reset();
  passing_over_ = false;
  records_ = passed_over_ = 0;
  reader_.reset();
  source_.reset();
  ++file_;
}

}  // namespace privet
