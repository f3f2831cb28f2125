// One frame of text to one frame of gzip or zstd, in one go.
//
// The bytes depend on the text alone (and the library's version): no time, no
// name. Frames one after the other are a valid file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace privet {

enum class OutputCodec : std::uint8_t { kPlain, kGzip, kZstd };

// By a file name's last suffix, in any case: .gz, .zst (.zstd); all else is plain.
[[nodiscard]] OutputCodec output_codec_of(std::string_view file_name);

// Bytes that are not initialised before they are written.
struct PackedFrame {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;
  std::size_t capacity = 0;

  [[nodiscard]] std::string_view view() const { return {bytes.get(), size}; }
  // Forgets what was there.
  void make_room(std::size_t room);
};

// The state that compressing needs, reused from frame to frame. One thread at a
// time.
class Compressor {
 public:
  Compressor();
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) noexcept;

  // codec: not kPlain.
  //   kGzip   a member, level 6 (RFC 1952; mtime 0, no name)
  //   kZstd   a frame, level 3, with content size and checksum (RFC 8878)
  void compress(OutputCodec codec, std::string_view text, PackedFrame& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Makes `out` the `text_bytes` bytes of text that compress(kZstd) made `frame` of.
void unpack_zstd(std::string_view frame, std::size_t text_bytes, std::string& out);

}  // namespace privet
