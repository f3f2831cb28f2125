// Compressed or not, and with what: told by the first bytes, never by the name.
//
// decode() makes plain text of a source, streaming, so that a decompression
// bomb costs time but no memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/source.h"

namespace privet {

enum class Codec : std::uint8_t { kPlain, kGzip, kZstd, kUnsupported };

// `kind` is the format's name in messages and ledgers: "gzip", "xz", "Parquet".
struct SniffedCodec {
  Codec codec = Codec::kPlain;
  std::string_view kind = "plain";
};

// How many bytes sniff_codec() wants to see; fewer if the file has no more.
inline constexpr std::size_t kCodecSniffBytes = 16;
[[nodiscard]] SniffedCodec sniff_codec(std::string_view first_bytes);

// Why a file of this kind is not read and what to do about it, in one line:
// for Parquet the DuckDB command that makes JSONL of it. `path` goes into the
// command if it needs no quoting.
[[nodiscard]] std::string not_read_reason(std::string_view kind, std::string_view path);

struct DecodeOptions {
  std::string name = "input";                       // of the file, in messages
  std::size_t max_window = std::size_t{128} << 20;  // bytes a zstd frame may ask for
};

// The uncompressed text of `source`. Gzip with any number of members (zeros
// after a member are padding), zstd with any number of frames.
//
// Fails with ErrorCode::kData, and only then, if the kind is not supported; the
// message is "name: " and not_read_reason(). Damaged or cut-off data and a
// window over the limit are errors of the returned source's read(), which
// come after every byte that could be decoded before.
//
//   codec   if given, is told which one it was
[[nodiscard]] Result<std::unique_ptr<Source>> decode(std::unique_ptr<Source> source, const DecodeOptions& options,
                                                     Codec* codec = nullptr);

}  // namespace privet
