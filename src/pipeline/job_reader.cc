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
    // A kind that only the reader can tell (CSV) is not read, either.
    const bool wrong_kind = more.error().code == ErrorCode::kUsage;
    item.begins = !begun_ && !wrong_kind;
    end(item, wrong_kind ? FileFate::kNotRead : FileFate::kDamaged, std::move(more.error()));
    return true;
  }
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
  reader_.reset();
  source_.reset();
  ++file_;
}

}  // namespace privet
