#include "input/codec.h"

#include <algorithm>
#include <cctype>

#include "input/gzip_source.h"
#include "input/input_buffer.h"
#include "input/zstd_source.h"

namespace privet {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  SniffedCodec what;
};

// Each from its format's specification. None can begin a JSON text.
constexpr Magic kMagics[] = {
    {"\x1F\x8B"sv, {Codec::kGzip, "gzip"}},
    {"\x28\xB5\x2F\xFD"sv, {Codec::kZstd, "zstd"}},
    {"\xFD\x37\x7A\x58\x5A\x00"sv, {Codec::kUnsupported, "xz"}},
    {"\x04\x22\x4D\x18"sv, {Codec::kUnsupported, "lz4"}},
    {"\x02\x21\x4C\x18"sv, {Codec::kUnsupported, "lz4"}},  // legacy frames
    {"PK\x03\x04"sv, {Codec::kUnsupported, "zip"}},
    {"PK\x05\x06"sv, {Codec::kUnsupported, "zip"}},  // empty archive
    {"7z\xBC\xAF\x27\x1C"sv, {Codec::kUnsupported, "7z"}},
    {"PAR1"sv, {Codec::kUnsupported, "Parquet"}},
    {"PARE"sv, {Codec::kUnsupported, "Parquet"}},  // encrypted footer
    {"ARROW1"sv, {Codec::kUnsupported, "Arrow"}},
    {"FEA1"sv, {Codec::kUnsupported, "Feather"}},
    {"\xFF\xFF\xFF\xFF"sv, {Codec::kUnsupported, "Arrow"}},  // IPC stream
    {"Obj\x01"sv, {Codec::kUnsupported, "Avro"}},
    {"\xFF\xFE"sv, {Codec::kUnsupported, "UTF-16"}},
    {"\xFE\xFF"sv, {Codec::kUnsupported, "UTF-16"}},
};

// "BZh", a level and the beginning of a block (the digits of pi) or of the end
// (of its root): "BZh" alone could be somebody's text.
bool is_bzip2(std::string_view bytes) {
  if (bytes.size() < 10 || !bytes.starts_with("BZh") || bytes[3] < '1' || bytes[3] > '9') return false;
  const std::string_view mark = bytes.substr(4, 6);
  return mark == "\x31\x41\x59\x26\x53\x59"sv || mark == "\x17\x72\x45\x38\x50\x90"sv;
}

// Skippable frames have sixteen magic numbers; pzstd begins its files with one.
bool is_skippable_frame(std::string_view bytes) {
  return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xF0) == 0x50 &&
         bytes.substr(1, 3) == "\x2A\x4D\x18"sv;
}

// The text was plain all along; what was looked at comes first.
class PlainSource final : public Source {
 public:
  explicit PlainSource(InputBuffer in) : in_(std::move(in)) {}

  Result<std::size_t> read(char* into, std::size_t room) override {
    if (in_.empty()) return in_.read_through(into, room);
    const std::size_t bytes = in_.view().copy(into, room);
    in_.consume(bytes);
    return bytes;
  }
  bool changed() const override { return in_.changed(); }

 private:
  InputBuffer in_;
};

// A path that a shell and DuckDB take as it is, or `fallback`.
std::string for_command(std::string_view path, std::string_view fallback) {
  const auto plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("./_-+=,@").find(c) != std::string_view::npos;
  };
  const bool fits = !path.empty() && path.front() != '-' && std::all_of(path.begin(), path.end(), plain);
  return std::string(fits ? path : fallback);
}

std::string duckdb_command(std::string_view path, std::string_view suffix) {
  const std::string from = for_command(path, "FILE" + std::string(suffix));
  const std::size_t dot = from.find_last_of("./");
  const std::string stem = dot != std::string::npos && from[dot] == '.' && dot > 0 ? from.substr(0, dot) : from;
  return "duckdb -c \"COPY (SELECT * FROM '" + from + "') TO '" + stem + ".jsonl' (FORMAT json)\"";
}

}  // namespace

SniffedCodec sniff_codec(std::string_view first_bytes) {
  for (const Magic& magic : kMagics) {
    if (first_bytes.starts_with(magic.bytes)) return magic.what;
  }
  if (is_bzip2(first_bytes)) return {Codec::kUnsupported, "bzip2"};
  if (is_skippable_frame(first_bytes)) return {Codec::kZstd, "zstd"};
  return {};
}

std::string not_read_reason(std::string_view kind, std::string_view path) {
  std::string line(kind);
  line += " is not read; ";
  if (kind == "Parquet") return line + "make JSONL of it first: " + duckdb_command(path, ".parquet");
  if (kind == "xz") return line + "unpack it first: xz -dk " + for_command(path, "FILE.xz");
  if (kind == "bzip2") return line + "unpack it first: bzip2 -dk " + for_command(path, "FILE.bz2");
  if (kind == "lz4") return line + "unpack it first: lz4 -d " + for_command(path, "FILE.lz4");
  if (kind == "zip" || kind == "7z" || kind == "tar") return line + "unpack it first";
  if (kind == "UTF-16") return line + "make UTF-8 of it first: iconv -f UTF-16 -t UTF-8 " + for_command(path, "FILE");
  return line + "make JSONL of it first";
}

Result<std::unique_ptr<Source>> decode(std::unique_ptr<Source> source, const DecodeOptions& options, Codec* codec) {
  InputBuffer in(std::move(source));
  // An error this early is kept in the buffer and comes after the bytes.
  (void)in.ensure(kCodecSniffBytes);
  const SniffedCodec sniffed = sniff_codec(in.view());
  if (codec != nullptr) *codec = sniffed.codec;
  switch (sniffed.codec) {
    case Codec::kPlain:
      return std::make_unique<PlainSource>(std::move(in));
    case Codec::kGzip:
      return std::make_unique<GzipSource>(std::move(in), options.name);
    case Codec::kZstd:
      return std::make_unique<ZstdSource>(std::move(in), options.name, options.max_window);
    case Codec::kUnsupported:
      break;
  }
  return fail(ErrorCode::kData, printable_path(options.name) + ": " + not_read_reason(sniffed.kind, options.name));
}

}  // namespace privet
