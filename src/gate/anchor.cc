#include "gate/anchor.h"

#include <algorithm>
#include <charconv>

#include "base/scratch.h"
#include "gate/skeleton.h"
#include "record/pointer.h"

namespace privet {
namespace {

// Shorter ones are in a Record or not, by how it was read.
constexpr std::size_t kLeastBytes = 3;

// FNV-1a of 64 bits: the same on every machine. What keeps values secret is that
// they are not in the text, so this need not be more.
constexpr std::uint64_t kRoot = 0xcbf29ce484222325;
constexpr std::uint64_t kPrime = 0x100000001b3;

// The byte in front is in no UTF-8 and parts the steps.
std::uint64_t extend(std::uint64_t hash, std::string_view step) {
  hash = (hash ^ 0xFF) * kPrime;
  for (const char c : step) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

// The last step of splitmix64, so that sums of these differ if their parts do.
std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
  return hash ^ (hash >> 31);
}

constexpr std::string_view kElement = "*";
constexpr std::string_view kIsKey = "key";
constexpr std::string_view kIsString = "string";

void append_hex(std::uint64_t number, std::string& out) {
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[number >> shift & 15]);
}

std::string id_from(AnchorHash hash, std::string_view text) {
  const std::array<std::uint8_t, 32> digest = hash(text);
  std::string id;
  for (std::size_t i = 0; i < kFindingIdSize / 2; ++i) {
    id.push_back("0123456789abcdef"[digest[i] >> 4]);
    id.push_back("0123456789abcdef"[digest[i] & 15]);
  }
  return id;
}

// The id itself for the first, so that a baseline of one is the plain anchor.
std::string counted(std::string id, std::uint32_t before, AnchorHash hash) {
  if (before == 0) return id;
  return id_from(hash, "privet " + std::string(kAnchorVersion) + "\nagain\n" + id + "\n" + std::to_string(before));
}

// Keys of a pointer as marks. (A masked one, `{key 2}`, is no word of the list.)
std::uint64_t hash_of_pointer(std::string_view pointer, std::string& name) {
  std::uint64_t hash = kRoot;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view segment = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(segment.size());
    name.clear();
    // `~0` and `~1` stand for what is in no word of the list.
    append_key_mark(segment, name);
    hash = extend(hash, name);
  }
  return hash;
}

}  // namespace

bool is_finding_id(std::string_view text) {
  return text.size() == kFindingIdSize &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::uint64_t AnchorMaker::path_of(const Record& record, const Field& field) {
  const std::uint64_t container = field.container == kNoContainer ? kRoot : containers_[field.container];
  const std::optional<MemberName> member = name_of(record, field);
  if (!member) return field.container == kNoContainer ? kRoot : extend(container, kElement);
  text_.clear();
  append_key_mark(name_text(record, *member, name_), text_);
  return extend(container, text_);
}

void AnchorMaker::begin(const Record& record) {
  record_ = 0;
  words_ = 0;
  seen_.clear();
  empty_scratch(containers_);
  for (const JsonNode& node : record.containers) {
    if (node.parent == kNoContainer) {
      containers_.push_back(kRoot);
      continue;
    }
    const std::uint64_t parent = containers_[node.parent];
    if (!record.containers[node.parent].is_object) {
      containers_.push_back(extend(parent, kElement));
      continue;
    }
    text_.clear();
    append_key_mark(name_text(record, {node.name, node.ordinal}, name_), text_);
    containers_.push_back(extend(parent, text_));
  }
  for (const Field& field : record.fields) {
    const bool key = is_key(field.kind());
    if (field.size < kLeastBytes || (!key && field.kind() != FieldKind::kString)) continue;
    std::uint64_t hash = extend(path_of(record, field), key ? kIsKey : kIsString);
    if (!key) {
      text_.clear();
      words_ += append_skeleton(record.text(field).text(), text_);
      hash = extend(hash, text_);
    }
    record_ += mix(hash);
  }
}

Anchor AnchorMaker::anchor_of(const Record& record, std::uint64_t serial, const AnchorPlace& place, AnchorHash hash) {
  if (!begun_ || serial != serial_) begin(record);
  begun_ = true;
  serial_ = serial;
  std::string text = "privet " + std::string(kAnchorVersion) + "\n";
  append_hex(record_, text);
  text.push_back('\n');
  append_hex(hash_of_pointer(place.pointer, name_), text);
  text += place.is_key ? "\nkey\n" : "\nvalue\n";
  text += place.entity;
  Anchor anchor{id_from(hash, text), words_ < kFewWords};
  if (!anchor.few_words) {
    const std::uint32_t before = seen_[anchor.id]++;
    anchor.id = counted(std::move(anchor.id), before, hash);
  }
  return anchor;
}

std::string RunIds::id_of(const Anchor& anchor, AnchorHash hash) {
  if (!anchor.few_words) return anchor.id;
  return counted(anchor.id, seen_[anchor.id]++, hash);
}

}  // namespace privet
