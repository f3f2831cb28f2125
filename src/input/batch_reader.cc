#include "input/batch_reader.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "input/codec.h"

namespace privet {
namespace {

// Records of a few bytes would make a batch's pieces larger than its bytes.
constexpr std::size_t kBytesPerPiece = 16;
constexpr std::size_t kFewestPieces = 1024;
constexpr std::size_t kPiecesPerRecord = 3;
constexpr std::size_t kBehindRecord = 4;  // bytes after a record, for its end to be seen

}  // namespace

BatchReader::BatchReader(Source& source, const BatchOptions& options)
    : source_(source),
      options_(options),
      max_pieces_(std::max(options.batch_bytes / kBytesPerPiece, kFewestPieces)),
      lines_(options.max_record_bytes),
      json_(options.name, options.max_record_bytes),
      rows_(options.max_record_bytes, options.delimiter),
      container_(options.container) {
  PRIVET_CHECK(options.batch_bytes >= 1 && options.batch_bytes <= kMaxSpaceBytes);
  PRIVET_CHECK(options.max_record_bytes >= 1 && options.max_record_bytes <= kMaxSpaceBytes);
}

Container BatchReader::container() {
  start();
  return container_;
}

bool BatchReader::holds_binary() {
  carry_.reserve(kContainerSniffBytes);
  while (!started_ && !ended_ && carry_.size() < kBinarySniffBytes)
    read_some(carry_, kContainerSniffBytes - carry_.size());
  return is_binary(carry_.view());
}

Result<bool> BatchReader::next(Batch& out) {
  begin_batch(out);
  while (true) {
    cut(out);
    if (ended_ || is_full(out)) break;
    grow(out.bytes);
    const std::size_t free = out.bytes.capacity() - out.bytes.size();
    read_some(out.bytes, std::min(free, options_.batch_bytes));
  }
  const std::size_t whole = covered();
  if (!torn_) carry_.append(out.bytes.view().substr(whole));
  out.bytes.resize(whole);
  offset_ = offset_ + whole;
  pass_columns(out.bytes.view());
  lines_.carry();
  json_.carry();
  rows_.carry();
  first_ = false;
  if (whole > 0) return true;
  if (error_) return tl::unexpected<Error>(*error_);
  return false;
}

// Empties `out` and gives it what the last batch left over.
void BatchReader::begin_batch(Batch& out) {
  start();
  // One large record must not make every buffer of the pipeline large for good.
  if (out.bytes.capacity() > 2 * options_.batch_bytes) out.bytes = PaddedBuffer();
  out.bytes.clear();
  out.bytes.reserve(std::max(options_.batch_bytes, carry_.size()));
  out.bytes.append(carry_.view());
  if (carry_.capacity() > 2 * options_.batch_bytes) carry_ = PaddedBuffer();
  carry_.clear();
  out.pieces.clear();
  out.blank_lines = 0;
  out.delimiter = '\0';
  out.begin = offset_;
  out.columns_before = columns_;
  if (offset_ == StreamOffset{} && out.bytes.view().starts_with(kUtf8Bom)) {
    constexpr auto kBomBytes = static_cast<std::uint32_t>(kUtf8Bom.size());
    out.pieces.push_back({.kind = PieceKind::kGlue, .begin = 0, .size = kBomBytes, .line = 1});
    lines_.skip(kBomBytes);
    json_.skip(kBomBytes);
    rows_.skip(kBomBytes);
  }
}

// Reads until the container is known and a BOM is in sight, if there is one.
void BatchReader::start() {
  if (started_) return;
  started_ = true;
  first_ = !options_.line_buffered && options_.first_bytes > 0;
  carry_.reserve(kContainerSniffBytes);
  ContainerSniffer sniffer(options_.hints);
  while (container_ == Container::kAuto) {
    container_ = sniffer.look(carry_.view(), ended_);
    if (container_ == Container::kAuto) read_some(carry_, kContainerSniffBytes - carry_.size());
  }
  const auto may_be_bom = [&] { return carry_.size() < kUtf8Bom.size() && kUtf8Bom.starts_with(carry_.view()); };
  while (!ended_ && may_be_bom()) read_some(carry_, kContainerSniffBytes - carry_.size());
}

bool BatchReader::is_full(const Batch& out) {
  if (!first_) {
    if (out.pieces.size() >= max_pieces_) return true;
    return covered() > 0 && (options_.line_buffered || out.bytes.size() >= options_.batch_bytes);
  }
  for (; seen_pieces_ < out.pieces.size(); ++seen_pieces_) {
    if (out.pieces[seen_pieces_].kind == PieceKind::kOversize) return true;
    seen_records_ += out.pieces[seen_pieces_].kind == PieceKind::kRecord ? 1 : 0;
  }
  if (seen_records_ >= options_.first_records) return true;
  return covered() > 0 && out.bytes.size() >= options_.first_bytes + kBehindRecord;
}

// Room for more when what is there is no whole record yet. Doubles, so that
// growing costs no more than reading, but not past the limit, where a record
// stops being held.
void BatchReader::grow(PaddedBuffer& bytes) const {
  if (bytes.size() < bytes.capacity()) return;
  const std::size_t enough_first = options_.first_bytes + options_.batch_bytes + 64;
  const std::size_t enough =
      first_ && bytes.capacity() < enough_first ? enough_first : options_.max_record_bytes + options_.batch_bytes + 64;
  bytes.reserve(std::max(bytes.size() + options_.batch_bytes, std::min(2 * bytes.capacity(), enough)));
}

void BatchReader::read_some(PaddedBuffer& into, std::size_t room) {
  const std::size_t size = into.size();
  Result<std::size_t> got = source_.read(into.data() + size, room);
  if (!got) error_ = std::move(got.error());
  ended_ = !got || *got == 0;
  if (got) into.resize(size + *got);
}

// Most batches end with a line, so that there is nothing to count.
void BatchReader::pass_columns(std::string_view text) {
  const std::size_t line = text.rfind('\n');
  if (line != std::string_view::npos) {
    columns_ = 0;
    text.remove_prefix(line + 1);
  }
  columns_ += count_code_points(text);
}

void BatchReader::cut(Batch& out) {
  if (torn_) return;
  const std::size_t max_pieces = first_ ? kPiecesPerRecord * (options_.first_records + 1) : max_pieces_;
  if (container_ == Container::kCsv) return rows_.cut(out, ended_, max_pieces);
  if (container_ != Container::kJson) return lines_.cut(out, ended_, max_pieces);
  Status done = json_.cut(out, ended_, max_pieces);
  if (done) return;
  // That a damaged source cuts the array off as well is no news.
  if (!error_) error_ = std::move(done.error());
  ended_ = torn_ = true;
}

std::size_t BatchReader::covered() const {
  if (container_ == Container::kCsv) return rows_.covered();
  return container_ == Container::kJson ? json_.covered() : lines_.covered();
}

}  // namespace privet
