// Cutting any bytes into batches: the pieces tile the input, and what they are
// does not depend on the sizes of reads and batches. The first four bytes of
// the input are not part of the text: container and hints, limit, batch and
// read size.
#include <algorithm>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "support/piece_list.h"

namespace {

using privet::BatchOptions;
using privet::begins_array;
using privet::Container;
using privet::ContainerHints;
using privet::PieceKind;
using privet::test::PieceList;
using privet::test::read_pieces;

void check_piece(const privet::test::WholePiece& piece, const std::string& text, Container container,
                 std::size_t limit) {
  PRIVET_CHECK(piece.closed);
  PRIVET_CHECK(text.compare(piece.offset, piece.text.size(), piece.text) == 0);
  const auto before = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(piece.offset), '\n');
  PRIVET_CHECK(piece.line == 1 + static_cast<std::uint64_t>(before));
  switch (piece.kind) {
    case PieceKind::kHeader:
    case PieceKind::kRecord:
      PRIVET_CHECK(piece.text.size() <= limit);
      if (container == Container::kJsonl || container == Container::kText)
        PRIVET_CHECK(piece.text.find('\n') == std::string::npos);
      break;
    case PieceKind::kOversize:
      PRIVET_CHECK(piece.text.size() > limit);
      break;
    case PieceKind::kSeparator:
      PRIVET_CHECK(container == Container::kJson && begins_array(text));
      PRIVET_CHECK(std::count(piece.text.begin(), piece.text.end(), ',') == 1);
      PRIVET_CHECK(piece.text.find_first_not_of(" \t\r\n,") == std::string::npos);
      break;
    case PieceKind::kGlue: {
      std::string_view glue = piece.text;
      if (piece.offset == 0 && glue.starts_with(privet::kUtf8Bom)) glue.remove_prefix(privet::kUtf8Bom.size());
      const bool brackets = container == Container::kJson && begins_array(text);
      PRIVET_CHECK(glue.find_first_not_of(brackets ? " \t\r\n[]" : " \t\r\n") == std::string::npos);
      break;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 4, size - 4);
  constexpr Container kContainers[] = {Container::kJsonl, Container::kJson, Container::kText, Container::kAuto,
                                       Container::kCsv};
  const Container container = kContainers[data[0] % 5];
  const int hint = data[0] / 5;
  const ContainerHints hints{.by_suffix = kContainers[(hint + 3) % 5], .or_text = hint / 5 % 2 != 0};
  const std::size_t limit = 1U + data[1];
  const BatchOptions large{.max_record_bytes = limit, .container = container, .hints = hints, .name = "x"};
  const BatchOptions small{.batch_bytes = 1U + data[2],
                           .max_record_bytes = limit,
                           .container = container,
                           .hints = hints,
                           .line_buffered = data[3] % 2 == 0,
                           .name = "x"};
  const PieceList whole = read_pieces(text, large);
  const PieceList parts = read_pieces(text, small, {.read_bytes = 1U + data[3] % 16U});
  PRIVET_CHECK(whole.pieces == parts.pieces);
  PRIVET_CHECK(whole.blank_lines == parts.blank_lines);
  PRIVET_CHECK(whole.error.has_value() == parts.error.has_value());
  if (whole.error) PRIVET_CHECK(whole.error->message == parts.error->message);

  const Container found = container == Container::kAuto ? privet::sniff_container(text, hints) : container;
  PRIVET_CHECK(!whole.error || (found == Container::kJson && begins_array(text)));
  // What a name says of CSV and JSONL is so.
  if (container == Container::kAuto && hints.by_suffix == Container::kCsv) PRIVET_CHECK(found == Container::kCsv);
  if (container == Container::kAuto && hints.by_suffix == Container::kJsonl)
    PRIVET_CHECK(found == Container::kJsonl || begins_array(text));
  PRIVET_CHECK(whole.error ? text.starts_with(whole.text()) : text == whole.text());
  for (const auto& piece : whole.pieces) check_piece(piece, text, found, limit);
  // The first row, and only it, is the header.
  const auto headers = whole.of(PieceKind::kHeader).size();
  PRIVET_CHECK(headers <= (found == Container::kCsv ? 1U : 0U));
  return 0;
}
