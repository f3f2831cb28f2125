#include "input/gzip_source.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/check.h"

namespace privet {

struct GzipSource::Inflater {
  z_stream stream{};
  Inflater() {
    constexpr int kGzipOnly = 16 + MAX_WBITS;  // no zlib or raw streams
    PRIVET_CHECK(inflateInit2(&stream, kGzipOnly) == Z_OK);
  }
  ~Inflater() { inflateEnd(&stream); }
};

GzipSource::GzipSource(InputBuffer in, std::string name)
    : in_(std::move(in)), name_(std::move(name)), inflater_(std::make_unique<Inflater>()) {}

GzipSource::~GzipSource() = default;

Result<std::size_t> GzipSource::read(char* into, std::size_t room) {
  z_stream& z = inflater_->stream;
  const auto offered = static_cast<uInt>(std::min<std::size_t>(room, std::numeric_limits<uInt>::max()));
  const std::uint64_t text_before = text_bytes_;
  z.next_out = reinterpret_cast<Bytef*>(into);
  z.avail_out = offered;
  while (z.avail_out > 0 && !ended_ && !error_) {
    const bool delivered = z.avail_out < offered;
    if (between_members_) {
      // What is there already must not wait for a slow partner's next member.
      if (delivered && in_.empty()) break;
      if (!begin_member()) break;
    }
    // Also without input: the last call may have stopped for want of room.
    const std::string_view view = in_.view();
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(view.data()));
    z.avail_in = static_cast<uInt>(view.size());
    const int status = inflate(&z, Z_NO_FLUSH);
    in_.consume(view.size() - z.avail_in);
    text_bytes_ = text_before + (offered - z.avail_out);
    if (status == Z_STREAM_END) {
      between_members_ = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      stop("damaged");
    } else if (z.avail_out > 0 && in_.empty()) {
      if (z.avail_out < offered) break;
      if (!in_.ensure(1)) stop("cut off");
    }
  }
  const std::size_t bytes = offered - z.avail_out;
  if (bytes == 0 && error_) return tl::unexpected<Error>(*error_);
  return bytes;
}

// Finds the next member, or the end. Some writers pad with zeros.
bool GzipSource::begin_member() {
  while (true) {
    const std::string_view view = in_.view();
    in_.consume(std::min(view.size(), view.find_first_not_of('\0')));
    if (!in_.empty()) break;
    if (in_.ensure(1)) continue;
    if (in_.error()) stop("cut off");
    ended_ = true;
    return false;
  }
  (void)in_.ensure(2);
  if (!in_.view().starts_with("\x1F\x8B")) {
    stop(in_.view() == "\x1F" ? "cut off" : "followed by something else");
    return false;
  }
  PRIVET_CHECK(inflateReset(&inflater_->stream) == Z_OK);
  between_members_ = false;
  return true;
}

void GzipSource::stop(std::string_view what) {
  if (in_.error()) {
    error_ = in_.error();
    return;
  }
  error_ = Error{ErrorCode::kData, printable_path(name_) + ": the gzip data is " + std::string(what) + " after " +
                                       std::to_string(text_bytes_) + " bytes of text"};
}

}  // namespace privet
