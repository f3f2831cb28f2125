#include "pipeline/compress.h"

#include <libdeflate.h>
#include <zstd.h>

#include <new>

#include "base/check.h"

namespace privet {
namespace {

constexpr int kGzipLevel = 6;
constexpr int kZstdLevel = 3;

bool ends_with(std::string_view text, std::string_view lower_case_end) {
  if (text.size() < lower_case_end.size()) return false;
  const std::string_view end = text.substr(text.size() - lower_case_end.size());
  for (std::size_t i = 0; i < end.size(); ++i) {
    const char c = end[i] >= 'A' && end[i] <= 'Z' ? static_cast<char>(end[i] - 'A' + 'a') : end[i];
    if (c != lower_case_end[i]) return false;
  }
  return true;
}

struct FreeDeflate {
  void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
struct FreeZstd {
  void operator()(ZSTD_CCtx* c) const { ZSTD_freeCCtx(c); }
};

}  // namespace

OutputCodec output_codec_of(std::string_view file_name) {
  if (ends_with(file_name, ".gz")) return OutputCodec::kGzip;
  if (ends_with(file_name, ".zst") || ends_with(file_name, ".zstd")) return OutputCodec::kZstd;
  return OutputCodec::kPlain;
}

void PackedFrame::make_room(std::size_t room) {
  size = 0;
  if (room <= capacity) return;
  bytes.reset();
  bytes.reset(new char[room]);
  capacity = room;
}

struct Compressor::State {
  std::unique_ptr<libdeflate_compressor, FreeDeflate> gzip;
  std::unique_ptr<ZSTD_CCtx, FreeZstd> zstd;
};

Compressor::Compressor() : state_(std::make_unique<State>()) {}
Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

void Compressor::compress(OutputCodec codec, std::string_view text, PackedFrame& out) {
  if (codec == OutputCodec::kGzip) {
    if (!state_->gzip) state_->gzip.reset(libdeflate_alloc_compressor(kGzipLevel));
    if (!state_->gzip) throw std::bad_alloc();
    out.make_room(libdeflate_gzip_compress_bound(state_->gzip.get(), text.size()));
    out.size = libdeflate_gzip_compress(state_->gzip.get(), text.data(), text.size(), out.bytes.get(), out.capacity);
    PRIVET_CHECK(out.size != 0);
    return;
  }
  PRIVET_CHECK(codec == OutputCodec::kZstd);
  if (!state_->zstd) {
    state_->zstd.reset(ZSTD_createCCtx());
    if (!state_->zstd) throw std::bad_alloc();
    PRIVET_CHECK(ZSTD_isError(ZSTD_CCtx_setParameter(state_->zstd.get(), ZSTD_c_compressionLevel, kZstdLevel)) == 0);
    PRIVET_CHECK(ZSTD_isError(ZSTD_CCtx_setParameter(state_->zstd.get(), ZSTD_c_checksumFlag, 1)) == 0);
  }
  out.make_room(ZSTD_compressBound(text.size()));
  // The content size is known here, so it is in the frame.
  out.size = ZSTD_compress2(state_->zstd.get(), out.bytes.get(), out.capacity, text.data(), text.size());
  if (ZSTD_isError(out.size) != 0) throw std::bad_alloc();  // room is enough, so only memory can fail
}

void unpack_zstd(std::string_view frame, std::size_t text_bytes, std::string& out) {
  out.resize(text_bytes);
  PRIVET_CHECK(ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size()) == text_bytes);
}

}  // namespace privet
