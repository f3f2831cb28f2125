#include "record/pointer_shapes.h"

#include <algorithm>

#include "record/json_pointer.h"
#include "record/pointer.h"

namespace privet {
namespace {

constexpr std::size_t kMaxShapes = 512;
constexpr std::size_t kMaxSegments = 8;
constexpr std::size_t kMaxNameBytes = 64;
constexpr std::size_t kMaxSeen = std::size_t{1} << 16;
constexpr std::uint64_t kRootHash = 0xcbf29ce484222325;

// FNV-1a over one more segment; an element and the name `*` hash alike, which
// is what their shapes are.
std::uint64_t extend(std::uint64_t hash, std::string_view segment) {
  hash = (hash ^ 0xFF) * 0x100000001b3;
  for (const char c : segment) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

std::string decoded(const Record& record, const MemberName& name) {
  std::string room;
  return std::string(name_text(record, name, room));
}

// Costs are in hundredths of a whole segment.
std::size_t letters_apart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()] * 100 / std::max({a.size(), b.size(), std::size_t{1}});
}

std::size_t segments_apart(const PatternSegment& wanted, const std::string& there) {
  if (wanted.any || wanted.name == there || (wanted.element && there == "*")) return 0;
  return letters_apart(std::string_view(wanted.name).substr(0, kMaxNameBytes), there);
}

// Leaving a step out is the commoner mistake than typing one too many.
constexpr std::size_t kLeftOut = 60;

std::size_t distance(const std::vector<PatternSegment>& wanted, const std::vector<std::string>& there) {
  std::vector<std::size_t> row(there.size() + 1);
  for (std::size_t j = 0; j <= there.size(); ++j) row[j] = j * kLeftOut;
  for (std::size_t i = 1; i <= wanted.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i * 100;
    for (std::size_t j = 1; j <= there.size(); ++j) {
      const std::size_t change = corner + segments_apart(wanted[i - 1], there[j - 1]);
      corner = row[j];
      row[j] = std::min({change, row[j] + 100, row[j - 1] + kLeftOut});
    }
  }
  return row[there.size()];
}

std::string to_text(const std::vector<std::string>& shape) {
  std::string text;
  for (const std::string& segment : shape) append_pointer_segment(segment, text);
  return text;
}

}  // namespace

void PointerShapes::add(const Record& record, std::uint32_t container, std::string last) {
  Shape shape;
  shape.push_back(std::move(last));
  for (std::uint32_t at = container; record.containers[at].parent != kNoContainer;) {
    const JsonNode& node = record.containers[at];
    at = node.parent;
    shape.push_back(record.containers[at].is_object ? decoded(record, {node.name, node.ordinal}) : "*");
  }
  const auto too_long = [](const std::string& name) { return name.size() > kMaxNameBytes; };
  if (std::any_of(shape.begin(), shape.end(), too_long)) return;
  std::reverse(shape.begin(), shape.end());
  shapes_.insert(std::move(shape));
  if (shapes_.size() > kMaxShapes) shapes_.erase(std::prev(shapes_.end()));
}

void PointerShapes::collect(const Record& record) {
  // Forgetting what was seen costs time only.
  if (seen_.size() > kMaxSeen) seen_.clear();
  std::string room;
  const auto visit = [&](std::uint32_t container, std::size_t depth, std::uint64_t parent,
                         const std::optional<MemberName>& name) -> std::uint64_t {
    if (parent == 0 || depth > kMaxSegments) return 0;
    const std::string_view segment = name ? name_text(record, *name, room) : std::string_view("*");
    const std::uint64_t hash = extend(parent, segment);
    if (seen_.insert(hash).second) add(record, container, std::string(segment));
    return hash;
  };
  hashes_.assign(record.containers.size(), 0);
  std::vector<std::uint8_t> depths(record.containers.size(), 0);
  for (std::size_t i = 0; i < record.containers.size(); ++i) {
    const JsonNode& node = record.containers[i];
    if (node.parent == kNoContainer) {
      hashes_[i] = kRootHash;
      continue;
    }
    depths[i] = static_cast<std::uint8_t>(std::min<std::size_t>(depths[node.parent] + 1U, kMaxSegments + 1));
    const bool named = record.containers[node.parent].is_object;
    hashes_[i] = visit(node.parent, depths[i], hashes_[node.parent],
                       named ? std::optional(MemberName{node.name, node.ordinal}) : std::nullopt);
  }
  for (const Field& field : record.fields) {
    if (is_key(field.kind()) || field.container == kNoContainer) continue;
    visit(field.container, depths[field.container] + 1U, hashes_[field.container], name_of(record, field));
  }
}

void PointerShapes::merge(const PointerShapes& other) {
  shapes_.insert(other.shapes_.begin(), other.shapes_.end());
  while (shapes_.size() > kMaxShapes) shapes_.erase(std::prev(shapes_.end()));
}

std::vector<std::string> PointerShapes::shapes() const {
  std::vector<std::string> texts;
  for (const Shape& shape : shapes_) texts.push_back(to_text(shape));
  return texts;
}

std::optional<std::string> PointerShapes::nearest(const PointerPattern& pattern) const {
  const Shape* best = nullptr;
  std::size_t least = 0;
  for (const Shape& shape : shapes_) {
    const std::size_t apart = distance(pattern.segments, shape);
    if (best != nullptr && apart >= least) continue;
    best = &shape;
    least = apart;
  }
  if (best == nullptr) return std::nullopt;
  return to_text(*best);
}

}  // namespace privet
