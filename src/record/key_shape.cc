#include "record/key_shape.h"

#include <algorithm>

#include "record/unescape.h"

namespace privet {
namespace {

constexpr std::uint64_t kRoot = 0xcbf29ce484222325;
constexpr std::uint64_t kPrime = 0x100000001b3;

// FNV-1a; the byte in front, which is in no UTF-8, parts the steps.
std::uint64_t extend(std::uint64_t hash, std::string_view step) {
  hash = (hash ^ 0xFF) * kPrime;
  for (const char c : step) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

// An array's step: what no name can be, either.
std::uint64_t into_array(std::uint64_t hash) { return (hash ^ 0xFE) * kPrime; }

// One hash of many, which are sorted.
std::uint64_t fold(const std::vector<std::uint64_t>& hashes) {
  std::uint64_t all = kRoot;
  for (const std::uint64_t one : hashes) {
    all ^= one ^ (one >> 29);
    all *= 0x9E3779B97F4A7C15;
    all ^= all >> 32;
  }
  return all <= kTableShape ? kTableShape + 1 : all;
}

}  // namespace

std::uint64_t KeyShapes::step(std::uint64_t hash, const Record& record, Span<RecordSpace> name) {
  const std::string_view raw = record.raw.slice(name);
  if (raw.find('\\') == std::string_view::npos) return extend(hash, raw);
  name_.clear();
  append_unescaped(raw, name_);
  return extend(hash, name_);
}

std::uint64_t KeyShapes::shape_of(const Record& record) {
  if (record.header != nullptr) return kTableShape;
  containers_.clear();
  paths_.clear();
  for (const JsonNode& node : record.containers) {
    std::uint64_t hash = kRoot;
    if (node.parent != kNoContainer) {
      const bool named = record.containers[node.parent].is_object;
      hash = named ? step(containers_[node.parent], record, node.name) : containers_[node.parent];
    }
    if (!node.is_object) paths_.push_back(hash = into_array(hash));
    containers_.push_back(hash);
  }
  std::size_t keys = 0;
  for (const Field& field : record.fields) {
    if (!is_key(field.kind())) continue;
    if (++keys > kMostShapeKeys) return kNoShape;
    paths_.push_back(extend(containers_[field.container], record.text(field).text()));
  }
  if (keys == 0) return kNoShape;
  std::sort(paths_.begin(), paths_.end());
  paths_.erase(std::unique(paths_.begin(), paths_.end()), paths_.end());
  return fold(paths_);
}

}  // namespace privet
