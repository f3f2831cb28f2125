#include "input/zstd_source.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "base/check.h"

namespace privet {
namespace {

constexpr std::size_t kBlockHeaderBytes = 3;
constexpr std::uint64_t kLargestWindow = std::uint64_t{1} << 31;  // what the library itself can hold

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// RFC 8878 3.1.1.1: how long the frame's header is, from its first five bytes.
struct FrameHeader {
  explicit FrameHeader(unsigned char descriptor)
      : single_segment((descriptor & 0x20) != 0), dictionary_bytes((1U << (descriptor & 3U)) >> 1) {
    const unsigned flag = descriptor >> 6U;
    content_size_bytes = flag == 0 ? (single_segment ? 1U : 0U) : 1U << flag;
  }
  [[nodiscard]] std::size_t size() const {
    return 5 + (single_segment ? 0U : 1U) + dictionary_bytes + content_size_bytes;
  }
  // The memory that the frame asks for; `bytes` is the whole header.
  [[nodiscard]] std::uint64_t window(std::string_view bytes) const {
    if (single_segment) {
      return little_endian(bytes.substr(5 + dictionary_bytes, content_size_bytes)) +
             (content_size_bytes == 2 ? 256 : 0);
    }
    const auto descriptor = static_cast<unsigned char>(bytes[5]);
    const std::uint64_t base = std::uint64_t{1} << (10 + (descriptor >> 3));
    return base + base / 8 * (descriptor & 7);
  }

  bool single_segment;
  std::size_t dictionary_bytes;
  std::size_t content_size_bytes = 0;
};

// As options take it, rounded up.
std::string size_text(std::uint64_t bytes) {
  if (bytes % (1U << 30) == 0) return std::to_string(bytes >> 30) + "GiB";
  if (bytes % (1U << 20) == 0) return std::to_string(bytes >> 20) + "MiB";
  return std::to_string((bytes + 1023) >> 10) + "KiB";
}

}  // namespace

struct ZstdSource::Decoder {
  ZSTD_DCtx* context = ZSTD_createDCtx();
  ~Decoder() { ZSTD_freeDCtx(context); }
};

ZstdSource::ZstdSource(InputBuffer in, std::string name, std::size_t max_window)
    : in_(std::move(in)), name_(std::move(name)), max_window_(max_window), decoder_(std::make_unique<Decoder>()) {
  PRIVET_CHECK(decoder_->context != nullptr);
  // The exact limit is begin_frame()'s; the library knows powers of two only.
  const ZSTD_bounds bounds = ZSTD_dParam_getBounds(ZSTD_d_windowLogMax);
  const int log = std::clamp(static_cast<int>(std::bit_width(max_window)), bounds.lowerBound, bounds.upperBound);
  PRIVET_CHECK(ZSTD_isError(ZSTD_DCtx_setParameter(decoder_->context, ZSTD_d_windowLogMax, log)) == 0);
}

ZstdSource::~ZstdSource() = default;

// When the library fails it forgets what it wrote in the same call. So that no
// decoded byte is lost, each call gets either the body of one block or a
// header, and none while output may be waiting.
Result<std::size_t> ZstdSource::read(char* into, std::size_t room) {
  ZSTD_outBuffer out{into, room, 0};
  const std::uint64_t text_before = text_bytes_;
  while (out.pos < out.size && !ended_ && !error_) {
    if (between_frames_) {
      // What is there already must not wait for a slow partner's next frame.
      if (out.pos > 0 && in_.empty()) break;
      if (!begin_frame()) break;
    }
    ZSTD_inBuffer in{in_.view().data(), 0, 0};
    if (!may_hold_output_) {
      if (in_.empty()) {
        if (out.pos > 0) break;
        if (!in_.ensure(1)) {
          stop("cut off");
          break;
        }
        in.src = in_.view().data();
      }
      // The hint for a block includes the header of the next one.
      const std::size_t wanted = hint_ > kBlockHeaderBytes ? hint_ - kBlockHeaderBytes : hint_;
      in.size = std::min(in_.view().size(), wanted);
    }
    const std::size_t status = ZSTD_decompressStream(decoder_->context, &out, &in);
    in_.consume(in.pos);
    text_bytes_ = text_before + out.pos;
    if (ZSTD_isError(status) != 0) {
      const ZSTD_ErrorCode code = ZSTD_getErrorCode(status);
      if (code == ZSTD_error_dictionary_wrong) {
        error_ = Error{ErrorCode::kData, printable_path(name_) + ": needs a zstd dictionary; unpack it first"};
      } else {
        stop(code == ZSTD_error_memory_allocation ? "too large for the memory" : "damaged");
      }
      break;
    }
    between_frames_ = status == 0;
    hint_ = status;
    may_hold_output_ = !between_frames_ && out.pos == out.size;
  }
  if (out.pos == 0 && error_) return tl::unexpected<Error>(*error_);
  return out.pos;
}

// Looks at the next frame's header, or finds the end.
bool ZstdSource::begin_frame() {
  if (!in_.ensure(1)) {
    if (in_.error()) error_ = in_.error();
    ended_ = true;
    return false;
  }
  if (!in_.ensure(5)) {
    stop("cut off");
    return false;
  }
  const std::uint64_t magic = little_endian(in_.view().substr(0, 4));
  const bool skippable = (magic & 0xFFFFFFF0U) == ZSTD_MAGIC_SKIPPABLE_START;
  if (!skippable && magic != ZSTD_MAGICNUMBER) {
    stop("followed by something else");
    return false;
  }
  if (!skippable) {
    const FrameHeader header(static_cast<unsigned char>(in_.view()[4]));
    if (!in_.ensure(header.size())) {
      stop("cut off");
      return false;
    }
    const std::uint64_t window = header.window(in_.view());
    if (window > max_window_ || window > kLargestWindow) {
      refuse_window(window);
      return false;
    }
  }
  between_frames_ = false;
  may_hold_output_ = false;
  hint_ = 5;
  return true;
}

void ZstdSource::stop(std::string_view what) {
  if (in_.error()) {
    error_ = in_.error();
    return;
  }
  error_ = Error{ErrorCode::kData, printable_path(name_) + ": the zstd data is " + std::string(what) + " after " +
                                       std::to_string(text_bytes_) + " bytes of text"};
}

void ZstdSource::refuse_window(std::uint64_t needed) {
  std::string line = printable_path(name_) + ": needs a zstd window of " + size_text(needed);
  if (needed > kLargestWindow) {
    line += ", more than can be read; pack it again with a smaller one (zstd --long=27)";
  } else {
    line += ", over --max-window " + size_text(max_window_) + "; if the memory is there, pass --max-window " +
            size_text(needed);
  }
  error_ = Error{ErrorCode::kData, std::move(line)};
}

std::string_view zstd_version() { return ZSTD_versionString(); }

}  // namespace privet
