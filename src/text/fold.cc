#include "text/fold.h"

#include <algorithm>
#include <utility>

#include "text/compose.h"
#include "text/decode.h"
#include "text/fold_address.h"
#include "text/fold_scan.h"
#include "text/fold_table.h"
#include "text/fold_unicode.h"
#include "text/mojibake.h"

namespace privet {
namespace {

constexpr int kDecodeLayers = 2;
constexpr int kMojibakeLayers = 2;
constexpr std::size_t kKeptBytes = std::size_t{1} << 20;  // of scratch, from text to text

}  // namespace

View Folder::fold(Bytes<FieldSpace> text, Arena& arena) {
  const std::uint64_t* flagged = FoldTable::get().flagged();
  std::string_view current = text.text();
  bool non_ascii = false;
  std::size_t first = find_foldable(current, 0, flagged, non_ascii);
  // Most `&`, `%` and backslashes are just that.
  while (first < current.size() && static_cast<std::uint8_t>(current[first]) < 0x80 &&
         !may_begin_escape(current, first)) {
    first = find_foldable(current, first + 1, flagged, non_ascii);
  }

  if (first < current.size()) {
    for (int layer = 0; layer < kDecodeLayers && decode_escapes(current, first, out_, step_edits_); ++layer) {
      adopt_step(current);
    }
  }
  if (non_ascii || first < current.size()) {
    for (int layer = 0; layer < kMojibakeLayers; ++layer) {
      const std::size_t repaired = repair_mojibake(current, out_, step_edits_);
      if (repaired == current.size()) break;
      first = std::min(first, repaired);
      adopt_step(current);
    }
    if (fold_unicode(current, first, out_, step_edits_, stops_, non_ascii)) adopt_step(current);
  }
  if (non_ascii && fold_addresses(current, stops_, out_, step_edits_)) adopt_step(current);
  stops_.clear();

  if (edits_.edits().empty()) return {.text = Bytes<ViewSpace>(text.text()), .folding = {}};
  const View view{.text = Bytes<ViewSpace>(arena.copy(current)),
                  .folding = edits_.finish<FieldSpace, ViewSpace>(0, arena)};
  trim();
  return view;
}

// What the step wrote becomes the text that the next one reads, and its edits
// are joined to those of the steps before.
void Folder::adopt_step(std::string_view& current) {
  if (edits_.edits().empty()) {
    std::swap(edits_, step_edits_);
  } else {
    composed_.clear();
    compose_edits(edits_.edits(), step_edits_.edits(), static_cast<std::uint32_t>(current.size()), composed_);
    std::swap(edits_, composed_);
  }
  std::swap(current_, out_);
  current = current_;
}

void Folder::trim() {
  if (out_.capacity() + current_.capacity() > kKeptBytes) {
    out_ = std::string();
    current_ = std::string();
    edits_ = OffsetMapBuilder();
    step_edits_ = OffsetMapBuilder();
    composed_ = OffsetMapBuilder();
    stops_ = std::vector<std::uint32_t>();
  }
}

}  // namespace privet
