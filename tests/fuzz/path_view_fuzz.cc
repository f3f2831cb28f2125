// The path view of any JSON, against its definition written down plainly: no
// text forges a line, nothing is longer than the record, every byte leads back
// to its leaf.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "record/path_view.h"
#include "record/pointer.h"
#include "record/record_reader.h"
#include "support/exact_buffer.h"

namespace {

using namespace privet;

std::string escaped(std::string text, std::size_t most, std::string_view marks) {
  while (text.size() > most) text.resize(previous_utf8(text, text.size()));
  std::string out;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (!control && marks.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    out += '%';
    out += kHex[static_cast<unsigned char>(c) / 16];
    out += kHex[static_cast<unsigned char>(c) % 16];
  }
  return out;
}

struct Line {
  FieldIndex leaf;
  std::vector<std::string> segments;  // outermost first
  std::string value;
};

std::vector<Line> lines_of(const Record& record) {
  std::vector<Line> lines;
  std::vector<PointerSegment> segments;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    if (field.kind() == FieldKind::kKey || field.kind() == FieldKind::kNull) continue;
    Line& line = lines.emplace_back();
    line.leaf = FieldIndex{i};
    line.value = escaped(std::string(record.text(field).text()), 256, "");
    segments.clear();
    pointer_segments(record, line.leaf, segments);
    for (const PointerSegment& segment : segments) {
      std::string text;
      append_segment_text(record, segment, text);
      line.segments.push_back(escaped(text, 64, ".=%"));
    }
  }
  return lines;
}

std::string written(const Line& line, std::size_t segments) {
  std::string out;
  const std::size_t count = line.segments.size();
  for (std::size_t i = count > segments ? count - segments : 0; i < count; ++i)
    out += line.segments[i] + (i + 1 < count ? "." : "");
  return out + "=" + line.value + "\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto* const reader = new RecordReader;
  const ExactBuffer raw({reinterpret_cast<const char*>(data), size});
  Record record;
  if (!reader->read(RecordFormat::kJson, raw.text(), {.every_leaf = true}, record).ok()) return 0;
  Arena arena;
  const PathView view = make_path_view(record, arena, 0);
  PRIVET_CHECK(view.text.size() <= size && is_valid_utf8(view.text.text()));

  const std::vector<Line> lines = lines_of(record);
  std::string expected;
  for (std::size_t segments = 6; segments >= 1; --segments) {
    expected.clear();
    for (const Line& line : lines) expected += written(line, segments);
    if (expected.size() <= size || segments == 1) {
      // What does not fit ends it.
      std::size_t fit = 0, kept = 0;
      for (; kept < lines.size() && fit + written(lines[kept], segments).size() <= size; ++kept)
        fit += written(lines[kept], segments).size();
      expected.resize(fit);
      PRIVET_CHECK(view.lines.size() == kept && view.left_out == lines.size() - kept);
      break;
    }
  }
  PRIVET_CHECK(view.text.text() == expected);

  std::size_t line = 0;
  for (std::uint32_t at = 0; at < view.text.size(); ++at) {
    PRIVET_CHECK(view.leaf_at(at) == lines[line].leaf);
    if (view.text[at] == '\n') ++line;
  }
  PRIVET_CHECK(line == view.lines.size());
  return 0;
}
