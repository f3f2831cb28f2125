// Files, batch by batch: what is binary, and what is read in part.
#include "pipeline/job_reader.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <set>
#include <string>
#include <vector>

#include "support/scratch_folder.h"

namespace privet {
namespace {

using test::ScratchFolder;

// What became of one file.
struct Seen {
  std::string bytes;                 // of all batches
  std::vector<std::string> records;  // those to be scanned
  std::vector<std::uint64_t> lines;
  std::size_t oversize = 0;  // first pieces
  FileFate fate = FileFate::kNotReached;
  std::string error;
};

Seen read(const JobFile& file, const JobOptions& options) {
  Seen seen;
  JobReader reader({&file, 1}, options);
  JobItem item;
  while (reader.next(item)) {
    seen.bytes += item.batch.bytes.view();
    for (const Piece& piece : item.batch.pieces) {
      if (piece.kind == PieceKind::kOversize && piece.first) ++seen.oversize;
      if (piece.kind != PieceKind::kRecord && piece.kind != PieceKind::kHeader) continue;
      seen.records.emplace_back(item.batch.bytes.view().substr(piece.begin, piece.size));
      seen.lines.push_back(piece.line);
    }
    if (!item.ends) continue;
    seen.fate = item.fate;
    if (item.error) seen.error = item.error->message;
  }
  return seen;
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

constexpr int kLines = 20000;

// Lines of 20 bytes with their number in them.
std::string numbered_lines() {
  std::string text;
  for (int i = 1; i <= kLines; ++i) text += "{\"n\":" + std::to_string(100000000 + i) + ",\"a\":0}\n";
  return text;
}

TEST(JobReader, AFileOverTheLimitIsReadInPart) {
  const ScratchFolder folder;
  const std::string text = numbered_lines();
  const std::size_t line_bytes = text.size() / kLines;
  const std::size_t limit = text.size() / 10;
  const JobFile plain{.path = folder.write("x.jsonl", text), .name = "x.jsonl"};
  const JobFile packed{.path = folder.write("x.jsonl.gz", gzip(text)), .name = "x.jsonl"};
  const Seen expected = read(plain, {.max_bytes = limit});
  EXPECT_EQ(expected.fate, FileFate::kPartly);
  EXPECT_EQ(expected.bytes, text) << "what is passed over is still there, as glue";
  const double share = static_cast<double>(expected.records.size() * line_bytes) / static_cast<double>(limit);
  EXPECT_GT(share, 0.9);
  EXPECT_LT(share, 1.1);
  EXPECT_EQ(expected.lines.front(), 1U);
  EXPECT_EQ(expected.lines.back(), static_cast<std::uint64_t>(kLines));
  EXPECT_EQ(expected.error, "x.jsonl: read in part: it has " + std::to_string(text.size()) +
                                " bytes, more than --max-bytes; " + std::to_string(expected.records.size()) +
                                " of its 20000 records were scanned: its beginning, its end and what was picked "
                                "between");
  for (std::size_t i = 0; i < expected.records.size(); ++i)
    EXPECT_EQ(expected.records[i], "{\"n\":" + std::to_string(100000000 + expected.lines[i]) + ",\"a\":0}");
  // From the middle too: more than one stretch between head and tail.
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < expected.lines.size(); ++i)
    gaps += expected.lines[i] != expected.lines[i - 1] + 1 ? 1U : 0U;
  EXPECT_GT(gaps, 10U);

  for (const std::size_t batch : {std::size_t{1}, std::size_t{997}, std::size_t{1} << 16}) {
    for (const JobFile* file : {&plain, &packed}) {
      const Seen again = read(*file, {.batch_bytes = batch, .max_bytes = limit});
      EXPECT_EQ(again.records, expected.records) << batch << file->path;
      EXPECT_EQ(again.lines, expected.lines);
      EXPECT_EQ(again.error, expected.error);
    }
  }
}

TEST(JobReader, AFileUpToTheLimitIsReadWhole) {
  const ScratchFolder folder;
  const std::string text = numbered_lines();
  const JobFile plain{.path = folder.write("x.jsonl", text), .name = "x.jsonl"};
  const JobFile packed{.path = folder.write("x.jsonl.gz", gzip(text)), .name = "x.jsonl"};
  for (const JobFile* file : {&plain, &packed}) {
    for (const std::size_t limit : {text.size(), text.size() + 1, std::size_t{0}}) {
      const Seen seen = read(*file, {.max_bytes = limit});
      EXPECT_EQ(seen.fate, FileFate::kRead);
      EXPECT_EQ(seen.records.size(), static_cast<std::size_t>(kLines));
      EXPECT_EQ(seen.error, "");
    }
    EXPECT_EQ(read(*file, {.max_bytes = text.size() - 1}).fate, FileFate::kPartly);
  }
}

TEST(JobReader, PartsAreOfRecordsWhateverTheContainer) {
  const ScratchFolder folder;
  std::string array = "[";
  std::string values, rows = "n,t\n";
  std::set<std::string> expected_rows = {"n,t"}, expected_values;
  for (int i = 0; i < 3000; ++i) {
    const std::string value = "{\n\"n\": " + std::to_string(i) + "}";
    const std::string row = std::to_string(i) + ",\"two\nlines\"";
    array += (i == 0 ? "" : ",\n") + value;
    values += value + "\n";
    rows += row + "\n";
    expected_values.insert(value);
    expected_rows.insert(row);
  }
  array += "]\n";
  const struct {
    const char* name;
    const std::string& text;
    Container by_suffix;
    const std::set<std::string>& records;
  } cases[] = {
      {"a.json", array, Container::kJson, expected_values},
      {"v.json", values, Container::kJson, expected_values},
      {"r.csv", rows, Container::kCsv, expected_rows},
  };
  for (const auto& c : cases) {
    const JobFile file{.path = folder.write(c.name, c.text), .name = c.name, .hints = {.by_suffix = c.by_suffix}};
    const Seen seen = read(file, {.batch_bytes = 100, .max_bytes = 4000});
    EXPECT_EQ(seen.fate, FileFate::kPartly) << c.name;
    EXPECT_EQ(seen.bytes, c.text) << c.name;
    EXPECT_LT(seen.records.size(), 600U) << c.name;
    EXPECT_GT(seen.records.size(), 100U) << c.name;
    for (const std::string& record : seen.records) EXPECT_TRUE(c.records.contains(record)) << c.name << ": " << record;
    EXPECT_EQ(seen.records.front(), c.by_suffix == Container::kCsv ? "n,t" : "{\n\"n\": 0}");
  }
}

TEST(JobReader, ARecordOverTheRecordLimitIsPassedOverWhole) {
  const ScratchFolder folder;
  const std::string text = "{}\n" + std::string(50000, 'x') + "\n{}\n";
  const JobFile file{.path = folder.write("x.jsonl", text), .name = "x.jsonl"};
  // It begins behind the head of 1 byte, and takes all that is between.
  const Seen seen = read(file, {.batch_bytes = 100, .max_record_bytes = 1000, .max_bytes = 4});
  EXPECT_EQ(seen.records, std::vector<std::string>{"{}"});
  EXPECT_EQ(seen.oversize, 0U);
  EXPECT_EQ(seen.bytes, text);
  const Seen whole = read(file, {.batch_bytes = 100, .max_record_bytes = 1000});
  EXPECT_EQ(whole.records.size(), 2U);
  EXPECT_EQ(whole.oversize, 1U);
}

TEST(JobReader, ABinaryFileIsNotRead) {
  const ScratchFolder folder;
  const std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  JobFile file{.path = folder.write("x", bytes), .name = "x", .hints = {.or_text = true}};
  const Seen seen = read(file, {});
  EXPECT_EQ(seen.fate, FileFate::kBinary);
  EXPECT_EQ(seen.error, "x: is binary; not read");
  EXPECT_EQ(seen.bytes, "");
  // Packed, too.
  const JobFile packed{.path = folder.write("x.gz", gzip(bytes)), .name = "x.gz", .hints = {.or_text = true}};
  EXPECT_EQ(read(packed, {}).fate, FileFate::kBinary);
  // A name or an option that tells the container is believed.
  file.hints.by_suffix = Container::kText;
  EXPECT_EQ(read(file, {}).fate, FileFate::kRead);
  file.hints.by_suffix = Container::kAuto;
  file.container = Container::kJsonl;
  EXPECT_EQ(read(file, {}).fate, FileFate::kRead);
}

}  // namespace
}  // namespace privet
