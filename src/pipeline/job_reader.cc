#include "pipeline/job_reader.h"

#include <utility>

#include "input/codec.h"
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
      end(item, FileFate::kNotRead, std::move(opened.error()));
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
  item.begins = !std::exchange(begun_, true);
  if (*more) return true;
  if (source_->changed()) {
    end(item, FileFate::kDamaged,
        Error{ErrorCode::kIo, printable_path(files_[file_].name) + ": changed while it was read; run again"});
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
  Result<std::unique_ptr<Source>> text =
      decode(std::move(*raw), {.name = file.name, .max_window = options_.max_window});
  if (!text) return fail(text);
  source_ = std::move(*text);
  reader_.emplace(*source_, BatchOptions{.batch_bytes = options_.batch_bytes,
                                         .max_record_bytes = options_.max_record_bytes,
                                         .container = file.container,
                                         .by_suffix = file.by_suffix,
                                         .first_bytes = options_.first_bytes,
                                         .first_records = options_.first_records,
                                         .line_buffered = options_.line_buffered,
                                         .name = file.name});
  begun_ = false;
  return {};
}

void JobReader::end(JobItem& item, FileFate fate, std::optional<Error> error) {
  item.ends = true;
  item.fate = fate;
  item.error = std::move(error);
  item.header = nullptr;
  item.done_header = std::move(header_);
  reader_.reset();
  source_.reset();
  ++file_;
}

}  // namespace privet
