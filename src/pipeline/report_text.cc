#include "pipeline/report_text.h"

#include <utility>

#include "base/scratch.h"

namespace privet {

void ReportText::end_row() {
  // Much text becomes more, most often: room for all of it, so that it is not
  // there twice while it grows. Pages without text cost nothing.
  if (text_.size() >= kChunkBytes / 8) text_.reserve(kChunkBytes + kChunkBytes / 8);
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  if (text_.size() >= kChunkBytes) pack();
}

void ReportText::pack() {
  if (!packer_) packer_ = std::make_unique<Packer>();
  packer_->compressor.compress(OutputCodec::kZstd, text_, packer_->frame);
  chunks_.push_back({std::string(packer_->frame.view()), text_.size(), std::exchange(ends_, {})});
  text_.clear();
}

Status ReportText::take(FunctionRef<Status(std::string_view text, std::span<const std::uint32_t> ends)> visit) {
  packer_.reset();
  std::string unpacked;
  for (Chunk& chunk : chunks_) {
    unpack_zstd(chunk.packed, chunk.text_bytes, unpacked);
    if (Status done = visit(unpacked, chunk.ends); !done) return done;
    chunk = Chunk();
  }
  Status done = text_.empty() ? Status() : visit(text_, ends_);
  clear();
  return done;
}

void ReportText::clear() {
  chunks_ = {};
  packer_.reset();
  if (text_.capacity() > kChunkBytes) text_ = {};
  text_.clear();
  empty_scratch(ends_);
}

}  // namespace privet
