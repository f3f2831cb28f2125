// Folding of any valid UTF-8: valid text comes out, the map covers the source
// in order, and what needs no folding is borrowed.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/mojibake.h"

namespace {

// Valid UTF-8 is kept; otherwise each byte chooses a character, so that random
// bytes are no waste.
std::string text_of(std::string_view bytes) {
  if (privet::is_valid_utf8(bytes)) return std::string(bytes);
  static constexpr char32_t kTricky[] = {
      U'a',   U'e',   U'@',   U'.',   U'&',   U'#',   U';',    U'%',    U'\\',   U'u',   U'4',   U'0',
      U'6',   0x300,  0x301,  0x323,  0x332,  0x345,  0x64E,   0x654,   0x627,   0x915,  0x94D,  0x9BE,
      0xE33,  0x200B, 0x200C, 0x200D, 0xFE0F, 0x2764, 0x1F469, 0x1F3F4, 0xE0067, 0x20E3, 0xFF20, 0xFF4A,
      0xFF76, 0xFF9E, 0x3099, 0x304B, 0x3002, 0xFF61, 0x430,   0x44F,   0x3BF,   0xE9,   0x1EBF, 0xFDFA,
      0x1100, 0x1161, 0x11A8, 0xAC00, 0x2013, 0xA0,   0x663,   0x2163,  0x1D423, 0xFB01, 0xB4,   0x2122};
  std::string text;
  for (const char c : bytes) privet::append_utf8(text, kTricky[static_cast<std::uint8_t>(c) % std::size(kTricky)]);
  return text;
}

bool holds_mojibake(std::string_view text) {
  std::string repaired;
  privet::OffsetMapBuilder edits;
  return privet::repair_mojibake(text, repaired, edits) != text.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace privet;
  const std::string source = text_of({reinterpret_cast<const char*>(data), size});
  const std::unique_ptr<char[]> block(new char[source.size()]);
  if (!source.empty()) std::memcpy(block.get(), source.data(), source.size());
  const std::string_view text(block.get(), source.size());

  Folder folder;
  Arena arena;
  const View view = folder.fold(Bytes<FieldSpace>(text), arena);
  const std::string_view folded = view.text.text();
  PRIVET_CHECK(is_valid_utf8(folded));
  if (view.folding.identity()) {
    PRIVET_CHECK(folded.data() == text.data() && folded.size() == text.size());
    return 0;
  }

  // What is between the edits is copied; together they are the whole source.
  std::size_t read = 0;
  std::size_t written = 0;
  for (const Edit& e : view.folding.edits()) {
    PRIVET_CHECK(e.source_begin >= read && e.derived_begin >= written);
    PRIVET_CHECK(e.source_size != 0 && e.flags != EditFlag::kNone);
    PRIVET_CHECK(text.substr(read, e.source_begin - read) == folded.substr(written, e.derived_begin - written));
    PRIVET_CHECK(e.source_begin - read == e.derived_begin - written);
    read = std::size_t{e.source_begin} + e.source_size;
    written = std::size_t{e.derived_begin} + e.derived_size;
  }
  PRIVET_CHECK(read <= text.size() && text.substr(read) == folded.substr(written));

  // Characters lead back to whole characters, in order.
  Span<FieldSpace> last;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = at + decode_utf8(folded, at).bytes;
    const auto back = view.folding.to_source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    PRIVET_CHECK(!back.empty() && back.end <= text.size() && back.begin >= last.begin && back.end >= last.end);
    PRIVET_CHECK(is_valid_utf8(text.substr(back.begin, back.size())));
    last = back;
    at = end;
  }

  // Nothing is left to do, but for escapes and mojibake that came out and marks that stand on a Latin letter now.
  const auto edits = view.folding.edits();
  const bool latin =
      std::any_of(edits.begin(), edits.end(), [](const Edit& e) { return has(e.flags, EditFlag::kConfusable); });
  if (!latin && folded.find_first_of("&%\\") == std::string_view::npos && !holds_mojibake(folded)) {
    PRIVET_CHECK(folder.fold(Bytes<FieldSpace>(folded), arena).folding.identity());
  }
  return 0;
}
