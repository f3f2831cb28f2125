#include "record/path_view.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "record/csv_header.h"
#include "record/pointer.h"

namespace privet {
namespace {

constexpr std::size_t kSegments = 6;
constexpr std::size_t kSegmentBytes = 64;
constexpr std::size_t kValueBytes = 256;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }
bool is_escaped_in_segment(char c) { return is_control(c) || c == '.' || c == '=' || c == '%'; }

// The longest beginning of `text` of at most `bytes` that ends with a character.
std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

template <class IsEscaped>
std::size_t escaped_size(std::string_view text, IsEscaped is_escaped) {
  return text.size() + 2 * static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_escaped));
}

template <class IsEscaped>
char* escape(std::string_view text, IsEscaped is_escaped, char* out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : text) {
    if (!is_escaped(c)) {
      *out++ = c;
      continue;
    }
    *out++ = '%';
    *out++ = kHex[static_cast<unsigned char>(c) >> 4];
    *out++ = kHex[static_cast<unsigned char>(c) & 0xF];
  }
  return out;
}

bool has_line(const Field& field) {
  return field.kind() == FieldKind::kString || field.kind() == FieldKind::kNumber ||
         field.kind() == FieldKind::kBoolean;
}

class PathWriter {
 public:
  PathWriter(const Record& record, Arena& arena, std::size_t least_room)
      : record_(record), arena_(arena), least_room_(least_room) {}
  PathView write();

 private:
  // Escaped segments, innermost first; at most kSegments.
  struct Path {
    std::array<std::string_view, kSegments> segments;
    std::size_t count = 0;
  };

  std::string_view escape_segment(const std::optional<MemberName>& name, std::uint32_t ordinal);
  void escape_containers();
  Path path_of(std::size_t field) const;
  std::string_view value_of(const Field& field) const { return cut(record_.text(field).text(), kValueBytes); }
  std::size_t room() const;
  std::size_t segments_that_fit() const;
  bool write_line(std::size_t field, std::size_t segments);

  const Record& record_;
  Arena& arena_;
  std::size_t least_room_;
  std::span<std::string_view> containers_;  // their own segment, escaped
  std::span<std::string_view> leaves_;      // by field
  std::span<char> text_;
  std::size_t size_ = 0;
  std::string name_;  // scratch
};

std::string_view PathWriter::escape_segment(const std::optional<MemberName>& name, std::uint32_t ordinal) {
  if (!name) name_ = std::to_string(ordinal);
  const std::string_view whole = name ? name_text(record_, *name, name_) : std::string_view(name_);
  const std::string_view kept = cut(whole, kSegmentBytes);
  const std::span<char> room = arena_.make<char>(escaped_size(kept, is_escaped_in_segment));
  escape(kept, is_escaped_in_segment, room.data());
  return {room.data(), room.size()};
}

void PathWriter::escape_containers() {
  containers_ = arena_.make<std::string_view>(record_.containers.size());
  for (std::size_t i = 0; i < containers_.size(); ++i) {
    const JsonNode& node = record_.containers[i];
    containers_[i] = {};
    if (node.parent == kNoContainer) continue;
    const bool named = record_.containers[node.parent].is_object;
    containers_[i] =
        escape_segment(named ? std::optional(MemberName{node.name, node.ordinal}) : std::nullopt, node.ordinal);
  }
  leaves_ = arena_.make<std::string_view>(record_.fields.size());
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    const Field& field = record_.fields[i];
    leaves_[i] = {};
    if (!has_line(field) || field.container == kNoContainer) continue;
    leaves_[i] = escape_segment(name_of(record_, field), field.ordinal);
  }
}

PathWriter::Path PathWriter::path_of(std::size_t index) const {
  Path path;
  std::uint32_t at = record_.fields[index].container;
  if (at == kNoContainer) return path;
  path.segments[path.count++] = leaves_[index];
  for (; path.count < kSegments && record_.containers[at].parent != kNoContainer; at = record_.containers[at].parent) {
    path.segments[path.count++] = containers_[at];
  }
  return path;
}

// The names of a row of CSV do not stand in it; those of its header may come on
// top. (Numbers of cells that no header names must find room in the row.)
std::size_t PathWriter::room() const {
  std::size_t bytes = std::max<std::size_t>(record_.raw.size(), least_room_);
  if (record_.header == nullptr) return bytes;
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    if (record_.fields[i].ordinal < record_.header->size()) bytes += leaves_[i].size() + 2;
  }
  return bytes;
}

// The most segments with which all lines fit; 1 if none do.
std::size_t PathWriter::segments_that_fit() const {
  std::array<std::size_t, kSegments + 1> total{};  // by segments
  for (std::size_t i = 0; i < record_.fields.size(); ++i) {
    const Field& field = record_.fields[i];
    if (!has_line(field)) continue;
    const Path path = path_of(i);
    std::size_t size = escaped_size(value_of(field), is_control) + 2;  // = and line feed
    for (std::size_t n = 0; n < kSegments; ++n) {
      if (n < path.count) size += path.segments[n].size() + (n > 0 ? 1 : 0);
      total[n + 1] += size;
    }
  }
  std::size_t segments = kSegments;
  while (segments > 1 && total[segments] > room()) --segments;
  return segments;
}

bool PathWriter::write_line(std::size_t index, std::size_t segments) {
  const Path path = path_of(index);
  const std::size_t count = std::min(path.count, segments);
  const std::string_view value = value_of(record_.fields[index]);
  std::size_t size = escaped_size(value, is_control) + 2 + (count > 1 ? count - 1 : 0);
  for (std::size_t n = 0; n < count; ++n) size += path.segments[n].size();
  if (size > text_.size() - size_) return false;
  char* out = text_.data() + size_;
  for (std::size_t n = count; n-- > 0;) {
    out = std::copy(path.segments[n].begin(), path.segments[n].end(), out);
    if (n > 0) *out++ = '.';
  }
  *out++ = '=';
  out = escape(value, is_control, out);
  *out++ = '\n';
  size_ += size;
  assert(out == text_.data() + size_);
  return true;
}

PathView PathWriter::write() {
  escape_containers();
  const std::size_t segments = segments_that_fit();
  text_ = arena_.make<char>(room());
  const auto leaves = static_cast<std::size_t>(std::count_if(record_.fields.begin(), record_.fields.end(), has_line));
  const std::span<PathLine> lines = arena_.make<PathLine>(leaves);
  std::size_t written = 0;
  for (std::size_t i = 0; i < record_.fields.size(); ++i) {
    if (!has_line(record_.fields[i])) continue;
    const PathLine line{static_cast<std::uint32_t>(size_), FieldIndex{static_cast<std::uint32_t>(i)}};
    // The first that does not fit ends it: a later, shorter one would make the
    // order of lines depend on lengths.
    if (!write_line(i, segments)) break;
    lines[written++] = line;
  }
  return {.text = Bytes<PathSpace>({text_.data(), size_}),
          .lines = lines.first(written),
          .left_out = static_cast<std::uint32_t>(leaves - written)};
}

}  // namespace

FieldIndex PathView::leaf_at(std::uint32_t at) const {
  PRIVET_CHECK(at < text.size());
  const auto after = std::upper_bound(lines.begin(), lines.end(), at,
                                      [](std::uint32_t v, const PathLine& line) { return v < line.begin; });
  return (after - 1)->leaf;
}

PathView make_path_view(const Record& record, Arena& arena, std::size_t least_room) {
  return PathWriter(record, arena, least_room).write();
}

}  // namespace privet
