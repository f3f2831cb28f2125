// Which codec it is, and how its text comes out: whole, or up to the damage.
#include "input/codec.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <random>
#include <string>
#include <vector>

#include "input/batch_reader.h"
#include "support/memory_source.h"

namespace privet {
namespace {

using namespace std::string_literals;
using test::drain;
using test::Drained;
using test::MemorySource;
using test::MemorySourceOptions;

std::string gzip(const std::string& text, const char* file_name = nullptr) {
  z_stream z{};
  EXPECT_EQ(deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  gz_header header{};
  std::string name = file_name == nullptr ? "" : file_name;
  header.name = reinterpret_cast<Bytef*>(name.data());
  if (file_name != nullptr) deflateSetHeader(&z, &header);
  std::string packed(deflateBound(&z, text.size()) + 100, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  z.avail_in = static_cast<uInt>(text.size());
  z.next_out = reinterpret_cast<Bytef*>(packed.data());
  z.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&z, Z_FINISH), Z_STREAM_END);
  packed.resize(z.total_out);
  deflateEnd(&z);
  return packed;
}

struct ZstdOptions {
  int window_log = 0;
  bool checksum = false;
  bool size_known = true;
};
std::string zstd(const std::string& text, ZstdOptions options = {}) {
  ZSTD_CCtx* c = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(c, ZSTD_c_checksumFlag, options.checksum ? 1 : 0);
  if (options.window_log > 0) ZSTD_CCtx_setParameter(c, ZSTD_c_windowLog, options.window_log);
  std::string packed(ZSTD_compressBound(text.size()) + 100, '\0');
  ZSTD_outBuffer out{packed.data(), packed.size(), 0};
  ZSTD_inBuffer in{text.data(), text.size(), 0};
  if (!options.size_known) {
    while (in.pos < in.size) ZSTD_compressStream2(c, &out, &in, ZSTD_e_continue);
  }
  EXPECT_EQ(ZSTD_compressStream2(c, &out, &in, ZSTD_e_end), 0U);
  packed.resize(out.pos);
  ZSTD_freeCCtx(c);
  return packed;
}

std::string skippable(const std::string& content) {
  const auto size = static_cast<unsigned char>(content.size());
  return "\x53\x2A\x4D\x18"s + static_cast<char>(size) + "\0\0\0"s + content;
}

// Text that does not pack to nothing.
std::string some_text(std::size_t size, unsigned seed = 1) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < size) {
    text += R"({"n":)" + std::to_string(random()) + "}\n";
  }
  text.resize(size);
  return text;
}

Drained decoded(const std::string& packed, MemorySourceOptions reads = {}, std::size_t room = 4096,
                std::size_t max_window = 1 << 27) {
  auto source = decode(std::make_unique<MemorySource>(packed, reads), {.name = "x", .max_window = max_window});
  if (!source) return {"", source.error()};
  return drain(**source, room);
}

struct SniffCase {
  const char* name;
  std::string bytes;
  Codec codec;
  const char* kind;
};

const SniffCase kSniffs[] = {
    {"nothing", "", Codec::kPlain, "plain"},
    {"JSON", "{}", Codec::kPlain, "plain"},
    {"half a magic", "\x1F", Codec::kPlain, "plain"},
    {"gzip", "\x1F\x8B\x08", Codec::kGzip, "gzip"},
    {"zstd", "\x28\xB5\x2F\xFD", Codec::kZstd, "zstd"},
    {"zstd with a skippable frame first", "\x50\x2A\x4D\x18", Codec::kZstd, "zstd"},
    {"xz",
     "\xFD"
     "7zXZ\0"s,
     Codec::kUnsupported, "xz"},
    {"bzip2", "BZh91AY&SY", Codec::kUnsupported, "bzip2"},
    {"bzip2 of nothing", "BZh9\x17\x72\x45\x38\x50\x90", Codec::kUnsupported, "bzip2"},
    {"a word that begins like bzip2", "BZh9 is my plate", Codec::kPlain, "plain"},
    {"lz4", "\x04\x22\x4D\x18", Codec::kUnsupported, "lz4"},
    {"zip", "PK\x03\x04", Codec::kUnsupported, "zip"},
    {"7z", "7z\xBC\xAF\x27\x1C", Codec::kUnsupported, "7z"},
    {"Parquet", "PAR1\x15\x04", Codec::kUnsupported, "Parquet"},
    {"Arrow", "ARROW1\0\0"s, Codec::kUnsupported, "Arrow"},
    {"an Arrow stream", "\xFF\xFF\xFF\xFF\x78\0"s, Codec::kUnsupported, "Arrow"},
    {"Feather 1", "FEA1", Codec::kUnsupported, "Feather"},
    {"UTF-16", "\xFF\xFE{\0"s, Codec::kUnsupported, "UTF-16"},
};

TEST(SniffCodec, KnowsFormatsByTheirFirstBytes) {
  for (const SniffCase& c : kSniffs) {
    EXPECT_EQ(sniff_codec(c.bytes).codec, c.codec) << c.name;
    EXPECT_EQ(sniff_codec(c.bytes).kind, c.kind) << c.name;
    for (const std::size_t read : {std::size_t{1}, std::size_t{100}}) {
      auto source =
          decode(std::make_unique<MemorySource>(c.bytes, MemorySourceOptions{.read_bytes = read}), {.name = "x"});
      EXPECT_EQ(source.has_value(), c.codec != Codec::kUnsupported) << c.name;
      if (!source) {
        EXPECT_EQ(source.error().code, ErrorCode::kData);
        EXPECT_EQ(source.error().message, "x: " + not_read_reason(c.kind, "x"));
      }
    }
  }
}

TEST(NotReadReason, SaysWhatToDo) {
  EXPECT_EQ(not_read_reason("Parquet", "dir.d/x.parquet"),
            "Parquet is not read; make JSONL of it first: "
            "duckdb -c \"COPY (SELECT * FROM 'dir.d/x.parquet') TO 'dir.d/x.jsonl' (FORMAT json)\"");
  EXPECT_EQ(not_read_reason("Parquet", "dir.d/x"),
            "Parquet is not read; make JSONL of it first: "
            "duckdb -c \"COPY (SELECT * FROM 'dir.d/x') TO 'dir.d/x.jsonl' (FORMAT json)\"");
  EXPECT_EQ(not_read_reason("xz", "x.xz"), "xz is not read; unpack it first: xz -dk x.xz");
  // A path that a shell would take apart does not go into a command.
  for (const char* path :
       {"", "a b.parquet", "$(id).parquet", "a'b.parquet", "-x.parquet", "a\nb.parquet", "\xC3\xA9.parquet"}) {
    EXPECT_EQ(not_read_reason("Parquet", path),
              "Parquet is not read; make JSONL of it first: "
              "duckdb -c \"COPY (SELECT * FROM 'FILE.parquet') TO 'FILE.jsonl' (FORMAT json)\"")
        << path;
  }
}

struct TextCase {
  const char* name;
  std::string packed;
  std::string text;
  const char* error = "";  // "" for none
};

std::vector<TextCase> text_cases() {
  const std::string long_text = some_text(700'000);
  const std::string gz = gzip("hello\n");
  const std::string zst = zstd("hello\n");
  const std::string packed = zstd(some_text(1000));
  const std::string checked = zstd("hello\n", {.checksum = true});
  return {
      {"no bytes", "", ""},
      {"plain", "hello\n", "hello\n"},
      {"one byte", "x", "x"},
      {"plain, long", long_text, long_text},
      // Gzip.
      {"gzip", gz, "hello\n"},
      {"gzip of nothing", gzip(""), ""},
      {"gzip with a file name", gzip("hello\n", "name.txt"), "hello\n"},
      {"gzip, long", gzip(long_text), long_text},
      {"gzip members", gz + gzip("") + gzip("world\n"), "hello\nworld\n"},
      {"gzip and zeros", gz + std::string(1000, '\0'), "hello\n"},
      {"gzip, zeros, gzip", gz + std::string(512, '\0') + gz, "hello\nhello\n"},
      {"gzip and something else", gz + "junk", "hello\n",
       "x: the gzip data is followed by something else after 6 bytes of text"},
      {"gzip, zeros and something else", gz + "\0\0x"s, "hello\n",
       "x: the gzip data is followed by something else after 6 bytes of text"},
      {"gzip, only a magic", "\x1F\x8B", "", "x: the gzip data is cut off after 0 bytes of text"},
      {"gzip cut off in the trailer", gz.substr(0, gz.size() - 1), "hello\n",
       "x: the gzip data is cut off after 6 bytes of text"},
      {"gzip cut off in the next member's magic", gz + "\x1F", "hello\n",
       "x: the gzip data is cut off after 6 bytes of text"},
      {"gzip cut off in the next member", gz + gz.substr(0, 8), "hello\n",
       "x: the gzip data is cut off after 6 bytes of text"},
      {"gzip with a wrong checksum", gz.substr(0, gz.size() - 8) + "\1\2\3\4" + gz.substr(gz.size() - 4), "hello\n",
       "x: the gzip data is damaged after 6 bytes of text"},
      {"gzip with a wrong header", "\x1F\x8B\x07\0\0\0\0\0\0\0\0\0"s, "",
       "x: the gzip data is damaged after 0 bytes of text"},
      // Zstd.
      {"zstd", zst, "hello\n"},
      {"zstd of nothing", zstd(""), ""},
      {"zstd, long", zstd(long_text), long_text},
      {"zstd, long, from a pipe, with a checksum", zstd(long_text, {.checksum = true, .size_known = false}), long_text},
      {"zstd frames", zst + zstd("") + zstd("world\n"), "hello\nworld\n"},
      {"zstd with skippable frames", skippable("abc") + zst + skippable("") + zst + skippable("end"), "hello\nhello\n"},
      {"only a skippable frame", skippable("abc"), ""},
      {"zstd and something else", zst + "junk!", "hello\n",
       "x: the zstd data is followed by something else after 6 bytes of text"},
      {"zstd, only a magic", "\x28\xB5\x2F\xFD", "", "x: the zstd data is cut off after 0 bytes of text"},
      {"zstd cut off in a header", zst + zst.substr(0, 5), "hello\n",
       "x: the zstd data is cut off after 6 bytes of text"},
      {"zstd cut off in a block that is stored", zst + zst.substr(0, zst.size() - 1), "hello\nhello",
       "x: the zstd data is cut off after 11 bytes of text"},
      {"zstd cut off in a block that is packed", zst + packed.substr(0, packed.size() - 1), "hello\n",
       "x: the zstd data is cut off after 6 bytes of text"},
      {"zstd cut off before its checksum", checked.substr(0, checked.size() - 1), "hello\n",
       "x: the zstd data is cut off after 6 bytes of text"},
      {"zstd cut off in a skippable frame", zst + skippable("abc").substr(0, 9), "hello\n",
       "x: the zstd data is cut off after 6 bytes of text"},
      {"zstd with a reserved bit", "\x28\xB5\x2F\xFD\x28\x00\x01\x00\x00"s, "",
       "x: the zstd data is damaged after 0 bytes of text"},
      {"zstd that needs a dictionary", "\x28\xB5\x2F\xFD\x21\x07\x01\x09\0\0x"s, "",
       "x: needs a zstd dictionary; unpack it first"},
  };
}

TEST(Decode, GivesTheTextWhateverTheSizesOfReads) {
  for (const TextCase& c : text_cases()) {
    for (const std::size_t read : {std::size_t{1}, std::size_t{3}, std::size_t{1} << 20}) {
      for (const std::size_t room : {std::size_t{1}, std::size_t{1000}, std::size_t{1} << 20}) {
        if (c.packed.size() > 100'000 && read * room < 1000) continue;  // slow
        SCOPED_TRACE(std::string(c.name) + " read " + std::to_string(read) + " room " + std::to_string(room));
        const Drained all = decoded(c.packed, {.read_bytes = read}, room);
        EXPECT_TRUE(all.text == c.text) << all.text.size() << " bytes";
        EXPECT_EQ(all.error ? all.error->message : "", c.error);
      }
    }
  }
}

// Whatever was decoded before the damage comes out, also from the middle of a
// frame; and it is the beginning of the text.
TEST(Decode, GivesAllTextBeforeTheEndOfACutOffFile) {
  const std::string text = some_text(400'000);
  struct Packed {
    const char* kind;
    std::string bytes;
    std::size_t may_lack;  // what a decoder needs to see whole: a block
  };
  for (const Packed& packed : {Packed{"gzip", gzip(text), 70'000}, Packed{"zstd", zstd(text), 131'072}}) {
    for (const double part : {0.3, 0.5, 0.9, 0.999}) {
      const auto size = static_cast<std::size_t>(part * static_cast<double>(packed.bytes.size()));
      std::string first;
      for (const std::size_t room : {std::size_t{1000}, std::size_t{1} << 20}) {
        const Drained all = decoded(packed.bytes.substr(0, size), {}, room);
        ASSERT_TRUE(all.error);
        EXPECT_EQ(all.error->message, "x: the "s + packed.kind + " data is cut off after " +
                                          std::to_string(all.text.size()) + " bytes of text");
        EXPECT_TRUE(text.starts_with(all.text));
        EXPECT_GE(all.text.size() + packed.may_lack, static_cast<std::size_t>(part * static_cast<double>(text.size())));
        if (first.empty()) first = all.text;
        EXPECT_EQ(all.text.size(), first.size()) << "what comes out depends on the room";
      }
    }
  }
}

TEST(Decode, GivesAllTextBeforeADamagedBlock) {
  const std::string text = some_text(400'000);
  // Frames of one block each; the third is damaged (a reserved block type).
  std::string packed = zstd(text.substr(0, 100'000)) + zstd(text.substr(100'000, 100'000));
  const std::string good = packed;
  packed += "\x28\xB5\x2F\xFD\x00\x58\x07\0\0"s;
  // And in the middle of a frame: a good block of text, as it is, then the same.
  const std::string raw = "\x28\xB5\x2F\xFD\x00\x58"s + "\x28\0\0hello"s + "\x28\0\0world"s + "\x07\0\0"s;
  for (const std::size_t read : {std::size_t{1}, std::size_t{1} << 20}) {
    for (const std::size_t room : {std::size_t{3}, std::size_t{5}, std::size_t{10}, std::size_t{1} << 20}) {
      if (read == 1 && room < 10) continue;
      const Drained frames = decoded(packed, {.read_bytes = read}, room);
      EXPECT_TRUE(frames.text == text.substr(0, 200'000)) << frames.text.size();
      EXPECT_EQ(frames.error->message, "x: the zstd data is damaged after 200000 bytes of text");
      const Drained blocks = decoded(raw, {.read_bytes = read}, room);
      EXPECT_EQ(blocks.text, "helloworld");
      EXPECT_EQ(blocks.error->message, "x: the zstd data is damaged after 10 bytes of text");
    }
  }
}

TEST(Decode, FlippedBitsAreFoundOrHarmless) {
  const std::string text = some_text(3000);
  for (const std::string& packed : {gzip(text), zstd(text, {.checksum = true})}) {
    for (std::size_t i = 0; i < packed.size(); ++i) {
      std::string damaged = packed;
      damaged[i] = static_cast<char>(damaged[i] ^ 4);
      const Drained all = decoded(damaged);
      EXPECT_TRUE(all.error || all.text == text || i < 10) << i;  // the header has times and flags
    }
  }
}

TEST(Decode, PassesOnTheErrorsOfItsSource) {
  const std::string text = some_text(50'000);
  for (const std::string& packed : {text, gzip(text), zstd(text)}) {
    for (const std::size_t fail_at :
         {std::size_t{0}, std::size_t{3}, std::size_t{10}, packed.size() / 2, packed.size()}) {
      const Drained all = decoded(packed, {.fail_at = fail_at});
      ASSERT_TRUE(all.error) << fail_at;
      EXPECT_EQ(all.error->message, "memory: input/output error") << fail_at;
      EXPECT_TRUE(text.starts_with(all.text) || fail_at < 10);
      if (fail_at == packed.size()) {
        EXPECT_EQ(all.text.size(), text.size());
      }
    }
  }
}

TEST(Decode, PassesOnThatTheFileChanged) {
  for (const std::string& packed : {"text"s, gzip("text"), zstd("text")}) {
    for (const bool changed : {false, true}) {
      auto source = decode(std::make_unique<MemorySource>(packed, MemorySourceOptions{.changed = changed}), {});
      EXPECT_EQ((*source)->changed(), changed);
    }
  }
}

TEST(Decode, LimitsTheWindowOfZstd) {
  const std::string text = some_text(100'000);
  const std::string packed = zstd(text, {.window_log = 27, .size_known = false});
  EXPECT_EQ(decoded(packed).text.size(), text.size());
  EXPECT_EQ(
      decoded(packed, {}, 4096, 1 << 26).error->message,
      "x: needs a zstd window of 128MiB, over --max-window 64MiB; if the memory is there, pass --max-window 128MiB");
  EXPECT_EQ(decoded(packed, {}, 4096, (1 << 27) - 1).error->message,
            "x: needs a zstd window of 128MiB, over --max-window 131072KiB; if the memory is there, pass --max-window "
            "128MiB");
  // After the frames before it.
  const Drained second = decoded(zstd("hello\n") + packed, {}, 4096, 1 << 20);
  EXPECT_EQ(second.text, "hello\n");
  EXPECT_TRUE(second.error);
  // A mantissa: 8 MiB and 3/8 of it; and one above all the library can.
  EXPECT_EQ(decoded("\x28\xB5\x2F\xFD\x00\x6B\0\0\0"s, {}, 10, 1 << 20).error->message,
            "x: needs a zstd window of 11MiB, over --max-window 1MiB; if the memory is there, pass --max-window 11MiB");
  EXPECT_EQ(decoded("\x28\xB5\x2F\xFD\x00\xB0\0\0\0"s, {}, 10, std::size_t{1} << 40).error->message,
            "x: needs a zstd window of 4GiB, more than can be read; pack it again with a smaller one (zstd --long=27)");
  // In a frame that is one segment, the size of the text is the window.
  EXPECT_EQ(decoded(zstd(text), {}, 4096, 1 << 10).error->message,
            "x: needs a zstd window of 98KiB, over --max-window 1KiB; if the memory is there, pass --max-window 98KiB");
  EXPECT_EQ(decoded(zstd(text), {}, 4096, 98 << 10).text.size(), text.size());
}

TEST(Decode, ABombIsHarmless) {
  const std::string text(20 << 20, 'x');
  for (const std::string& packed : {gzip(text), zstd(text)}) {
    ASSERT_LT(packed.size(), 30'000U);
    std::string bombs;
    for (int i = 0; i < 4; ++i) bombs += packed;
    auto source = decode(std::make_unique<MemorySource>(bombs), {});
    ASSERT_TRUE(source);
    BatchReader reader(**source, {});
    Batch batch;
    std::uint64_t bytes = 0;
    while (*reader.next(batch)) {
      bytes += batch.bytes.size();
      EXPECT_LE(batch.bytes.capacity(), std::size_t{18} << 20);
    }
    EXPECT_EQ(bytes, 4 * text.size());
  }
}

}  // namespace
}  // namespace privet
